import { foldText } from '../lib/fold-text.js';
import type { Language, PersonId } from '../records/primitives.js';
import { cleanName } from './clean-name.js';
import type { ReadPhone } from './contact-details.js';

/** What lists know of a person (`PersonRow`). */
export interface KnownPerson {
  readonly id: PersonId;
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
  readonly phone: string;
  /** Names first, then the rest, folded. */
  readonly search: string;
}

export interface TypedPerson {
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
  readonly phone: string;
  readonly language: Language;
}

/** Strongest first; `phone-end` is a mere perhaps. */
export const DUPLICATE_SIGNS = ['email', 'phone', 'name', 'phone-end'] as const;
export type DuplicateSign = (typeof DUPLICATE_SIGNS)[number];

export interface Duplicate<Row extends KnownPerson> {
  readonly person: Row;
  readonly sign: DuplicateSign;
}

/** As many digits as a whole Danish or Norwegian number has. */
export const SAME_END = 8;

/**
 * Who of the known people may be the one being typed, strongest sign first (G-13: verified or dismissed by the
 * recruiter, never merged on its own). A name counts only when both parts are typed and equal. Numbers of which one was
 * written down without its country are compared by their ends: whose country was guessed, may have been guessed wrongly.
 */
export function findDuplicates<Row extends KnownPerson>(
  people: Iterable<Row>,
  typed: TypedPerson,
  readPhone: ReadPhone,
): readonly Duplicate<Row>[] {
  const email = cleanName(typed.email).toLowerCase();
  const readable = readPhone(cleanName(typed.phone), typed.language);
  const phone = digitsOf(readable ?? typed.phone);
  const given = foldText(cleanName(typed.givenName));
  const family = foldText(cleanName(typed.familyName));
  const whole = given === '' || family === '' ? null : `${given} ${family}`;
  const withCountry = readable !== null && /^\s*(\+|00)/.test(typed.phone);
  const hasSameEnd = (person: Row): boolean =>
    phone.length >= SAME_END &&
    !(withCountry && person.phone.startsWith('+')) &&
    digitsOf(person.phone).slice(-SAME_END) === phone.slice(-SAME_END);
  const signOf = (person: Row): DuplicateSign | null => {
    if (email !== '' && person.email.toLowerCase() === email) return 'email';
    if (phone !== '' && digitsOf(person.phone) === phone) return 'phone';
    // The folded search text begins with the name: only the few that match there are folded and compared in full.
    const sameStart = whole !== null && person.search.startsWith(whole);
    if (sameStart && foldText(person.givenName) === given && foldText(person.familyName) === family) return 'name';
    return hasSameEnd(person) ? 'phone-end' : null;
  };
  const found: Duplicate<Row>[] = [];
  for (const person of people) {
    const sign = signOf(person);
    if (sign !== null) found.push({ person, sign });
  }
  return found.sort((a, b) => DUPLICATE_SIGNS.indexOf(a.sign) - DUPLICATE_SIGNS.indexOf(b.sign));
}

/** Too few digits say nothing: the same extension is half the hall's. */
export function digitsOf(phone: string): string {
  const digits = phone.replace(/\D/g, '');
  return digits.length < 6 ? '' : digits;
}
