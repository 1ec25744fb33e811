import { foldText } from '../../shared/lib/fold-text.js';
import { newestApplication } from '../data/roster/newest-application.js';
import type { ApplicationRow, PersonRow, Roster } from '../data/roster/rows.js';

/** More than this nobody reads: they type another letter. */
const MOST_PEOPLE = 8;
const MOST_LOOKED_AT = 400;

/** A person found, and where the click leads. */
export interface FoundPerson {
  readonly person: PersonRow;
  readonly vacancyTitle: string | null;
  /** C24: hired by this application, so no candidate; null for a candidate. */
  readonly hired: ApplicationRow | null;
}

/** Whether all words of a folded query stand in a folded text. */
export function holdsAll(text: string, words: readonly string[]): boolean {
  return words.every((word) => text.includes(word));
}

export function wordsOf(query: string): readonly string[] {
  return foldText(query).split(' ').filter(Boolean);
}

/**
 * People whose name, school, e-mail or phone holds every word; those whose name begins with the first word come first,
 * employees after all candidates (C24).
 * Stops looking after a few hundred hits: with that many, the next letter decides anyway.
 */
export function findPeople(roster: Roster, query: string): readonly FoundPerson[] {
  const words = wordsOf(query);
  const first = words[0];
  if (first === undefined) return [];
  const hits: (Pick<FoundPerson, 'person' | 'hired'> & { readonly rank: number })[] = [];
  for (const person of roster.people.values()) {
    if (!holdsAll(person.search, words)) continue;
    const hired = roster.applicationsOf(person.id).findLast(({ status }) => status === 'hired') ?? null;
    hits.push({ person, hired, rank: rankOf(person, first) });
    if (hits.length === MOST_LOOKED_AT) break;
  }
  hits.sort(
    (a, b) =>
      Number(a.hired !== null) - Number(b.hired !== null) ||
      a.rank - b.rank ||
      a.person.search.localeCompare(b.person.search),
  );
  return hits
    .slice(0, MOST_PEOPLE)
    .map(({ person, hired }) => ({ person, hired, vacancyTitle: vacancyTitleOf(roster, person) }));
}

function rankOf(person: PersonRow, first: string): number {
  if (person.search.startsWith(first)) return 0;
  return person.search.includes(` ${first}`) ? 1 : 2;
}

function vacancyTitleOf(roster: Roster, person: PersonRow): string | null {
  const latest = newestApplication(roster, person.id);
  return latest === null ? null : (roster.vacancies.get(latest.vacancyId)?.title ?? null);
}
