import { create } from 'zustand';
import type { ActionChoice } from '../../shared/domain/action-choice.js';
import type { ApplicationStatus, ReferenceCheck, RejectionStage } from '../../shared/records/application.js';
import type { ApplicationId, Language, VacancyId } from '../../shared/records/primitives.js';
import { useCalendarTicks } from './calendar-ticks.js';
import { useDatabaseList } from './database-list.js';
import type { Period } from './period.js';

export const LIST_COLUMNS = ['name', 'status', 'rating', 'ranking', 'language', 'cv', 'received'] as const;
export type ListColumn = (typeof LIST_COLUMNS)[number];

export interface ListSort {
  readonly column: ListColumn;
  readonly descending: boolean;
}

/** G-7, as a list is narrowed by it: `none` stands for those without. */
export type RankingChoice = '1' | '2' | '3' | 'none';
export type ReferenceChoice = ReferenceCheck | 'none';

/** What the rows of a list are put under. */
export type ListGrouping = 'status' | 'ranking';

/** What is looked for. An empty list and null mean: all. */
export interface ListFilter {
  readonly query: string;
  readonly statuses: readonly ApplicationStatus[];
  /** Of the invited and the rejected (T2). */
  readonly stages: readonly RejectionStage[];
  /** G-8: by the id of the own step. */
  readonly stepIds: readonly string[];
  readonly rankings: readonly RankingChoice[];
  readonly referenceChecks: readonly ReferenceChoice[];
  readonly languages: readonly Language[];
  readonly received: Period | null;
  readonly hasCv: boolean | null;
  readonly consented: boolean | null;
}

/** How the list of one vacancy was left, so that coming back from a dossier finds it as it was. */
export interface ApplicationList {
  readonly filter: ListFilter;
  readonly sort: ListSort;
  readonly grouping: ListGrouping | null;
  readonly ticked: ReadonlySet<ApplicationId>;
  /** The row of the keyboard, and of the dossier opened last. */
  readonly cursor: ApplicationId | null;
  /** Where a range begins that Shift draws. */
  readonly anchor: ApplicationId | null;
  /** Pixels. */
  readonly scroll: number;
  /** The rows as they stood when a dossier was opened: its next and previous applicant. */
  readonly order: readonly ApplicationId[];
}

export const NO_FILTER: ListFilter = {
  query: '',
  statuses: [],
  stages: [],
  stepIds: [],
  rankings: [],
  referenceChecks: [],
  languages: [],
  received: null,
  hasCv: null,
  consented: null,
};

const FRESH: ApplicationList = {
  filter: NO_FILTER,
  sort: { column: 'received', descending: true },
  grouping: null,
  ticked: new Set(),
  cursor: null,
  anchor: null,
  scroll: 0,
  order: [],
};

interface ApplicationLists {
  readonly lists: Readonly<Record<VacancyId, ApplicationList>>;
  /** Chosen under *Further progress* last; choosing alone does nothing (R2). */
  readonly action: ActionChoice | null;
}

export const useApplicationListStore = create<ApplicationLists>()(() => ({ lists: {}, action: null }));

export function useApplicationList(vacancyId: VacancyId): ApplicationList {
  return useApplicationListStore(({ lists }) => lists[vacancyId] ?? FRESH);
}

export function readList(vacancyId: VacancyId): ApplicationList {
  return useApplicationListStore.getState().lists[vacancyId] ?? FRESH;
}

export function changeList(vacancyId: VacancyId, change: Partial<ApplicationList>): void {
  useApplicationListStore.setState(({ lists }) => ({
    lists: { ...lists, [vacancyId]: { ...(lists[vacancyId] ?? FRESH), ...change } },
  }));
}

export function changeFilter(vacancyId: VacancyId, change: Partial<ListFilter>): void {
  changeList(vacancyId, { filter: { ...readList(vacancyId).filter, ...change }, scroll: 0 });
}

/** Takes the ticks off, wherever these applications are listed: what was to be done with them is done. */
export function untick(applicationIds: readonly ApplicationId[]): void {
  const done = new Set<string>(applicationIds);
  useApplicationListStore.setState(({ lists }) => ({
    lists: Object.fromEntries(
      Object.entries(lists).map(([vacancyId, list]) => {
        const ticked = new Set(list.ticked);
        for (const id of applicationIds) ticked.delete(id);
        return [vacancyId, ticked.size === list.ticked.size ? list : { ...list, ticked }];
      }),
    ),
  }));
  useDatabaseList.setState(({ ticked }) => ({ ticked: new Set([...ticked].filter((id) => !done.has(id))) }));
  useCalendarTicks.setState(({ ticked }) => ({ ticked: new Set([...ticked].filter((id) => !done.has(id))) }));
}

export function chooseAction(action: ActionChoice | null): void {
  useApplicationListStore.setState({ action });
}
