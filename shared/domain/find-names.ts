import { nameKey, wordsIn } from './name-key.js';
import type { Found, Word } from './text-range.js';

/** Stand in many names and in every text: they are a part of a name only beside another part of it. */
const PARTICLES: ReadonlySet<string> = new Set(
  'af al av ben bin d da de del della den der di do dos du el ibn in la le o op t te ten ter und van von zu zum'.split(
    ' ',
  ),
);
/** Scripts that part no words: a name is looked for inside them. */
const UNPARTED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}]/u;
/** What may stand inside a name, between its words. */
const INSIDE = /^[\s.,\-‐‑–'’´`_]{0,3}$/u;
const POSSESSIVE = /^['’´`]?$/u;
const HANDLE_LENGTH = 4;

interface NameParts {
  /** Each names the person by itself. */
  readonly strong: ReadonlySet<string>;
  /** Part of the name where they stand beside a strong one. */
  readonly particles: ReadonlySet<string>;
  readonly initials: ReadonlySet<string>;
  /** An initial and a name as one word, as user names are made. */
  readonly handles: ReadonlySet<string>;
  readonly given: readonly string[];
  readonly family: readonly string[];
}

/**
 * Finds a name in a text: each part of it by itself, in any case, with or without diacritics, with a genitive `s`, in any
 * order, joined, with initials, and as a user name. Words that only begin like a name stay: `Anna` is not in `annat`.
 */
export function findNames(text: string, givenName: string, familyName: string): readonly Found[] {
  const parts = partsOf(givenName, familyName);
  if (parts.strong.size === 0) return [];
  const words = wordsIn(text);
  const gap = (at: number): string => text.slice(words[at]?.end ?? 0, words[at + 1]?.start ?? text.length);
  const mine = words.map((word) => namesByItself(word, parts));
  markInitials(words, mine, parts, gap);
  const found: { start: number; end: number; kind: 'name' }[] = [];
  for (const [at, word] of words.entries()) {
    if (mine[at] !== true) continue;
    const start = words[beginning(at, words, parts, gap)]?.start ?? word.start;
    const end = words[ending(at, words, parts, gap)]?.end ?? word.end;
    const before = found.at(-1);
    if (before !== undefined && start <= before.end) before.end = Math.max(end, before.end);
    else if (before !== undefined && INSIDE.test(text.slice(before.end, start))) before.end = end;
    else found.push({ start, end, kind: 'name' });
  }
  return found;
}

function partsOf(givenName: string, familyName: string): NameParts {
  const fields = [givenName, familyName].map((name) =>
    wordsIn(name)
      .map(({ key }) => key)
      .filter((key) => key !== ''),
  );
  const [given = [], family = []] = fields.map((keys) => {
    const own = keys.filter((key) => !PARTICLES.has(key) && (key.length > 1 || UNPARTED.test(key)));
    return own.length === 0 ? keys : own;
  });
  const [allGiven, allFamily] = fields.map((keys) => nameKey(keys.join('')));
  const joined = [allGiven, allFamily, `${allGiven ?? ''}${allFamily ?? ''}`, `${allFamily ?? ''}${allGiven ?? ''}`];
  const pairs = given.flatMap((one) => family.flatMap((other) => [one + other, other + one]));
  const strong = new Set([...given, ...family, ...joined, ...pairs].filter((key) => key !== undefined && key !== ''));
  const initialsOf = (keys: readonly string[]) => keys.map((key) => key.slice(0, 1));
  return {
    strong: new Set([...strong].filter((key) => key !== undefined)),
    particles: new Set(fields.flat().filter((key) => PARTICLES.has(key))),
    initials: new Set(initialsOf(fields.flat())),
    handles: new Set(
      [
        ...initialsOf(given).flatMap((initial) => [...family, allFamily ?? ''].map((name) => initial + name)),
        ...initialsOf(family).flatMap((initial) => [...given, allGiven ?? ''].map((name) => name + initial)),
      ].filter(({ length }) => length >= HANDLE_LENGTH),
    ),
    given,
    family,
  };
}

function namesByItself({ text }: Word, { strong, handles, given, family }: NameParts): boolean {
  const key = nameKey(text);
  const letters = nameKey(text.replace(/\p{N}+/gu, ''));
  const owner = /s$/i.test(text) ? nameKey(text.slice(0, -1)) : letters;
  if ([key, letters, owner].some((one) => strong.has(one) || handles.has(one))) return true;
  if (UNPARTED.test(key) && [...strong].some((part) => UNPARTED.test(part) && key.includes(part))) return true;
  const holds = (parts: readonly string[]) => parts.some((part) => part.length > 2 && letters.includes(part));
  return holds(given) && holds(family);
}

/** `A.B.` and `A. B.` of Anna Berg. */
function markInitials(words: readonly Word[], mine: boolean[], parts: NameParts, gap: (at: number) => string): void {
  const isInitial = (at: number, of: readonly string[]): boolean => {
    const key = words[at]?.key ?? '';
    return key.length === 1 && isCapital(words[at]) && of.some((part) => part.startsWith(key));
  };
  for (const at of words.keys()) {
    if (!/^\. ?$/.test(gap(at)) || !isInitial(at, parts.given) || !isInitial(at + 1, parts.family)) continue;
    mine[at] = true;
    mine[at + 1] = true;
  }
}

/** The word with which a name begins of which the word at `at` is a part: particles and initials before it. */
function beginning(at: number, words: readonly Word[], parts: NameParts, gap: (at: number) => string): number {
  let first = at;
  for (let before = at - 1; before >= 0; before -= 1) {
    const word = words[before];
    if (word === undefined || !INSIDE.test(gap(before))) break;
    if (!parts.particles.has(word.key) && !isOwnInitial(word, parts)) break;
    first = before;
  }
  return first;
}

/** The word with which it ends: particles and initials after it, as in `Dijk, L. van`, or the `s` of a genitive. */
function ending(at: number, words: readonly Word[], parts: NameParts, gap: (at: number) => string): number {
  let last = at;
  for (let next = words[at + 1]; next !== undefined && INSIDE.test(gap(last)); next = words[last + 1]) {
    const isInitial = isOwnInitial(next, parts) && (!gap(last).includes(',') || gap(last + 1).startsWith('.'));
    if (!isInitial && !isParticleAfter(next, parts)) break;
    last += 1;
  }
  const isGenitive = words[last + 1]?.key === 's' && gap(last) !== '' && POSSESSIVE.test(gap(last));
  return isGenitive ? last + 1 : last;
}

function isParticleAfter({ key }: Word, { particles }: NameParts): boolean {
  return particles.has(key) || particles.has(key.replace(/s$/, ''));
}

function isOwnInitial(word: Word, { initials }: NameParts): boolean {
  return word.key.length === 1 && initials.has(word.key) && isCapital(word);
}

function isCapital(word: Word | undefined): boolean {
  return word !== undefined && /^\p{Lu}$/u.test(word.text);
}

/** Finds a name of several words, as a school's or a town's, with a genitive `s`. */
export function findPhrase(text: string, phrase: string): readonly Omit<Found, 'kind'>[] {
  const wanted = wordsIn(phrase)
    .map(({ key }) => key)
    .filter((key) => key !== '');
  if (wanted.length === 0) return [];
  const words = wordsIn(text).filter(({ key }) => key !== '');
  const last = wanted.length - 1;
  return words.flatMap((word, at) => {
    const same = wanted.every((key, n) => {
      const found = words[at + n]?.key;
      return found === key || (n === last && found === `${key}s`);
    });
    return same ? [{ start: word.start, end: words[at + last]?.end ?? word.end }] : [];
  });
}
