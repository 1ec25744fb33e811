import type { MessageId } from '../../../shared/records/primitives.js';
import { listDistance } from '../../ui/list-distance.js';
import type { ListAction } from './list-state.js';

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
  const by = listDistance(press.key, page);
  if (by !== null) return { type: press.shiftKey ? 'extend' : 'move', by, ids };
  if (cursor === null || !ids.includes(cursor)) return null;
  if (press.key === ' ') {
    return press.shiftKey ? { type: 'extend-to', id: cursor, ids } : { type: 'toggle', id: cursor };
  }
  return press.key === 'Enter' ? { type: 'open', id: cursor } : null;
}
