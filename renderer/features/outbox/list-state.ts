import type { MessageId } from '../../../shared/records/primitives.js';
import { changeTicks, type TickedList, type TickedListAction } from '../../state/ticked-list.js';
import type { OutboxFilter } from './outbox-items.js';

/** What is ticked, where the keyboard stands and what is shown: nothing that must survive the page. */
export interface ListState extends TickedList<MessageId> {
  readonly filter: OutboxFilter;
  /** The message of the cursor stands beside the list. */
  readonly opened: boolean;
}

export type ListAction =
  | TickedListAction<MessageId>
  | { readonly type: 'filter'; readonly filter: Partial<OutboxFilter> }
  | { readonly type: 'open'; readonly id: MessageId }
  | { readonly type: 'close' };

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
    case 'open':
      return { ...state, cursor: action.id, anchor: action.id, opened: true };
    case 'close':
      return { ...state, opened: false };
    default:
      return changeTicks(state, action);
  }
}
