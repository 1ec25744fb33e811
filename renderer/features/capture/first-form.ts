import { isStampOf } from '../../../shared/changes/clock.js';
import type { Language, VacancyId } from '../../../shared/records/primitives.js';
import type { PersonRow, Roster } from '../../data/roster/rows.js';
import type { Session } from '../../data/session.js';

interface FirstForm {
  readonly vacancyId: VacancyId | null;
  readonly language: Language;
}

/** So many of the newest are looked at: in a busy hall most are of colleagues. */
const LOOKED_AT = 50;

/**
 * What a first form begins with: vacancy and language of whoever was captured last, as if the page had never been left.
 * Without anybody, the one open vacancy, should there be just one: it stands there to be seen.
 */
export function firstForm(roster: Roster, last: PersonRow | null, language: Language): FirstForm {
  if (last === null) {
    const open = [...roster.vacancies.values()].filter(({ state, demo }) => state === 'open' && !demo);
    return { vacancyId: open.length === 1 ? (open[0]?.id ?? null) : null, language };
  }
  const applied = roster
    .applicationsOf(last.id)
    .find(({ vacancyId }) => roster.vacancies.get(vacancyId)?.state === 'open');
  return { vacancyId: applied?.vacancyId ?? null, language: last.language };
}

/** Who was captured last on this laptop since `today` (its start, in ms): colleagues at the next desk ask for something else. */
export async function lastCapturedHere(session: Session, today: number): Promise<PersonRow | null> {
  const people = [...session.roster.current().people.values()];
  const newest = people
    .filter(({ demo, capturedAt }) => !demo && capturedAt >= today)
    .sort((a, b) => b.capturedAt - a.capturedAt)
    .slice(0, LOOKED_AT);
  const names = newest.length === 0 ? null : await session.names();
  if (names?.ok !== true) return null;
  for (const person of newest) {
    const stamps = (await session.edit('person', person.id))?.stamps.get('capturedAt') ?? [];
    if (stamps.some((stamp) => names.value.some((name) => isStampOf(name, stamp)))) return person;
  }
  return null;
}
