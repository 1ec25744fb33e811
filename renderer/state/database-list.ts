import { create } from 'zustand';
import type { CandidateType } from '../../shared/domain/candidate-type.js';
import type { DatabaseConsent } from '../../shared/domain/cv-database.js';
import type { ApplicationId, PersonId } from '../../shared/records/primitives.js';
import { changeTicks, type TickedList, type TickedListAction } from './ticked-list.js';

/** A line of the CV database: the saved application, or the person where there is none. */
export type DatabaseRowId = ApplicationId | PersonId;

/** What is looked for in the CV database. An empty list means all, but for those whose consent has ended. */
export interface DatabaseFilter {
  readonly query: string;
  readonly types: readonly CandidateType[];
  readonly consents: readonly DatabaseConsent[];
}

interface DatabaseList extends TickedList<DatabaseRowId> {
  readonly filter: DatabaseFilter;
}

export type DatabaseListAction =
  | TickedListAction<DatabaseRowId>
  | { readonly type: 'filter'; readonly filter: Partial<DatabaseFilter> }
  | { readonly type: 'stand'; readonly id: DatabaseRowId };

export const ALL_KEPT: DatabaseFilter = { query: '', types: [], consents: [] };

/** How the CV database was left, so that coming back from a dossier finds it as it was. */
export const useDatabaseList = create<DatabaseList>()(() => ({
  filter: ALL_KEPT,
  ticked: new Set(),
  cursor: null,
  anchor: null,
}));

export function changeDatabaseList(action: DatabaseListAction): void {
  useDatabaseList.setState((list) => {
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
