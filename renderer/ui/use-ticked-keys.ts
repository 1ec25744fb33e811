import type { TickedListAction } from '../state/ticked-list.js';
import { useListShortcuts } from './use-list-shortcuts.js';

interface TickedKeys<Id extends string> {
  /** Those that the list shows, in its order. */
  readonly ids: readonly Id[];
  /** Where the keyboard stands at this moment. */
  readonly cursor: () => Id | null;
  readonly change: (action: TickedListAction<Id>) => void;
  /** Takes the focus to the list. */
  readonly focus: () => void;
}

/** The keys of a list in which rows are ticked, wherever on its page the focus is. */
export function useTickedKeys<Id extends string>({ ids, cursor, change, focus }: TickedKeys<Id>): void {
  useListShortcuts({
    move: (by) => {
      focus();
      change({ type: 'move', by, ids });
    },
    toggle: () => {
      const id = cursor();
      if (id !== null && ids.includes(id)) change({ type: 'toggle', id });
    },
    tickAll: () => {
      change({ type: 'tick-all', ids });
    },
    clear: () => {
      change({ type: 'clear' });
    },
  });
}
