import type { FairId, PersonId, RecruiterId, VacancyId } from '../../../shared/records/primitives.js';
import type { Roster } from '../roster/rows.js';

/** What of the demo data is on this laptop, and what of it people have put their own work into. */
export interface DemoContents {
  readonly people: readonly PersonId[];
  readonly vacancies: readonly VacancyId[];
  readonly fairs: readonly FairId[];
  /** Invented vacancies that somebody real applied for: they stay, and so does every real application. */
  readonly keptVacancies: readonly VacancyId[];
  /** Invented fairs at which somebody real was met. */
  readonly keptFairs: readonly FairId[];
  readonly recruiters: readonly RecruiterId[];
  /** Invented recruiters whom something real in the calendar, or a real vacancy, names. */
  readonly keptRecruiters: readonly RecruiterId[];
}

/** Whether there is anything to remove. */
export function hasDemoData(roster: Roster): boolean {
  const { people, vacancies, fairs, recruiters } = demoContents(roster);
  return people.length + vacancies.length + fairs.length + recruiters.length > 0;
}

/** Sorts the demo data into what goes and what stays. Walks every person once. */
export function demoContents(roster: Roster): DemoContents {
  const people: PersonId[] = [];
  const visited = new Set<FairId>();
  for (const person of roster.people.values()) {
    for (const { id, demo, fairId } of [person, ...person.merged]) {
      if (demo) people.push(id);
      else if (fairId !== null) visited.add(fairId);
    }
  }
  const isReal = (id: PersonId): boolean => roster.people.get(id)?.demo === false;
  const vacancies = [...roster.vacancies.values()].filter(({ demo }) => demo).map(({ id }) => id);
  const applied = new Set<VacancyId>();
  for (const { vacancyId, personId } of roster.applications.values()) if (isReal(personId)) applied.add(vacancyId);
  const named = recruitersNamed(roster, isReal);
  const recruiters = [...roster.recruiters.values()].filter(({ demo }) => demo).map(({ id }) => id);
  const fairs = [...roster.fairs.values()].filter(({ demo }) => demo).map(({ id }) => id);
  return {
    people,
    vacancies: vacancies.filter((id) => !applied.has(id)),
    keptVacancies: vacancies.filter((id) => applied.has(id)),
    fairs: fairs.filter((id) => !visited.has(id)),
    keptFairs: fairs.filter((id) => visited.has(id)),
    recruiters: recruiters.filter((id) => !named.has(id)),
    keptRecruiters: recruiters.filter((id) => named.has(id)),
  };
}

function recruitersNamed(
  { interviews, appointments, vacancies }: Roster,
  isReal: (id: PersonId) => boolean,
): ReadonlySet<RecruiterId> {
  const real = [...interviews.values(), ...appointments.values()].filter(
    ({ personId }) => personId === null || isReal(personId),
  );
  const contacts = [...vacancies.values()].flatMap(({ demo, contactId }) => (demo ? [] : [contactId]));
  return new Set([...real.flatMap(({ recruiterIds }) => recruiterIds), ...contacts].filter((id) => id !== null));
}
