import type { Deletion } from '../../../shared/domain/deletion.js';
import { foldText } from '../../../shared/lib/fold-text.js';
import type { ApplicationId, VacancyId } from '../../../shared/records/primitives.js';
import type { PersonRow, Roster } from '../../data/roster/rows.js';
import type { DeletedFilter } from '../../state/deleted-list.js';
import { inPeriod } from '../../state/period.js';

/** A line of *Deleted applications*. */
export interface DeletedRow {
  readonly id: ApplicationId;
  readonly vacancyId: VacancyId;
  readonly person: PersonRow;
  readonly name: string;
  /** Null where the vacancy is gone (C14). */
  readonly vacancy: { readonly title: string; readonly department: string } | null;
  readonly deletion: Deletion;
  /** Name of who deleted it; empty where the record does not say. */
  readonly by: string;
}

/** R14: everything that is deleted, what was deleted last first. */
export function deletedRows(roster: Roster): readonly DeletedRow[] {
  const rows: DeletedRow[] = [];
  for (const { id, personId, vacancyId, deletion } of roster.applications.values()) {
    const person = roster.people.get(personId);
    if (deletion === null || person === undefined) continue;
    const name = `${person.givenName} ${person.familyName}`.trim();
    const vacancy = roster.vacancies.get(vacancyId) ?? null;
    const by = deletion.by === null ? '' : (roster.recruiters.get(deletion.by)?.name ?? '');
    rows.push({ id, vacancyId, person, name, vacancy, deletion, by });
  }
  return rows.sort((a, b) => b.deletion.at - a.deletion.at);
}

/** The rows that a filter lets through. Every word must stand in the row; days are those of the zone. */
export function filterDeleted(
  rows: readonly DeletedRow[],
  { query, vacancyIds, period }: DeletedFilter,
  zone: string,
): readonly DeletedRow[] {
  const words = foldText(query).split(' ').filter(Boolean);
  const isInPeriod = period === null ? () => true : inPeriod(period, zone);
  return rows.filter(
    ({ vacancyId, person, deletion }) =>
      (vacancyIds.length === 0 || vacancyIds.includes(vacancyId)) &&
      isInPeriod(deletion.at) &&
      words.every((word) => person.search.includes(word)),
  );
}
