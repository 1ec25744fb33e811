import type { Language, VacancyId } from '../../../shared/records/primitives.js';
import type { PersonRow, Roster } from '../../data/roster/rows.js';

interface FirstForm {
  readonly vacancyId: VacancyId | null;
  readonly language: Language;
}

/**
 * What a first form begins with: vacancy and language of whoever was captured last since `today` (its start, in ms), as if
 * the page had never been left. Before that, the one open vacancy, should there be just one: it stands there to be seen.
 */
export function firstForm(roster: Roster, today: number, language: Language): FirstForm {
  const last = newestSince(roster, today);
  if (last === null) {
    const open = [...roster.vacancies.values()].filter(({ state, demo }) => state === 'open' && !demo);
    return { vacancyId: open.length === 1 ? (open[0]?.id ?? null) : null, language };
  }
  const applied = roster
    .applicationsOf(last.id)
    .find(({ vacancyId }) => roster.vacancies.get(vacancyId)?.state === 'open');
  return { vacancyId: applied?.vacancyId ?? null, language: last.language };
}

function newestSince({ people }: Roster, today: number): PersonRow | null {
  let newest: PersonRow | null = null;
  for (const person of people.values()) {
    if (!person.demo && person.capturedAt >= (newest?.capturedAt ?? today)) newest = person;
  }
  return newest;
}
