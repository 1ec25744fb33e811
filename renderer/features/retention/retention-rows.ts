import { toBeDeleted, type ToBeDeleted } from '../../../shared/domain/retention.js';
import { foldKeepMarks, type LegalHold } from '../../../shared/domain/keep-marks.js';
import { foldText } from '../../../shared/lib/fold-text.js';
import type { Instant } from '../../../shared/lib/time.js';
import type { ApplicationId, PersonId, VacancyId } from '../../../shared/records/primitives.js';
import { retentionFacts, retentionSettings } from '../../data/retention-facts.js';
import { newestApplication } from '../../data/roster/newest-application.js';
import type { PersonRow, Roster } from '../../data/roster/rows.js';

/** A line of *Candidates to be deleted*. */
export interface RetentionRow extends ToBeDeleted {
  readonly id: PersonId;
  readonly person: PersonRow;
  readonly name: string;
  readonly holds: readonly LegalHold[];
  /** By which the dossier is opened; null where there is none in any list. */
  readonly application: { readonly id: ApplicationId; readonly vacancyId: VacancyId } | null;
  /** Title of its vacancy; empty where there is none. */
  readonly vacancy: string;
}

/** Whoever is due within thirty days, the first to go first. */
export function retentionRows(roster: Roster, now: Instant): readonly RetentionRow[] {
  const settings = retentionSettings(roster);
  const rows: RetentionRow[] = [];
  for (const person of roster.people.values()) {
    const standing = toBeDeleted(retentionFacts(roster, person), settings, { now, countsFrom: 0 });
    if (standing === null) continue;
    const application = newestApplication(roster, person.id);
    rows.push({
      ...standing,
      id: person.id,
      person,
      name: `${person.givenName} ${person.familyName}`.trim(),
      holds: foldKeepMarks(person.retention).holds,
      application,
      vacancy: application === null ? '' : (roster.vacancies.get(application.vacancyId)?.title ?? ''),
    });
  }
  const dayOf = ({ deletesOn, due }: RetentionRow): string => deletesOn ?? due;
  return rows.sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : a.name.localeCompare(b.name)));
}

/** Every word must stand in the row. */
export function filterRetention(rows: readonly RetentionRow[], query: string): readonly RetentionRow[] {
  const words = foldText(query).split(' ').filter(Boolean);
  return words.length === 0 ? rows : rows.filter(({ person }) => words.every((word) => person.search.includes(word)));
}
