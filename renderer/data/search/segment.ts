import { compareBytes } from './compare-bytes.js';
import { TEXT_KINDS, type TextKind } from './indexed-text.js';
import { readSegment, type SegmentBytes } from './segment-bytes.js';
import { idFromWords } from './text-id.js';

/** Called for each living text with a term, and how often it stands there. */
export type OnText = (text: number, times: number) => void;
/** The same, with its places. */
export type OnPlaces = (text: number, places: readonly number[]) => void;

/** An immutable part of the index; only which of its texts are dead changes. */
export class Segment {
  readonly buffer: ArrayBuffer;
  readonly dead: Set<number>;
  readonly #bytes: SegmentBytes;

  private constructor(buffer: ArrayBuffer, bytes: SegmentBytes, dead: Iterable<number>) {
    this.buffer = buffer;
    this.#bytes = bytes;
    this.dead = new Set(dead);
  }

  /** Null where the bytes are of another format. */
  static read(buffer: ArrayBuffer, dead: Iterable<number> = []): Segment | null {
    const bytes = readSegment(buffer);
    return bytes === null ? null : new Segment(buffer, bytes, dead);
  }

  get texts(): number {
    return this.#bytes.texts;
  }

  get terms(): number {
    return this.#bytes.terms;
  }

  get living(): number {
    return this.texts - this.dead.size;
  }

  idOf(text: number): string {
    return idFromWords(this.#bytes.ids, text);
  }

  ownerOf(text: number): string {
    return idFromWords(this.#bytes.owners, text);
  }

  kindOf(text: number): TextKind {
    return TEXT_KINDS[this.#bytes.kinds[text] ?? 0] ?? 'document';
  }

  /** The ids as they lie there, four words each: for looking through all of them. */
  get ids(): Uint32Array {
    return this.#bytes.ids;
  }

  get owners(): Uint32Array {
    return this.#bytes.owners;
  }

  wordOf(term: number): Uint8Array {
    const { words, wordStarts } = this.#bytes;
    return words.subarray(wordStarts[term], wordStarts[term + 1]);
  }

  /** The terms that begin with `prefix`: from the first to before the last. */
  termsWith(prefix: Uint8Array): readonly [from: number, to: number] {
    const beginsWith = (term: number): number => compareBytes(this.wordOf(term).subarray(0, prefix.length), prefix);
    return [this.#first((term) => beginsWith(term) >= 0), this.#first((term) => beginsWith(term) > 0)];
  }

  /** The number of a term; null where no text has it. */
  find(word: Uint8Array): number | null {
    const term = this.#first((one) => compareBytes(this.wordOf(one), word) >= 0);
    return term < this.terms && compareBytes(this.wordOf(term), word) === 0 ? term : null;
  }

  eachText(term: number, onText: OnText): void {
    const list = new VarintReader(this.#bytes.lists, this.#bytes.listStarts[term] ?? 0);
    const end = this.#bytes.listStarts[term + 1] ?? 0;
    for (let text = -1; list.at < end;) {
      const head = list.read();
      text += head >>> 1;
      const times = (head & 1) === 1 ? 1 : list.read();
      if (!this.dead.has(text)) onText(text, times);
    }
  }

  eachPlaces(term: number, onPlaces: OnPlaces): void {
    const list = new VarintReader(this.#bytes.lists, this.#bytes.listStarts[term] ?? 0);
    const places = new VarintReader(this.#bytes.places, this.#bytes.placeStarts[term] ?? 0);
    const end = this.#bytes.listStarts[term + 1] ?? 0;
    for (let text = -1; list.at < end;) {
      const head = list.read();
      text += head >>> 1;
      const times = (head & 1) === 1 ? 1 : list.read();
      const read: number[] = [];
      for (let place = 0, left = times; left > 0; left--) read.push((place += places.read()));
      if (!this.dead.has(text)) onPlaces(text, read);
    }
  }

  #first(holds: (term: number) => boolean): number {
    let [from, to] = [0, this.terms];
    while (from < to) {
      const middle = (from + to) >>> 1;
      if (holds(middle)) to = middle;
      else from = middle + 1;
    }
    return from;
  }
}

class VarintReader {
  readonly #bytes: Uint8Array;
  at: number;

  constructor(bytes: Uint8Array, at: number) {
    this.#bytes = bytes;
    this.at = at;
  }

  read(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.#bytes[this.at++] ?? 0;
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
  }
}
