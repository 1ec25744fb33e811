import type { Words } from '../../../shared/domain/search/query.js';
import type { TextKind } from './indexed-text.js';
import type { Segment } from './segment.js';

/** A hit in a CV says more about somebody than one in a recruiter's note. */
const WEIGHTS: Readonly<Record<TextKind, number>> = {
  cv: 3,
  application: 2,
  document: 1.5,
  applicationNote: 1,
  personNote: 1,
};
/** A whole word says more than the beginning of one. */
const WHOLE_WORD = 2;

const encoder = new TextEncoder();

/** How well each text of a segment answers these words; 0 where it does not. */
export function findWords(segment: Segment, { terms, exact }: Words): Float32Array {
  const scores = new Float32Array(segment.texts);
  const add = (text: number, times: number, weight: number): void => {
    scores[text] = (scores[text] ?? 0) + weight * WEIGHTS[segment.kindOf(text)] * (1 + Math.log(times));
  };
  const [only = ''] = terms;
  if (terms.length > 1) {
    for (const [text, times] of findSequence(segment, terms, exact)) add(text, times, WHOLE_WORD);
    return scores;
  }
  const word = encoder.encode(only);
  const whole = segment.find(word);
  const [from, to] = exact ? [whole ?? 0, whole === null ? 0 : whole + 1] : segment.termsWith(word);
  for (let term = from; term < to; term++) {
    const weight = term === whole ? WHOLE_WORD : 1;
    segment.eachText(term, (text, times) => {
      add(text, times, weight);
    });
  }
  return scores;
}

/** Texts in which the terms stand one after the other, with how often. Unless `exact`, the last may go on. */
function findSequence(segment: Segment, terms: readonly string[], exact: boolean): ReadonlyMap<number, number> {
  let ends: Map<number, ReadonlySet<number>> | null = null;
  for (const [at, term] of terms.entries()) {
    const places = placesOf(segment, encoder.encode(term), exact || at < terms.length - 1);
    ends = ends === null ? places : follow(ends, places);
  }
  return new Map([...(ends ?? [])].map(([text, places]) => [text, places.size]));
}

function placesOf(segment: Segment, word: Uint8Array, whole: boolean): Map<number, Set<number>> {
  const found = new Map<number, Set<number>>();
  const term = whole ? segment.find(word) : null;
  const [from, to] = whole ? [term ?? 0, term === null ? 0 : term + 1] : segment.termsWith(word);
  for (let one = from; one < to; one++) {
    segment.eachPlaces(one, (text, places) => {
      const known = found.get(text);
      if (known === undefined) found.set(text, new Set(places));
      else for (const place of places) known.add(place);
    });
  }
  return found;
}

function follow(
  before: ReadonlyMap<number, ReadonlySet<number>>,
  after: ReadonlyMap<number, ReadonlySet<number>>,
): Map<number, ReadonlySet<number>> {
  const both = new Map<number, ReadonlySet<number>>();
  for (const [text, places] of after) {
    const ended = before.get(text);
    const met = ended === undefined ? [] : [...places].filter((place) => ended.has(place - 1));
    if (met.length > 0) both.set(text, new Set(met));
  }
  return both;
}
