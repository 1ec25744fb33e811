import { LISTED_STATUSES } from '../../../shared/domain/application-status.js';
import type { OwnStep } from '../../../shared/records/own-step.js';
import { LANGUAGES, type VacancyId } from '../../../shared/records/primitives.js';
import type { ApplicationRow, PersonRow, Roster } from '../../data/roster/rows.js';
import type { ListColumn, ListSort } from '../../state/application-lists.js';

/** One row of the list. */
export interface ListedApplication {
  readonly application: ApplicationRow;
  readonly person: PersonRow;
  /** The name as it is displayed and sorted. */
  readonly name: string;
  /** G-8: the own step that was taken in its status. */
  readonly step: OwnStep | null;
}

/** Every application of a vacancy; one whose person is not there yet (half of a sync) is not listed. */
export function listApplications(roster: Roster, vacancyId: VacancyId): readonly ListedApplication[] {
  const listed: ListedApplication[] = [];
  const steps = new Map(roster.organisation?.ownSteps.map((step) => [step.id, step]));
  for (const application of roster.applicationsIn(vacancyId)) {
    const person = roster.people.get(application.personId);
    if (person !== undefined) {
      const step = application.ownStepId === null ? null : (steps.get(application.ownStepId) ?? null);
      listed.push({ application, person, name: displayName(person), step });
    }
  }
  return listed;
}

/**
 * Rows in the order of a column; ties stand newest first, and a missing rating or ranking last whatever the direction. Names by the
 * alphabet of the screen's language. Sorted once, filtered at every key: filtering keeps the order.
 */
export function sortApplications(
  listed: readonly ListedApplication[],
  { column, descending }: ListSort,
  collator: Intl.Collator,
): readonly ListedApplication[] {
  const sign = descending ? -1 : 1;
  const newestFirst = (a: ListedApplication, b: ListedApplication): number =>
    b.application.receivedAt - a.application.receivedAt;
  if (column === 'name') {
    return [...listed].sort((a, b) => sign * collator.compare(a.name, b.name) || newestFirst(a, b));
  }
  const rank = RANKS[column];
  return [...listed].sort((a, b) => missingLast(column, a, b) || sign * (rank(a) - rank(b)) || newestFirst(a, b));
}

const STATUS_RANK = rankOf(LISTED_STATUSES);
const LANGUAGE_RANK = rankOf([...LANGUAGES].sort());

const RANKS = {
  status: ({ application }) => STATUS_RANK.get(application.status) ?? 0,
  rating: ({ application }) => application.rating ?? 0,
  ranking: ({ application }) => application.ranking ?? 0,
  language: ({ person }) => LANGUAGE_RANK.get(person.language) ?? 0,
  cv: ({ person }) => (person.hasCv ? 0 : 1),
  received: ({ application }) => application.receivedAt,
} as const satisfies Record<Exclude<ListColumn, 'name'>, (row: ListedApplication) => number>;

function missingLast(column: ListColumn, a: ListedApplication, b: ListedApplication): number {
  if (column !== 'rating' && column !== 'ranking') return 0;
  return Number(a.application[column] === null) - Number(b.application[column] === null);
}

function rankOf<Value>(order: readonly Value[]): ReadonlyMap<Value, number> {
  return new Map(order.map((value, rank) => [value, rank]));
}

function displayName({ givenName, familyName }: PersonRow): string {
  return `${givenName} ${familyName}`.trim();
}
