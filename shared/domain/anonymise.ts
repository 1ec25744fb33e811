import type { Person } from '../records/person.js';
import { findAddress, findContactDetails, findNumber } from './find-contact-details.js';
import { findNames, findPhrase } from './find-names.js';
import type { DetailKind, Found } from './text-range.js';

/** What a record says of the person: none of it goes out. */
export type PersonalDetails = Pick<Person, 'givenName' | 'familyName' | 'email' | 'phone' | 'school' | 'city'>;

/** What stands where a detail stood, in the language of the reader. */
export type WithheldWords = Readonly<Record<DetailKind, string>>;

/** Which dates are of birth depends on the year. */
export interface AnonymiseContext {
  readonly year: number;
  readonly words: WithheldWords;
}

/** A shorter one is a word. */
const LEAST_USER_NAME = 4;

/**
 * R30: a text of the candidate's own without what says who wrote it: every detail of the record, and whatever else reaches
 * or identifies somebody, by what it looks like. Rather a word too many than one too few: nobody reads the result before.
 */
export function anonymise(text: string, details: PersonalDetails, { year, words }: AnonymiseContext): string {
  const found = joined([
    ...ownDetails(text, details),
    ...userNames(text, details),
    ...placesOf(text, details),
    ...findContactDetails(text, year),
  ]);
  let [rest, end] = ['', 0];
  for (const { start, end: after, kind } of found) {
    rest += text.slice(end, start) + words[kind];
    end = after;
  }
  return rest + text.slice(end);
}

/**
 * The candidate's name, address or number in what somebody else wrote about the candidate, as it stands there; each once.
 * Towns and schools are what a vacancy is about, too: whoever names one means to.
 */
export function personalDetailsIn(text: string, details: PersonalDetails): readonly string[] {
  const found = joined(ownDetails(text, details)).map(({ start, end }) => text.slice(start, end));
  return [...new Set(found)];
}

function ownDetails(text: string, { givenName, familyName, email, phone }: PersonalDetails): readonly Found[] {
  return [...findAddress(text, email), ...findNumber(text, phone), ...findNames(text, givenName, familyName)];
}

/** What stands before the `@` is what many are called elsewhere, too. */
function userNames(text: string, { email }: PersonalDetails): readonly Found[] {
  const name = email.slice(0, Math.max(0, email.lastIndexOf('@')));
  return name.length < LEAST_USER_NAME
    ? []
    : findPhrase(text, name).map((range): Found => ({ ...range, kind: 'link' }));
}

/** A school also without the programme after its comma, and by its letters: `KTH` of `KTH, Computer Science`. */
function placesOf(text: string, { school, city }: PersonalDetails): readonly Found[] {
  const letters = school.match(/(?<![\p{L}\p{N}])\p{Lu}{2,}(?![\p{L}\p{N}])/gu) ?? [];
  return [school, school.split(/[,;(/–]/)[0] ?? '', city, ...letters].flatMap((place) =>
    findPhrase(text, place).map((range): Found => ({ ...range, kind: 'place' })),
  );
}

/** In the order of the text; what overlaps is one, of the kind that begins first. */
function joined(found: readonly Found[]): readonly Found[] {
  const result: Found[] = [];
  for (const one of found.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const before = result.at(-1);
    if (before !== undefined && one.start < before.end) {
      result[result.length - 1] = { ...before, end: Math.max(before.end, one.end) };
    } else result.push(one);
  }
  return result;
}
