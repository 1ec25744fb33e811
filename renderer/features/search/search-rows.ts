import { isListed } from '../../../shared/domain/application-status.js';
import { candidateType, type CandidateType } from '../../../shared/domain/candidate-type.js';
import type { Instant } from '../../../shared/lib/time.js';
import type { ApplicationRow, PersonRow, Roster } from '../../data/roster/rows.js';
import type { SearchRowId } from '../../state/search-list.js';

/** Whom a search can find: an application, or a person without one. */
export interface SearchRow {
  readonly id: SearchRowId;
  readonly person: PersonRow;
  readonly name: string;
  readonly type: CandidateType;
  /** Null where the person has none in any list. */
  readonly application: ApplicationRow | null;
  /** Null without an application, and where the vacancy is gone. */
  readonly vacancy: string | null;
  /** When the application came, or the person was met. */
  readonly at: Instant;
}

/** Everybody: each listed application a row, and one for whoever has none. The rows of a person stand together. */
export function searchRows(roster: Roster): readonly SearchRow[] {
  const rows: SearchRow[] = [];
  for (const person of roster.people.values()) {
    const all = roster.applicationsOf(person.id);
    const { kind, hasCv } = person;
    const type = candidateType({ kind, hasCv, statuses: all.map(({ status }) => status) });
    const name = `${person.givenName} ${person.familyName}`.trim();
    const known = { person, name, type };
    const listed = all.filter(({ status }) => isListed(status));
    for (const application of listed) {
      const vacancy = roster.vacancies.get(application.vacancyId)?.title ?? null;
      rows.push({ ...known, id: application.id, application, vacancy, at: application.receivedAt });
    }
    if (listed.length === 0) {
      rows.push({ ...known, id: person.id, application: null, vacancy: null, at: person.capturedAt });
    }
  }
  return rows;
}
