import fc from 'fast-check';
import MiniSearch from 'minisearch';
import { describe, expect, it } from 'vitest';
import { tokensOf } from '../../../shared/domain/search/tokenize.js';
import type { Words } from '../../../shared/domain/search/query.js';
import { TEXT_KINDS, targetOf, type IndexedText, type TextRef } from './indexed-text.js';
import { SearchIndex } from './search-index.js';

/** Five languages, signs that belong to words, one family of word beginnings. */
const VOCABULARY = (
  'C++ C# .NET Java JavaScript Å A åska Ångström ø øl æble Łódź Straße ij ĳs Ærø café e f energi energisk energitekniker ' +
  'elektroingeniør sygeplejerske verpleegkundige ziekenhuis gård år året hållbarhet bærekraft anna.berg@example.com ' +
  'full-stack vind vindkraft 2026 20 α Σίσυφος 数据'
).split(' ');

const word = fc.constantFrom(...VOCABULARY);
const text = fc.array(word, { maxLength: 12 }).map((words) => words.join(' '));
const id = (n: number): string => (n + 1).toString(16).padStart(8, '0').repeat(4);
const indexed: fc.Arbitrary<IndexedText> = fc.record({
  id: fc.nat(30).map(id),
  kind: fc.constantFrom(...TEXT_KINDS),
  owner: fc.nat(8).map((n) => id(1000 + n)),
  text,
});
type Step =
  | { readonly put: readonly IndexedText[] }
  | { readonly remove: TextRef }
  | { readonly forget: string }
  | { readonly restart: true };
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.array(indexed, { minLength: 1, maxLength: 6 }).map((put) => ({ put: lastOfEach(put) })) },
  { weight: 2, arbitrary: indexed.map((remove) => ({ remove })) },
  { weight: 1, arbitrary: fc.nat(8).map((n) => ({ forget: id(1000 + n) })) },
  { weight: 1, arbitrary: fc.constant({ restart: true as const }) },
);
const asked: fc.Arbitrary<Words> = fc.record({
  kind: fc.constant('words' as const),
  terms: fc.tuple(fc.array(word, { minLength: 1, maxLength: 3 }), fc.nat(6)).map(([words, length]) => {
    const terms = words.map(firstTerm);
    return terms.map((term, at) => (at < terms.length - 1 ? term : term.slice(0, 1 + length)));
  }),
  exact: fc.boolean(),
});

function firstTerm(typed: string): string {
  for (const { terms } of tokensOf(typed)) return terms.at(-1) ?? '';
  throw new Error(`no word in ${typed}`);
}

function keyOf({ id: own, kind }: TextRef): string {
  return own + kind;
}

function lastOfEach(texts: readonly IndexedText[]): readonly IndexedText[] {
  return [...new Map(texts.map((one) => [keyOf(one), one])).values()];
}

function change(index: SearchIndex, part: Partial<Parameters<SearchIndex['change']>[0]>): void {
  index.change({ texts: [], removed: [], forgotten: [], ...part });
}

/** The index after these steps, and what it must hold. */
function run(steps: readonly Step[]): { index: SearchIndex; held: Map<string, IndexedText> } {
  let index = new SearchIndex();
  const kept = new Map<number, ArrayBuffer>();
  const held = new Map<string, IndexedText>();
  for (const one of steps) {
    if ('put' in one) {
      change(index, { texts: one.put });
      for (const put of one.put) held.set(keyOf(put), put);
    } else if ('remove' in one) {
      change(index, { removed: [one.remove] });
      held.delete(keyOf(one.remove));
    } else if ('forget' in one) {
      change(index, { forgotten: [one.forget] });
      for (const [key, { owner }] of held) if (owner === one.forget) held.delete(key);
    } else {
      const state = index.keep();
      for (const { n, buffer } of state.fresh) kept.set(n, buffer);
      index = new SearchIndex();
      expect(index.load(state.segments.map(({ n, dead }) => ({ n, dead, buffer: kept.get(n)! })))).toBe(true);
    }
  }
  return { index, held };
}

/** The rule itself, without an index: whether words stand one after the other in a text. */
function answers({ terms, exact }: Words, searched: string): boolean {
  const places = [...tokensOf(searched)];
  return places.some((_, from) =>
    terms.every((term, at) => {
      const whole = exact || at < terms.length - 1;
      return places[from + at]?.terms.some((one) => (whole ? one === term : one.startsWith(term))) === true;
    }),
  );
}

function found(index: SearchIndex, words: Words): readonly string[] {
  return [...(index.find([words])[0]?.targets ?? [])].sort();
}

describe('G-14: the index', () => {
  it('finds whom a plain reading of every text finds, whatever was put, replaced, removed, erased and kept before', () => {
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 30 }),
        fc.array(asked, { minLength: 1, maxLength: 5 }),
        (steps, queries) => {
          const { index, held } = run(steps);
          for (const words of queries) {
            const wanted = [...held.values()].filter((one) => answers(words, one.text)).map(targetOf);
            expect(found(index, words)).toEqual([...new Set(wanted)].sort());
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('finds exactly what MiniSearch finds over the same words, by their beginnings and whole', () => {
    const texts = fc.uniqueArray(indexed, { selector: keyOf, minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(texts, asked, (all, words) => {
        const mini = new MiniSearch<IndexedText & { key: string }>({
          idField: 'key',
          fields: ['text'],
          storeFields: ['id', 'kind', 'owner'],
          tokenize: (searched) => [...tokensOf(searched)].flatMap(({ terms }) => terms),
          processTerm: (term) => term,
        });
        mini.addAll(all.map((one) => ({ ...one, key: keyOf(one) })));
        const index = new SearchIndex();
        for (const one of all) change(index, { texts: [one] });
        const [term = ''] = words.terms;
        const hits = mini.search(term, { prefix: !words.exact, tokenize: (query) => [query] });
        const wanted = hits.map((hit) => targetOf(hit as unknown as IndexedText));
        expect(found(index, { ...words, terms: [term] })).toEqual([...new Set(wanted)].sort());
      }),
      { numRuns: 300 },
    );
  });

  it('keeps no byte of somebody who is erased, and few segments', () => {
    const index = new SearchIndex();
    for (let n = 0; n < 300; n++) {
      const [owner, secret] = [id(1000 + (n % 7)), `Quexborg${(n % 7).toString()}x`];
      change(index, { texts: [{ id: id(n), kind: 'cv', owner, text: `${secret} welder of bridges` }] });
    }
    change(index, { texts: [{ id: id(3), kind: 'cv', owner: id(1003), text: '' }] }); // dead already when its owner is erased
    change(index, { texts: [{ id: id(900), kind: 'application', owner: id(1002), text: 'Zyxtext' }] });
    change(index, { removed: [{ id: id(900), kind: 'application' }] });
    change(index, { forgotten: [id(1003)] });
    const { segments, fresh } = index.keep();
    const bytes = fresh.map(({ buffer }) => new TextDecoder('latin1').decode(buffer)).join('');
    expect(segments.length).toBeLessThan(16);
    expect(bytes).toContain('quexborg2x');
    expect(bytes).not.toContain('quexborg3x');
    expect(bytes).not.toContain('zyxtext');
    expect(index.find([{ kind: 'words', terms: ['welder'], exact: true }])[0]?.targets).toHaveLength(6);
  });

  it('says when what was kept is of another format, and starts empty', () => {
    const index = new SearchIndex();
    change(index, { texts: [{ id: id(1), kind: 'cv', owner: id(2), text: 'welder' }] });
    const [segment] = index.keep().fresh;
    const older = segment!.buffer.slice(0);
    new Uint8Array(older)[0] = 255;
    const next = new SearchIndex();
    expect(next.load([{ n: 1, buffer: older, dead: [] }])).toBe(false);
    expect(next.find([{ kind: 'words', terms: ['w'], exact: false }])[0]?.targets).toEqual([]);
  });

  it('puts a whole word before the beginning of one, a CV before a note, and often before once', () => {
    const index = new SearchIndex();
    const put = (n: number, kind: IndexedText['kind'], searched: string): void => {
      change(index, { texts: [{ id: id(n), kind, owner: id(100 + n), text: searched }] });
    };
    put(1, 'cv', 'welding');
    put(2, 'cv', 'weld weld weld');
    put(3, 'cv', 'weld');
    put(4, 'personNote', 'weld');
    const hits = index.find([{ kind: 'words', terms: ['weld'], exact: false }])[0]!;
    const order = hits.targets
      .map((target, at) => ({ target, score: hits.scores[at]! }))
      .sort((a, b) => b.score - a.score);
    expect(order.map(({ target }) => target)).toEqual([102, 103, 101, 104].map(id));
  });
});
