import { useLayoutEffect, useMemo } from 'react';

const AFTER_THE_REST = 20; // milliseconds: whatever has a better place for the focus puts it there first

/**
 * Gives the focus back to what opened a dialog, also where the dialog is taken away whole as it closes, of which the
 * component library sees nothing. Where that is gone too, the page has it: from `body` the Tab key would begin at its top.
 */
export function useFocusBack(opened: boolean): void {
  // Looked for while it is drawn: afterwards the menu is gone in whose line it was asked for.
  const opener = useMemo(() => (opened ? openerOf(document.activeElement) : null), [opened]);
  useLayoutEffect(() => {
    if (!opened) return;
    return () => {
      window.setTimeout(() => {
        if (document.activeElement !== null && document.activeElement !== document.body) return;
        const target = opener?.isConnected === true ? opener : document.getElementById('main');
        target?.focus({ preventScroll: true });
      }, AFTER_THE_REST);
    };
  }, [opened, opener]);
}

/** Of a line of a menu, which closes, the button that the menu hangs on. */
function openerOf(active: Element | null): HTMLElement | null {
  const button = active?.closest('[role=menu]')?.getAttribute('aria-labelledby') ?? null;
  const opener = button === null ? active : document.getElementById(button);
  return opener instanceof HTMLElement && opener !== document.body ? opener : null;
}
