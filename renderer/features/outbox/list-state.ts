import type { MessageId } from '../../../shared/records/primitives.js';
import type { OutboxFilter } from './outbox-items.js';

/** What is ticked, where the keyboard stands and what is shown: nothing that must survive the page. */
export interface ListState {
  readonly filter: OutboxFilter;
  readonly ticked: ReadonlySet<MessageId>;
  readonly cursor: MessageId | null;
  /** Where a range began. */
  readonly anchor: MessageId | null;
  /** The message of the cursor stands beside the list. */
  readonly opened: boolean;
}

type Ids = readonly MessageId[];

export type ListAction =
  | { readonly type: 'filter'; readonly filter: Partial<OutboxFilter> }
  | { readonly type: 'move' | 'extend'; readonly by: number; readonly ids: Ids }
  | { readonly type: 'extend-to'; readonly id: MessageId; readonly ids: Ids }
  | { readonly type: 'toggle' | 'open'; readonly id: MessageId }
  | { readonly type: 'tick-all'; readonly ids: Ids }
  | { readonly type: 'clear' | 'close' };

export const START: ListState = {
  filter: { group: null, text: '' },
  ticked: new Set(),
  cursor: null,
  anchor: null,
  opened: false,
};

export function changeList(state: ListState, action: ListAction): ListState {
  switch (action.type) {
    case 'filter':
      // What is no longer seen is no longer meant.
      return { ...state, filter: { ...state.filter, ...action.filter }, ticked: new Set(), anchor: null };
    case 'move': {
      const cursor = placeOf(state.cursor, action);
      return { ...state, cursor, anchor: cursor };
    }
    case 'extend': {
      const cursor = placeOf(state.cursor, action);
      return cursor === null ? state : extendTo(state, cursor, action.ids);
    }
    case 'extend-to':
      return extendTo(state, action.id, action.ids);
    case 'toggle': {
      const ticked = new Set(state.ticked);
      if (!ticked.delete(action.id)) ticked.add(action.id);
      return { ...state, ticked, cursor: action.id, anchor: action.id };
    }
    case 'open':
      return { ...state, cursor: action.id, anchor: action.id, opened: true };
    case 'tick-all':
      return { ...state, ticked: new Set(action.ids) };
    case 'clear':
      return { ...state, ticked: new Set() };
    case 'close':
      return { ...state, opened: false };
  }
}

/** Ticks everything from the anchor on; what was ticked before stays so. */
function extendTo(state: ListState, to: MessageId, ids: Ids): ListState {
  const anchor = state.anchor ?? state.cursor ?? to;
  const [start, end] = [ids.indexOf(anchor), ids.indexOf(to)].sort((a, b) => a - b);
  const range = ids.slice(Math.max(start ?? 0, 0), (end ?? 0) + 1);
  return { ...state, ticked: new Set([...state.ticked, ...range]), cursor: to, anchor };
}

/** Some places further, stopping at both ends; from nowhere as from before the first. */
function placeOf(cursor: MessageId | null, { by, ids }: { readonly by: number; readonly ids: Ids }): MessageId | null {
  const at = cursor === null ? -1 : ids.indexOf(cursor);
  return ids[Math.min(ids.length - 1, Math.max(0, at + by))] ?? null;
}
