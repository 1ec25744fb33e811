import { useEffect } from 'react';
import { shortcutOf, useShortcutStore } from '../state/shortcuts.js';

const FIELDS = 'input, textarea, select, [contenteditable]:not([contenteditable="false"])';
const NOT_TYPED_INTO = 'input[type="checkbox"], input[type="radio"], input[type="button"]';
const DIALOGS = '[role="dialog"][aria-modal="true"]';
const OPENED_MENUS = '[aria-haspopup][aria-expanded="true"]';
const MENUS = '[role="menu"], [role="listbox"]';

/** The one listener behind every shortcut. */
export function useKeyboard(): void {
  useEffect(() => {
    let dialogOpen = false;
    let menuOpen = false;
    const typedInto = new WeakSet<EventTarget>();
    const onInput = ({ target }: Event): void => {
      if (target !== null) typedInto.add(target);
    };
    // What Esc closes may be gone before the key arrives here, at once where nothing moves: what the key was pressed in counts.
    const look = (event: KeyboardEvent): void => {
      dialogOpen = document.querySelector(DIALOGS) !== null || isPressedIn(event, DIALOGS);
      menuOpen = document.querySelector(OPENED_MENUS) !== null || isPressedIn(event, MENUS);
    };
    const run = (event: KeyboardEvent): void => {
      const typing = isTyping(event.target);
      const typed = event.target !== null && typedInto.has(event.target);
      const shortcut = shortcutOf(useShortcutStore.getState().entries, event, { typing, typed, dialogOpen });
      if (shortcut === null) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      shortcut.run();
    };
    const onKeyDownCaptured = (event: KeyboardEvent): void => {
      look(event);
      // What confirms does so from every field: lists of choices and editors would take this Enter for their own.
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) run(event);
    };
    const onKeyDown = (event: KeyboardEvent): void => {
      if (!event.defaultPrevented && !(menuOpen && event.key === 'Escape')) run(event);
    };
    window.addEventListener('keydown', onKeyDownCaptured, { capture: true });
    window.addEventListener('keydown', onKeyDown);
    window.addEventListener('input', onInput, { capture: true });
    return () => {
      window.removeEventListener('keydown', onKeyDownCaptured, { capture: true });
      window.removeEventListener('keydown', onKeyDown);
      window.removeEventListener('input', onInput, { capture: true });
    };
  }, []);
}

function isPressedIn(event: KeyboardEvent, selector: string): boolean {
  return event.composedPath().some((target) => target instanceof Element && target.matches(selector));
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(FIELDS) !== null && !target.matches(NOT_TYPED_INTO);
}
