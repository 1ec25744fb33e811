import { tokensOf } from '../../../shared/domain/search/tokenize.js';
import { compareBytes } from './compare-bytes.js';
import { TEXT_KINDS, type IndexedText } from './indexed-text.js';
import { SegmentWriter } from './segment-bytes.js';
import { idToWords } from './text-id.js';

/** Places of a term, text by text. */
type Hits = Map<number, number[]>;

/** An immutable segment of these texts. */
export function buildSegment(texts: readonly IndexedText[]): ArrayBuffer {
  const writer = new SegmentWriter();
  const hits = new Map<string, Hits>();
  for (const { id, kind, owner, text } of texts) {
    const number = writer.addText(idToWords(id), idToWords(owner), TEXT_KINDS.indexOf(kind));
    for (const { terms, position } of tokensOf(text)) {
      for (const term of terms) placesIn(hits, term, number).push(position);
    }
  }
  const encoder = new TextEncoder();
  const sorted = [...hits]
    .map(([term, byText]) => ({ word: encoder.encode(term), byText }))
    .sort((a, b) => compareBytes(a.word, b.word));
  for (const { word, byText } of sorted) {
    for (const [text, places] of byText) writer.addHit(text, places);
    writer.endTerm(word);
  }
  return writer.finish();
}

function placesIn(hits: Map<string, Hits>, term: string, text: number): number[] {
  let byText = hits.get(term);
  if (byText === undefined) hits.set(term, (byText = new Map<number, number[]>()));
  let places = byText.get(text);
  if (places === undefined) byText.set(text, (places = []));
  return places;
}
