import { useEffect, useRef } from 'react';
import { create } from 'zustand';

export interface Shortcut {
  /** `N`, `?`, `ArrowDown`, `Mod+K` (Ctrl, on a Mac ⌘), `Shift+ArrowDown`, `Alt+ArrowDown`. */
  readonly keys: string;
  /** For the list of shortcuts, in the screen's language. */
  readonly label: string;
  /** `dialog` fires while a dialog is open, and only then; `always` there, too. */
  readonly scope: 'always' | 'everywhere' | 'page' | 'dialog';
  readonly run: () => void;
}

/** The shortcuts of what is on the screen now; later ones win over earlier ones. */
export const useShortcutStore = create<{ readonly entries: readonly Shortcut[] }>()(() => ({ entries: [] }));

/** Registers a shortcut while the component is shown. A null one keeps quiet. */
export function useShortcut(shortcut: Shortcut | null): void {
  const latest = useRef(shortcut);
  useEffect(() => {
    latest.current = shortcut;
  });
  const { keys, label, scope } = shortcut ?? { keys: null, label: null, scope: null };
  useEffect(() => {
    if (keys === null) return undefined;
    const entry: Shortcut = { keys, label, scope, run: () => latest.current?.run() };
    useShortcutStore.setState(({ entries }) => ({ entries: [...entries, entry] }));
    return () => {
      useShortcutStore.setState(({ entries }) => ({ entries: entries.filter((other) => other !== entry) }));
    };
  }, [keys, label, scope]);
}

/** What is known of a key press besides the key. */
export interface PressContext {
  /** The cursor stands in a field: only shortcuts with Ctrl or ⌘, Esc and function keys may fire. */
  readonly typing: boolean;
  /** Something was typed into that field, which it can undo by itself. */
  readonly typed: boolean;
  readonly dialogOpen: boolean;
}

type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing'>;

/** No field takes one of these for a letter. */
const FUNCTION_KEY = /^F\d+$/;

/** With Ctrl or ⌘ they work on the text of a field, and there they are the field's. */
const EDITING: ReadonlySet<string> = new Set(['a', 'c', 'v', 'x', 'y', 'z']);

/** The shortcut that a key press means, or null. */
export function shortcutOf(entries: readonly Shortcut[], press: Press, context: PressContext): Shortcut | null {
  if (press.isComposing) return null;
  const modified = press.ctrlKey || press.metaKey;
  if (context.typing && !modified && press.key !== 'Escape' && !FUNCTION_KEY.test(press.key)) return null;
  const key = press.key.toLowerCase();
  if (context.typing && EDITING.has(key) && (key !== 'z' || context.typed)) return null;
  const meant = entries.filter(
    ({ scope, keys }) => (scope === 'always' || (scope === 'dialog') === context.dialogOpen) && matches(keys, press),
  );
  // What a page says of a key goes before what it means everywhere, whichever of them was there first.
  return meant.findLast(({ scope }) => scope === 'page' || scope === 'dialog') ?? meant.at(-1) ?? null;
}

function matches(keys: string, press: Press): boolean {
  const parts = keys.split('+');
  const key = parts.pop() ?? '';
  const isLetter = key.length === 1 && key.toLowerCase() !== key.toUpperCase();
  if (press.key.toLowerCase() !== key.toLowerCase()) return false;
  if ((press.ctrlKey || press.metaKey) !== parts.includes('Mod')) return false;
  // Signs such as `?` need Shift on some keyboards and not on others.
  const shiftCounts = isLetter || key.length > 1;
  if (shiftCounts && press.shiftKey !== parts.includes('Shift')) return false;
  if (parts.includes('Alt')) return press.altKey;
  return !press.altKey || !isLetter;
}
