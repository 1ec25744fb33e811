import { ByteWriter } from './byte-writer.js';

/** Another number for another layout, or other rules of what a word is: kept segments of another one are made again. */
export const INDEX_FORMAT = 1;
const HEADER_WORDS = 5;
/** Of 128-bit ids, in words of 32 bit. */
const ID_WORDS = 4;

/**
 * A segment as bytes, in the machine's own order: they never leave it. First the header (format, texts, terms, bytes of
 * words, bytes of texts' lists), then for each term where its word, its list of texts and its places begin, the ids of
 * the texts and of their owners, and what each text is; then the words in the order of their UTF-8 bytes, the lists of
 * texts, and the places.
 *
 * A list holds for each text the distance from the one before, shifted by one bit that says *once*, and how often where it
 * is more. The places of a text hold the distance from the one before.
 */
export interface SegmentBytes {
  readonly texts: number;
  readonly terms: number;
  readonly wordStarts: Uint32Array;
  readonly listStarts: Uint32Array;
  readonly placeStarts: Uint32Array;
  readonly ids: Uint32Array;
  readonly owners: Uint32Array;
  readonly kinds: Uint8Array;
  readonly words: Uint8Array;
  readonly lists: Uint8Array;
  readonly places: Uint8Array;
}

/** Views of the parts; null where the bytes are no segment of this format. */
export function readSegment(buffer: ArrayBuffer): SegmentBytes | null {
  if (buffer.byteLength < HEADER_WORDS * 4) return null;
  const [format, texts = 0, terms = 0, wordBytes = 0, listBytes = 0] = new Uint32Array(buffer, 0, HEADER_WORDS);
  if (format !== INDEX_FORMAT) return null;
  let at = HEADER_WORDS * 4;
  const wide = (length: number): Uint32Array => {
    const part = new Uint32Array(buffer, at, length);
    at += length * 4;
    return part;
  };
  const narrow = (length: number): Uint8Array => {
    const part = new Uint8Array(buffer, at, length);
    at += length;
    return part;
  };
  return {
    texts,
    terms,
    wordStarts: wide(terms + 1),
    listStarts: wide(terms + 1),
    placeStarts: wide(terms + 1),
    ids: wide(texts * ID_WORDS),
    owners: wide(texts * ID_WORDS),
    kinds: narrow(texts),
    words: narrow(wordBytes),
    lists: narrow(listBytes),
    places: narrow(buffer.byteLength - at),
  };
}

/** Collects a segment: all texts first, then the terms in the order of their bytes, each with its texts in order. */
export class SegmentWriter {
  readonly #starts = { words: [0], lists: [0], places: [0] };
  readonly #words = new ByteWriter();
  readonly #lists = new ByteWriter();
  readonly #places = new ByteWriter();
  readonly #ids: number[] = [];
  readonly #owners: number[] = [];
  readonly #kinds: number[] = [];
  #lastText = -1;
  #began = false;

  /** Answers its number in the segment. */
  addText(id: Uint32Array, owner: Uint32Array, kind: number): number {
    this.#ids.push(...id);
    this.#owners.push(...owner);
    this.#kinds.push(kind);
    return this.#kinds.length - 1;
  }

  /** A text with the term whose texts are being written; `places` rise. */
  addHit(text: number, places: readonly number[]): void {
    const delta = text - this.#lastText;
    this.#lastText = text;
    this.#lists.pushVarint((delta << 1) | Number(places.length === 1));
    if (places.length !== 1) this.#lists.pushVarint(places.length);
    let last = 0;
    for (const place of places) {
      this.#places.pushVarint(place - last);
      last = place;
    }
    this.#began = true;
  }

  /** Ends the term: nothing is kept of one without a text. */
  endTerm(word: Uint8Array): void {
    this.#lastText = -1;
    if (!this.#began) return;
    this.#began = false;
    this.#words.pushAll(word);
    this.#starts.words.push(this.#words.length);
    this.#starts.lists.push(this.#lists.length);
    this.#starts.places.push(this.#places.length);
  }

  finish(): ArrayBuffer {
    const { words, lists, places } = this.#starts;
    const texts = this.#kinds.length;
    const header = [INDEX_FORMAT, texts, words.length - 1, this.#words.length, this.#lists.length];
    const wide = Uint32Array.from([...header, ...[words, lists, places, this.#ids, this.#owners].flat()]);
    const parts = [Uint8Array.from(this.#kinds), this.#words.written(), this.#lists.written(), this.#places.written()];
    const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, wide.byteLength));
    bytes.set(new Uint8Array(wide.buffer));
    let at = wide.byteLength;
    for (const part of parts) {
      bytes.set(part, at);
      at += part.length;
    }
    return bytes.buffer;
  }
}
