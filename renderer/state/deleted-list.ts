import { create } from 'zustand';
import type { ApplicationId, VacancyId } from '../../shared/records/primitives.js';
import type { Period } from './period.js';
import { changeTicks, type TickedList, type TickedListAction } from './ticked-list.js';

/** What is looked for among the deleted applications. An empty list and null mean: all. */
export interface DeletedFilter {
  readonly query: string;
  readonly vacancyIds: readonly VacancyId[];
  /** In which they were deleted. */
  readonly period: Period | null;
}

interface DeletedList extends TickedList<ApplicationId> {
  readonly filter: DeletedFilter;
}

export type DeletedListAction =
  | TickedListAction<ApplicationId>
  | { readonly type: 'filter'; readonly filter: Partial<DeletedFilter> }
  | { readonly type: 'stand'; readonly id: ApplicationId };

export const ALL_DELETED: DeletedFilter = { query: '', vacancyIds: [], period: null };

/** How *Deleted applications* was left, so that coming back from a dossier finds it as it was. */
export const useDeletedList = create<DeletedList>()(() => ({
  filter: ALL_DELETED,
  ticked: new Set(),
  cursor: null,
  anchor: null,
}));

export function changeDeletedList(action: DeletedListAction): void {
  useDeletedList.setState((list) => {
    switch (action.type) {
      case 'filter':
        // What is no longer seen is no longer meant.
        return { filter: { ...list.filter, ...action.filter }, ticked: new Set(), anchor: null };
      case 'stand':
        return { cursor: action.id, anchor: action.id };
      default:
        return changeTicks(list, action);
    }
  });
}
