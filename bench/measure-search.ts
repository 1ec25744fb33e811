import MiniSearch from 'minisearch';
import { tokensOf } from '../shared/domain/search/tokenize.js';
import type { Words } from '../shared/domain/search/query.js';
import type { IndexedText } from '../renderer/data/search/indexed-text.js';
import { SearchIndex } from '../renderer/data/search/search-index.js';

const WORDS_PER_CV = 450;
const VOCABULARY = 20_000;
const TEXTS_AT_A_TIME = 50; // as the keeper reads them
const QUERIES = 60;

/** One line of the report: ours beside MiniSearch's, in milliseconds. */
interface SearchLine {
  readonly what: string;
  readonly ours: number;
  readonly limit: number;
}

/** What the search costs over so many CVs, beside MiniSearch with the same words; both must find the same people. */
export function measureSearch(size: number): readonly SearchLine[] {
  const texts = Array.from({ length: size }, (_, n) => cvOf(n));
  const index = new SearchIndex();
  const built = timed(() => {
    for (let at = 0; at < size; at += TEXTS_AT_A_TIME) {
      index.change({ texts: texts.slice(at, at + TEXTS_AT_A_TIME), removed: [], forgotten: [] });
    }
  });
  const options = {
    fields: ['text'],
    tokenize: (text: string) => [...tokensOf(text)].flatMap(({ terms }) => terms),
    processTerm: (term: string) => term,
  };
  const mini = new MiniSearch<IndexedText>(options);
  const miniBuilt = timed(() => {
    mini.addAll(texts);
  });
  const { segments, fresh } = index.keep();
  const kept = fresh.map(({ n, buffer }) => ({ n, buffer, dead: segments.find((one) => one.n === n)?.dead ?? [] }));
  const json = JSON.stringify(mini);
  const loaded = timed(() => new SearchIndex().load(kept));
  const miniLoaded = timed(() => MiniSearch.loadJSON(json, options));
  const ours: number[] = [];
  const theirs: number[] = [];
  for (const term of queries()) {
    const words: Words = { kind: 'words', terms: [term], exact: false };
    let [found, wanted] = [0, 0];
    ours.push(timed(() => (found = index.find([words])[0]?.targets.length ?? 0)));
    theirs.push(timed(() => (wanted = mini.search(term, { prefix: true }).length)));
    if (found !== wanted) throw new Error(`${term}: found ${found.toString()}, MiniSearch ${wanted.toString()}`);
  }
  const bytes = kept.reduce((sum, { buffer }) => sum + buffer.byteLength, 0);
  const share = Math.round((100 * bytes) / texts.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0));
  const what = (name: string): string => `search in ${size.toLocaleString('en')} CVs: ${name}`;
  return [
    { what: what('p50'), ours: quantile(ours, 0.5), limit: quantile(theirs, 0.5) },
    { what: what('p95'), ours: quantile(ours, 0.95), limit: quantile(theirs, 0.95) },
    { what: what('load'), ours: loaded, limit: miniLoaded },
    { what: what(`build (${share.toString()} % of the text)`), ours: built, limit: miniBuilt },
  ];
}

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function quantile(times: readonly number[], share: number): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length * share)] ?? 0;
}

/** Words as often as Zipf has them; the same number gives the same CV. */
function cvOf(n: number): IndexedText {
  let seed = n + 1;
  const random = (): number => (seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
  const words = Array.from({ length: WORDS_PER_CV }, () => wordOf(Math.floor(VOCABULARY ** random())));
  const id = n.toString(16).padStart(32, '0');
  return { id, kind: 'cv', owner: id, text: words.join(' ') };
}

const SYLLABLES = 'ka lo mi ne ru sta vind kraft ing er sjø gård æble tek nik plan led sam arb ett'.split(' ');

function wordOf(rank: number): string {
  let word = '';
  for (let rest = rank + 1; rest > 0; rest = Math.floor(rest / SYLLABLES.length)) {
    word += SYLLABLES[rest % SYLLABLES.length] ?? '';
  }
  return word;
}

/** Beginnings of words, of one to seven letters, seldom ones and common ones. */
function queries(): readonly string[] {
  return Array.from({ length: QUERIES }, (_, n) => {
    const [token] = [...tokensOf(wordOf(n * n * 5))];
    return (token?.terms[0] ?? '').slice(0, 1 + (n % 7));
  });
}
