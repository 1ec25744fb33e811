import { create } from 'zustand';
import { CANDIDATE_TYPES, type CandidateType } from '../../shared/domain/candidate-type.js';
import type { ApplicationId, PersonId } from '../../shared/records/primitives.js';
import type { SearchRequest as Kept } from '../../shared/records/saved-search.js';
import { changeTicks, type TickedList, type TickedListAction } from './ticked-list.js';

/** A line of what was found: an application, or the person where there is none. */
export type SearchRowId = ApplicationId | PersonId;

export const SEARCH_ORDERS = ['relevance', 'name', 'date'] as const;
export type SearchOrder = (typeof SEARCH_ORDERS)[number];

/** What is looked for; see the record that keeps one. */
export interface SearchRequest extends Omit<Kept, 'types'> {
  readonly types: readonly CandidateType[];
}

interface SearchList extends TickedList<SearchRowId> {
  readonly request: SearchRequest;
  readonly order: SearchOrder;
  /** The form with the filters is open. */
  readonly advanced: boolean;
}

type SearchListAction =
  | TickedListAction<SearchRowId>
  | { readonly type: 'request'; readonly request: Partial<SearchRequest> }
  | { readonly type: 'order'; readonly order: SearchOrder }
  | { readonly type: 'advanced'; readonly advanced: boolean }
  | { readonly type: 'stand'; readonly id: SearchRowId };

export const EVERYTHING: SearchRequest = {
  query: '',
  vacancyIds: [],
  statuses: [],
  rankings: [],
  languages: [],
  types: [],
  fairIds: [],
  period: null,
  rating: null,
};

/** How *Search* was left, so that coming back from a dossier finds it as it was. */
export const useSearchList = create<SearchList>()(() => ({
  request: EVERYTHING,
  order: 'relevance',
  advanced: false,
  ticked: new Set(),
  cursor: null,
  anchor: null,
}));

export function changeSearchList(action: SearchListAction): void {
  useSearchList.setState((list) => {
    switch (action.type) {
      case 'request':
        // What is no longer seen is no longer meant.
        return { request: { ...list.request, ...action.request }, ticked: new Set(), anchor: null };
      case 'order':
        return { order: action.order };
      case 'advanced':
        return { advanced: action.advanced };
      case 'stand':
        return { cursor: action.id, anchor: action.id };
      default:
        return changeTicks(list, action);
    }
  });
}

/** Whether the filters of the advanced form narrow anything. */
export function isNarrowed(request: SearchRequest): boolean {
  return Object.values({ ...request, query: null }).some((filter) =>
    Array.isArray(filter) ? filter.length > 0 : filter !== null,
  );
}

/** Opens a search that was kept: its filters show, and what is found stands as it was never left. */
export function openSearch({ types, ...request }: Kept): void {
  const known = CANDIDATE_TYPES.filter((type) => types.includes(type));
  const opened: SearchRequest = { ...request, types: known };
  changeSearchList({ type: 'request', request: opened });
  useSearchList.setState({ advanced: isNarrowed(opened), cursor: null });
}
