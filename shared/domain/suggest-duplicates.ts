import type { Instant } from '../lib/time.js';
import type { PersonId } from '../records/primitives.js';
import { digitsOf, SAME_END } from './duplicates.js';
import { nameKey } from './name-key.js';

interface KnownDetails {
  readonly id: PersonId;
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
  readonly phone: string;
}

/** What lists know of a person (`PersonRow`). */
export interface MatchedPerson extends KnownDetails {
  readonly capturedAt: Instant;
  readonly demo: boolean;
  readonly notSame: readonly PersonId[];
  readonly merged: readonly KnownDetails[];
}

/** What the two have in common besides the name. */
export type ContactSign = 'email' | 'phone';

/** Two who may be one, the one captured first before the other. */
export interface DuplicatePair<Row extends MatchedPerson> {
  readonly id: string;
  readonly first: Row;
  readonly second: Row;
  readonly signs: readonly ContactSign[];
}

/**
 * G-13: who may have been captured twice: the same first name and surname, and the same e-mail or telephone number; whoever
 * was found to be two is not asked about again. The newest first. People are put together by what they can be reached at, so
 * that names are compared only there: linear in the people. Of many with the same details each is asked about once.
 */
export function suggestDuplicates<Row extends MatchedPerson>(people: Iterable<Row>): readonly DuplicatePair<Row>[] {
  const pairs = new Map<string, { first: Row; second: Row; signs: ContactSign[] }>();
  for (const [key, rows] of byContact(people)) {
    const sign = key.startsWith('@') ? 'email' : 'phone';
    for (const same of byName(rows).values()) {
      for (const second of same) {
        const first = same.find((one) => one === second || mayBeSame(one, second, sign));
        if (first === undefined || first === second) continue;
        const id = `${first.id} ${second.id}`;
        const known = pairs.get(id);
        if (known === undefined) pairs.set(id, { first, second, signs: [sign] });
        else if (!known.signs.includes(sign)) known.signs.push(sign);
      }
    }
  }
  return [...pairs]
    .map(([id, pair]) => ({ id, ...pair }))
    .sort((a, b) => b.second.capturedAt - a.second.capturedAt || (a.id < b.id ? -1 : 1));
}

/** The same for one person, without comparing all the others with each other. */
export function duplicatesOf<Row extends MatchedPerson>(
  person: Row,
  people: Iterable<Row>,
): readonly DuplicatePair<Row>[] {
  const mine = new Set(contactKeys(person));
  if (mine.size === 0) return [];
  const near = [person];
  for (const other of people) {
    if (other.id !== person.id && contactKeys(other).some((key) => mine.has(key))) near.push(other);
  }
  if (near.length === 1) return [];
  return suggestDuplicates(near).filter(({ first, second }) => first.id === person.id || second.id === person.id);
}

/** Those who share something they can be reached at; nobody who shares nothing. */
function byContact<Row extends MatchedPerson>(people: Iterable<Row>): ReadonlyMap<string, readonly Row[]> {
  const seen = new Map<string, Row>();
  const shared = new Map<string, Row[]>();
  for (const person of people) {
    for (const key of contactKeys(person)) {
      const first = seen.get(key);
      if (first === undefined) seen.set(key, person);
      else if (first !== person) {
        const known = shared.get(key);
        if (known === undefined) shared.set(key, [first, person]);
        else if (known.at(-1) !== person) known.push(person);
      }
    }
  }
  return shared;
}

/** By which somebody can be reached in any of their dossiers. Numbers by their ends: the country may have been guessed. */
function contactKeys(person: MatchedPerson): readonly string[] {
  const keys: string[] = [];
  for (const { email, phone } of person.merged.length === 0 ? [person] : [person, ...person.merged]) {
    if (email !== '') keys.push(`@${email.trim().toLowerCase()}`);
    const digits = digitsOf(phone);
    if (digits !== '') keys.push(digits.slice(-SAME_END));
  }
  return keys;
}

/** In the order in which they were captured. */
function byName<Row extends MatchedPerson>(rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> {
  const found = new Map<string, Row[]>();
  for (const row of rows.toSorted((a, b) => a.capturedAt - b.capturedAt || (a.id < b.id ? -1 : 1))) {
    const names = [row, ...row.merged].flatMap(({ givenName, familyName }) => {
      const [given, family] = [nameKey(givenName), nameKey(familyName)];
      return given === '' || family === '' ? [] : [`${given} ${family}`];
    });
    for (const name of new Set(names)) {
      const known = found.get(name);
      if (known === undefined) found.set(name, [row]);
      else known.push(row);
    }
  }
  return found;
}

function mayBeSame(one: MatchedPerson, other: MatchedPerson, sign: ContactSign): boolean {
  if (one.demo !== other.demo || isDismissed(one, other) || isDismissed(other, one)) return false;
  if (sign === 'email') return true;
  const numbers = (of: MatchedPerson) => [of, ...of.merged].map(({ phone }) => phone);
  return numbers(one).some((a) => numbers(other).some((b) => isSameNumber(a, b)));
}

function isDismissed(one: MatchedPerson, other: MatchedPerson): boolean {
  return one.notSame.some((id) => id === other.id || other.merged.some((dossier) => dossier.id === id));
}

function isSameNumber(one: string, other: string): boolean {
  const [a, b] = [digitsOf(one), digitsOf(other)];
  if (a === '' || b === '') return false;
  return a === b || (!(one.startsWith('+') && other.startsWith('+')) && a.slice(-SAME_END) === b.slice(-SAME_END));
}
