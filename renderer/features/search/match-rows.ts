import type { Query, Words } from '../../../shared/domain/search/query.js';
import { answers } from '../../../shared/domain/search/excerpt.js';
import { tokensOf } from '../../../shared/domain/search/tokenize.js';
import type { TextRef } from '../../data/search/indexed-text.js';
import type { WordHits } from '../../data/search/search-index.js';
import type { PersonRow } from '../../data/roster/rows.js';
import type { SearchRow } from './search-rows.js';

/** A row that was found. */
export interface FoundRow {
  readonly row: SearchRow;
  readonly score: number;
  /** The text in which the best hit stands; null where it was found by its name, email, phone, city or school. */
  readonly text: TextRef | null;
}

/** A name says more than any text; its beginning more than its middle. */
const [NAME_BEGINS, WORD_BEGINS, WITHIN] = [12, 6, 4];
/** Of what is found by what it lacks. */
const BARELY = 1e-6;

/** What the index found for each `words` of the query, in their order. */
export type Hits = ReadonlyMap<Words, WordHits>;

/** The rows that a query finds, in the order they came: names and the like here, texts as the index says. */
export function matchRows(query: Query, rows: readonly SearchRow[], hits: Hits): readonly FoundRow[] {
  const matcher = new Matcher(rows, hits);
  const scores = matcher.scoresOf(query, true);
  const found: FoundRow[] = [];
  for (const [at, row] of rows.entries()) {
    const score = scores[at] ?? 0;
    if (score > 0) found.push({ row, score, text: matcher.textOf(at) });
  }
  return found;
}

class Matcher {
  readonly #rows: readonly SearchRow[];
  readonly #hits: Hits;
  readonly #places: ReadonlyMap<string, readonly number[]>;
  readonly #texts = new Map<number, { readonly score: number; readonly ref: TextRef }>();

  constructor(rows: readonly SearchRow[], hits: Hits) {
    this.#rows = rows;
    this.#hits = hits;
    this.#places = placesOf(rows);
  }

  textOf(at: number): TextRef | null {
    return this.#texts.get(at)?.ref ?? null;
  }

  /** 0 where a row does not match; `wanted` while a hit is what is looked for. */
  scoresOf(query: Query, wanted: boolean): Float32Array {
    switch (query.kind) {
      case 'words':
        return this.#words(query, wanted);
      case 'phone':
        return this.#eachPerson(({ phone }) => (phone.replace(/\D/g, '').includes(query.digits) ? NAME_BEGINS : 0));
      case 'not':
        return this.scoresOf(query.of, false).map((score) => (score > 0 ? 0 : BARELY));
      case 'all': {
        const parts = query.of.map((one) => this.scoresOf(one, wanted));
        return this.#combine(parts, (scores) => scores.every((score) => score > 0));
      }
      case 'any': {
        const parts = query.of.map((one) => this.scoresOf(one, wanted));
        return this.#combine(parts, (scores) => scores.some((score) => score > 0));
      }
    }
  }

  #words(words: Words, wanted: boolean): Float32Array {
    const scores = this.#eachPerson((person) => scoreOfPerson(person, words));
    const { targets, scores: found, texts } = this.#hits.get(words) ?? NO_HITS;
    for (const [n, target] of targets.entries()) {
      const [score = 0, ref] = [found[n], texts[n]];
      for (const at of this.#places.get(target) ?? []) {
        scores[at] = (scores[at] ?? 0) + score;
        if (wanted && ref !== undefined && score > (this.#texts.get(at)?.score ?? 0))
          this.#texts.set(at, { score, ref });
      }
    }
    return scores;
  }

  /** The rows of a person stand together: each person is looked at once. */
  #eachPerson(score: (person: PersonRow) => number): Float32Array {
    const scores = new Float32Array(this.#rows.length);
    let last: PersonRow | null = null;
    let lastScore = 0;
    for (const [at, { person }] of this.#rows.entries()) {
      if (person !== last) lastScore = score(person);
      last = person;
      scores[at] = lastScore;
    }
    return scores;
  }

  #combine(parts: readonly Float32Array[], holds: (scores: readonly number[]) => boolean): Float32Array {
    return Float32Array.from({ length: this.#rows.length }, (_, at) => {
      const scores = parts.map((part) => part[at] ?? 0);
      return holds(scores) ? scores.reduce((sum, score) => sum + score, 0) : 0;
    });
  }
}

const NO_HITS: WordHits = { targets: [], scores: new Float32Array(), texts: [] };

/** By the ids that a hit may have: the row's own, and the person's. */
function placesOf(rows: readonly SearchRow[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  const add = (id: string, at: number): void => {
    const known = places.get(id);
    if (known === undefined) places.set(id, [at]);
    else known.push(at);
  };
  for (const [at, { id, person }] of rows.entries()) {
    for (const dossier of [person, ...person.merged]) add(dossier.id, at);
    if (id !== person.id) add(id, at);
  }
  return places;
}

/** Names and addresses are found by any part of a word; words in quotation marks only whole, and side by side. */
function scoreOfPerson({ search }: PersonRow, words: Words): number {
  const { terms, exact } = words;
  if (!terms.every((term) => search.includes(term))) return 0;
  const [only = ''] = terms;
  if (exact || terms.length > 1) {
    const tokens = [...tokensOf(search)];
    const stands = tokens.some((_, at) => answers(tokens.slice(at, at + terms.length), words));
    return stands ? NAME_BEGINS : 0;
  }
  if (search.startsWith(only)) return NAME_BEGINS;
  return search.includes(` ${only}`) ? WORD_BEGINS : WITHIN;
}
