import { useEffect } from 'react';
import { shortcutOf, useShortcutStore } from '../state/shortcuts.js';

const FIELDS = 'input, textarea, select, [contenteditable]:not([contenteditable="false"])';
const NOT_TYPED_INTO = 'input[type="checkbox"], input[type="radio"], input[type="button"]';

/** The one listener behind every shortcut. */
export function useKeyboard(): void {
  useEffect(() => {
    let dialogOpen = false;
    let menuOpen = false;
    // What Esc closes may be gone before the key arrives here: what counts is what the key was pressed in.
    const look = (): void => {
      dialogOpen = document.querySelector('[role="dialog"][aria-modal="true"]') !== null;
      menuOpen = document.querySelector('[aria-haspopup][aria-expanded="true"]') !== null;
    };
    const run = (event: KeyboardEvent): void => {
      const typing = isTyping(event.target);
      const shortcut = shortcutOf(useShortcutStore.getState().entries, event, { typing, dialogOpen });
      if (shortcut === null) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      shortcut.run();
    };
    const onKeyDownCaptured = (event: KeyboardEvent): void => {
      look();
      // What confirms does so from every field: lists of choices and editors would take this Enter for their own.
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) run(event);
    };
    const onKeyDown = (event: KeyboardEvent): void => {
      if (!event.defaultPrevented && !(menuOpen && event.key === 'Escape')) run(event);
    };
    window.addEventListener('keydown', onKeyDownCaptured, { capture: true });
    window.addEventListener('keydown', onKeyDown);
    return () => {
      window.removeEventListener('keydown', onKeyDownCaptured, { capture: true });
      window.removeEventListener('keydown', onKeyDown);
    };
  }, []);
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(FIELDS) !== null && !target.matches(NOT_TYPED_INTO);
}
