import { create } from 'zustand';
import type { PersonId } from '../../shared/records/primitives.js';
import { changeTicks, type TickedList, type TickedListAction } from './ticked-list.js';

interface RetentionList extends TickedList<PersonId> {
  readonly query: string;
}

type RetentionListAction =
  | TickedListAction<PersonId>
  | { readonly type: 'query'; readonly query: string }
  | { readonly type: 'stand'; readonly id: PersonId };

/** How *Candidates to be deleted* was left, so that coming back from a dossier finds it as it was. */
export const useRetentionList = create<RetentionList>()(() => ({
  query: '',
  ticked: new Set(),
  cursor: null,
  anchor: null,
}));

export function changeRetentionList(action: RetentionListAction): void {
  useRetentionList.setState((list) => {
    switch (action.type) {
      case 'query':
        // What is no longer seen is no longer meant.
        return { query: action.query, ticked: new Set(), anchor: null };
      case 'stand':
        return { cursor: action.id, anchor: action.id };
      default:
        return changeTicks(list, action);
    }
  });
}
