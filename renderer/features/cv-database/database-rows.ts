import { isConsentValid } from '../../../shared/domain/capture-notice.js';
import { databaseEntry, type DatabaseEntry } from '../../../shared/domain/cv-database.js';
import { foldText } from '../../../shared/lib/fold-text.js';
import type { RejectionStage } from '../../../shared/records/application.js';
import type { ApplicationId, VacancyId } from '../../../shared/records/primitives.js';
import type { PersonRow, Roster } from '../../data/roster/rows.js';
import type { DatabaseFilter, DatabaseRowId } from '../../state/database-list.js';

/** A line of the CV database. */
export interface DatabaseRow extends DatabaseEntry {
  readonly id: DatabaseRowId;
  readonly person: PersonRow;
  readonly name: string;
  /** The one saved last; null where nothing is saved. */
  readonly saved: SavedApplication | null;
  /** Name of the fair where they were met; empty where it is not known. */
  readonly fair: string;
}

interface SavedApplication {
  readonly id: ApplicationId;
  readonly vacancyId: VacancyId;
  /** Null where the vacancy is gone. */
  readonly title: string | null;
  /** C25: of the rejection that came before. */
  readonly rejectionStage: RejectionStage | null;
}

/** R24: everybody who is kept for other vacancies on a day (a calendar date), by name. */
export function databaseRows(roster: Roster, today: string, collator: Intl.Collator): readonly DatabaseRow[] {
  const rows: DatabaseRow[] = [];
  for (const person of roster.people.values()) {
    const applications = roster.applicationsOf(person.id);
    const { kind, hasCv } = person;
    const statuses = applications.map(({ status }) => status);
    const database = isConsentValid(person.databaseConsent, today);
    const entry = databaseEntry({ kind, hasCv, statuses }, { database, fair: isConsentValid(person.consent, today) });
    if (entry === null) continue;
    const application = applications.findLast(({ status }) => status === 'saved');
    const name = `${person.givenName} ${person.familyName}`.trim();
    const fair = person.fairId === null ? '' : (roster.fairs.get(person.fairId)?.name ?? '');
    const saved = application === undefined ? null : savedOf(application, roster);
    rows.push({ ...entry, id: saved?.id ?? person.id, person, name, saved, fair });
  }
  return rows.sort((a, b) => collator.compare(a.name, b.name));
}

function savedOf(
  { id, vacancyId, rejectionStage }: Omit<SavedApplication, 'title'>,
  { vacancies }: Roster,
): SavedApplication {
  return { id, vacancyId, rejectionStage, title: vacancies.get(vacancyId)?.title ?? null };
}

/**
 * The rows that a filter lets through. Every word must stand in the row. Whoever's consent has ended is in the list only when
 * asked for: nobody looks there for somebody who does not want to be found.
 */
export function filterDatabase(
  rows: readonly DatabaseRow[],
  { query, types, consents }: DatabaseFilter,
): readonly DatabaseRow[] {
  const words = foldText(query).split(' ').filter(Boolean);
  return rows.filter(
    ({ type, consent, person }) =>
      (types.length === 0 || types.includes(type)) &&
      (consents.length === 0 ? consent !== 'ended' : consents.includes(consent)) &&
      words.every((word) => person.search.includes(word)),
  );
}
