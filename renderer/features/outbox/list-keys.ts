import type { MessageId } from '../../../shared/records/primitives.js';
import type { ListAction } from './list-state.js';

const TO_THE_END = Number.MAX_SAFE_INTEGER;

type Press = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>;

interface Place {
  readonly ids: readonly MessageId[];
  readonly cursor: MessageId | null;
  /** Whole rows that fit into the window. */
  readonly page: number;
}

/** What a key means while the list has the focus; null when it means nothing here. */
export function listActionOf(press: Press, { ids, cursor, page }: Place): ListAction | null {
  if (press.altKey) return null;
  if (press.ctrlKey || press.metaKey) return press.key.toLowerCase() === 'a' ? { type: 'tick-all', ids } : null;
  const by = distanceOf(press.key, page);
  if (by !== null) return { type: press.shiftKey ? 'extend' : 'move', by, ids };
  if (cursor === null || !ids.includes(cursor)) return null;
  if (press.key === ' ') {
    return press.shiftKey ? { type: 'extend-to', id: cursor, ids } : { type: 'toggle', id: cursor };
  }
  return press.key === 'Enter' ? { type: 'open', id: cursor } : null;
}

function distanceOf(key: string, page: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return 1;
    case 'ArrowUp':
      return -1;
    case 'PageDown':
      return page;
    case 'PageUp':
      return -page;
    case 'Home':
      return -TO_THE_END;
    case 'End':
      return TO_THE_END;
    default:
      return null;
  }
}
