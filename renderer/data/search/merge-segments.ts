import { compareBytes } from './compare-bytes.js';
import { TEXT_KINDS } from './indexed-text.js';
import { SegmentWriter } from './segment-bytes.js';
import type { Segment } from './segment.js';

interface Source {
  readonly segment: Segment;
  /** New number of each of its texts; -1 of a dead one. */
  readonly numbers: Int32Array;
  /** The term that comes next. */
  term: number;
}

/** One segment of the living texts of several, in their order; nothing of the dead ones is left in it. */
export function mergeSegments(segments: readonly Segment[]): ArrayBuffer {
  const writer = new SegmentWriter();
  const sources = segments.map((segment): Source => ({ segment, numbers: renumber(segment, writer), term: 0 }));
  for (let word = leastWord(sources); word !== null; word = leastWord(sources)) {
    for (const source of sources) {
      const { segment, numbers, term } = source;
      if (term === segment.terms || compareBytes(segment.wordOf(term), word) !== 0) continue;
      segment.eachPlaces(term, (text, places) => {
        writer.addHit(numbers[text] ?? -1, places);
      });
      source.term += 1;
    }
    writer.endTerm(word);
  }
  return writer.finish();
}

function renumber(segment: Segment, writer: SegmentWriter): Int32Array {
  const numbers = new Int32Array(segment.texts).fill(-1);
  for (let text = 0; text < segment.texts; text++) {
    if (segment.dead.has(text)) continue;
    const place = text * 4;
    const [id, owner] = [segment.ids.subarray(place, place + 4), segment.owners.subarray(place, place + 4)];
    numbers[text] = writer.addText(id, owner, TEXT_KINDS.indexOf(segment.kindOf(text)));
  }
  return numbers;
}

function leastWord(sources: readonly Source[]): Uint8Array | null {
  let least: Uint8Array | null = null;
  for (const { segment, term } of sources) {
    if (term === segment.terms) continue;
    const word = segment.wordOf(term);
    if (least === null || compareBytes(word, least) < 0) least = word;
  }
  return least;
}
