import type { LetterId } from '../../../shared/records/primitives.js';
import { changeTicks, type TickedList, type TickedListAction } from '../../state/ticked-list.js';
import type { LetterList } from './letter-rows.js';

/** What is ticked, where the keyboard stands and what is shown: nothing that must survive the page. */
export interface LetterListState extends TickedList<LetterId> {
  readonly list: LetterList;
  /** The letter of the cursor stands beside the list. */
  readonly opened: boolean;
}

export type LetterListAction =
  | TickedListAction<LetterId>
  | { readonly type: 'list'; readonly list: LetterList }
  | { readonly type: 'open'; readonly id: LetterId }
  | { readonly type: 'close' };

export const LETTERS_START: LetterListState = {
  list: 'waiting',
  ticked: new Set(),
  cursor: null,
  anchor: null,
  opened: false,
};

export function changeLetterList(state: LetterListState, action: LetterListAction): LetterListState {
  switch (action.type) {
    case 'list':
      return { ...LETTERS_START, list: action.list }; // what is no longer seen is no longer meant
    case 'open':
      return { ...state, cursor: action.id, anchor: action.id, opened: true };
    case 'close':
      return { ...state, opened: false };
    default:
      return changeTicks(state, action);
  }
}
