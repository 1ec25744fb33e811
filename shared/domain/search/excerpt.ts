import type { Words } from './query.js';
import { tokensOf, type Token } from './tokenize.js';

/** Characters before the hit, and in all. */
const BEFORE = 40;
const LENGTH = 180;

/** A piece of text: found, or what stands around it. */
export interface ExcerptPart {
  readonly text: string;
  readonly isHit: boolean;
}

/** The place in a text where the first of these words stands, on one line; empty where none does. */
export function excerptOf(text: string, wanted: readonly Words[]): readonly ExcerptPart[] {
  const hits = hitsIn(text, wanted);
  const [first] = hits;
  if (first === undefined) return [];
  const start = wordStart(text, Math.max(0, first.start - BEFORE), first.start);
  const end = Math.min(text.length, start + LENGTH);
  const parts: ExcerptPart[] = [];
  let at = start;
  for (const hit of hits) {
    if (hit.start < at || hit.end > end) continue;
    parts.push(
      { text: text.slice(at, hit.start), isHit: false },
      { text: text.slice(hit.start, hit.end), isHit: true },
    );
    at = hit.end;
  }
  parts.push({ text: text.slice(at, end), isHit: false });
  const shown = start === 0 ? parts : [{ text: '… ', isHit: false }, ...parts];
  return shown.map((part) => ({ ...part, text: part.text.replace(/\s+/g, ' ') })).filter((part) => part.text !== '');
}

type Place = Pick<Token, 'start' | 'end'>;

/** Where words of the query stand, as far as an excerpt reaches. */
function hitsIn(text: string, wanted: readonly Words[]): readonly Place[] {
  const longest = Math.max(1, ...wanted.map(({ terms }) => terms.length));
  const hits: Place[] = [];
  const last: Token[] = [];
  for (const token of tokensOf(text)) {
    const [first] = hits;
    if (first !== undefined && token.start > first.start + LENGTH) break;
    last.push(token);
    if (last.length > longest) last.shift();
    for (const words of wanted) {
      const run = last.slice(-words.terms.length);
      if (run.length === words.terms.length && answers(run, words)) hits.push(...run);
    }
  }
  return [...new Set(hits)].sort((a, b) => a.start - b.start);
}

/** Whether these tokens, one after the other, are the words. */
export function answers(run: readonly Token[], { terms, exact }: Words): boolean {
  return terms.every((term, at) => {
    const whole = exact || at < terms.length - 1;
    return run[at]?.terms.some((one) => (whole ? one === term : one.startsWith(term))) === true;
  });
}

/** No excerpt begins within a word. */
function wordStart(text: string, from: number, before: number): number {
  if (from === 0) return 0;
  const space = text.slice(from, before).search(/\s/);
  return space === -1 ? from : from + space + 1;
}
