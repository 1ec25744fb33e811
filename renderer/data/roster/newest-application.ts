import { isListed } from '../../../shared/domain/application-status.js';
import type { PersonId } from '../../../shared/records/primitives.js';
import type { ApplicationRow, Roster } from './rows.js';

/** By which somebody's dossier is opened; null where there is none in any list (a prospect, or all deleted). */
export function newestApplication(roster: Roster, person: PersonId): ApplicationRow | null {
  return roster.applicationsOf(person).findLast(({ status }) => isListed(status)) ?? null;
}
