import { shortcutOf, useShortcutStore } from '../state/shortcuts.js';

/** The one listener of the shell, without the shell; answers what ends it. */
export function listenForShortcuts(): () => void {
  const listener = (event: KeyboardEvent): void => {
    const typing =
      (event.target instanceof HTMLInputElement && !['checkbox', 'radio', 'button'].includes(event.target.type)) ||
      event.target instanceof HTMLTextAreaElement;
    const dialogOpen = document.querySelector('[role="dialog"]') !== null;
    const shortcut = shortcutOf(useShortcutStore.getState().entries, event, { typing, typed: typing, dialogOpen });
    if (event.defaultPrevented || shortcut === null) return;
    event.preventDefault();
    shortcut.run();
  };
  window.addEventListener('keydown', listener);
  return () => {
    window.removeEventListener('keydown', listener);
  };
}
