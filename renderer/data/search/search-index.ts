import type { Words } from '../../../shared/domain/search/query.js';
import { buildSegment } from './build-segment.js';
import { findWords } from './find-words.js';
import { TEXT_KINDS, targetOf, type IndexedText, type TextKind, type TextRef } from './indexed-text.js';
import { mergeSegments } from './merge-segments.js';
import { Segment } from './segment.js';
import { IdSet } from './text-id.js';

/** So many segments of one size become one of the next. */
const FAN = 4;
/** Texts; larger segments are never merged again, only cleared of their dead. */
const LARGEST = 16_384;
/** Of the texts of a segment; from then on it is written anew without them. */
const MOST_DEAD = 0.25;

/** What changed since the index was last looked at. */
export interface TextChanges {
  /** Take the place of their earlier versions; one without a word only goes. */
  readonly texts: readonly IndexedText[];
  /** Of these texts, and of these people, nothing may be left, in no byte. */
  readonly removed: readonly TextRef[];
  readonly forgotten: readonly string[];
}

/** A segment that the working store keeps. */
export interface KeptSegment {
  readonly n: number;
  readonly buffer: ArrayBuffer;
  /** Numbers of its dead texts. */
  readonly dead: readonly number[];
}

/** What the working store must keep from now on. */
export interface IndexState {
  /** All of them, in their order. */
  readonly segments: readonly Omit<KeptSegment, 'buffer'>[];
  /** Those that it does not have yet. */
  readonly fresh: readonly { readonly n: number; readonly buffer: ArrayBuffer }[];
}

/** Whom some words find, best first in nothing: `targets` and `scores` belong together. */
export interface WordHits {
  readonly targets: readonly string[];
  readonly scores: Float32Array;
  /** Of each target the text that answers best. */
  readonly texts: readonly TextRef[];
}

interface Numbered {
  readonly n: number;
  readonly segment: Segment;
  kept: boolean;
}

/**
 * The index of everything that is read from files and written in applications and notes: immutable segments, merged in
 * sizes that grow fourfold. A new text makes a small segment of its own, so nothing ever has to be changed.
 */
export class SearchIndex {
  #segments: Numbered[] = [];
  #next = 1;

  /** Takes what was kept; false, and empty, where any of it is of another format. */
  load(kept: readonly KeptSegment[]): boolean {
    const read = kept.map(({ n, buffer, dead }) => ({ n, segment: Segment.read(buffer, dead), kept: true }));
    const whole = read.every((one): one is Numbered => one.segment !== null);
    this.#segments = whole ? read : [];
    this.#next = Math.max(0, ...this.#segments.map(({ n }) => n)) + 1;
    return whole;
  }

  change({ texts, removed, forgotten }: TextChanges): void {
    this.#kill(texts);
    this.#forget(forgotten, removed);
    const worded = texts.filter(({ text }) => text !== '');
    if (worded.length > 0) this.#segments.push(this.#numbered(buildSegment(worded)));
    this.#tidy();
  }

  /** Whom each of these finds. */
  find(asked: readonly Words[]): readonly WordHits[] {
    return asked.map((words) => {
      const best = new Map<string, { score: number; ref: TextRef }>();
      for (const { segment } of this.#segments) collect(segment, findWords(segment, words), best);
      const hits = [...best];
      return {
        targets: hits.map(([target]) => target),
        scores: Float32Array.from(hits, ([, { score }]) => score),
        texts: hits.map(([, { ref }]) => ref),
      };
    });
  }

  /** What is to be kept; from here on it counts as kept. */
  keep(): IndexState {
    const fresh = this.#segments.filter(({ kept }) => !kept).map(({ n, segment }) => ({ n, buffer: segment.buffer }));
    for (const one of this.#segments) one.kept = true;
    return { segments: this.#segments.map(({ n, segment }) => ({ n, dead: [...segment.dead] })), fresh };
  }

  #kill(refs: readonly TextRef[]): void {
    if (refs.length === 0) return;
    const isOne = lookFor(refs);
    for (const { segment } of this.#segments) {
      for (let text = 0; text < segment.texts; text++) if (isOne(segment, text)) segment.dead.add(text);
    }
  }

  /** Writes the segments anew that hold such texts, dead ones too. */
  #forget(owners: readonly string[], refs: readonly TextRef[]): void {
    if (owners.length + refs.length === 0) return;
    const gone = new IdSet(owners);
    const isOne = lookFor(refs);
    this.#segments = this.#segments.flatMap((one) => {
      const { segment } = one;
      let holds = false;
      for (let text = 0; text < segment.texts; text++) {
        if (!gone.holds(segment.owners, text) && !isOne(segment, text)) continue;
        segment.dead.add(text);
        holds = true;
      }
      return holds ? this.#rewritten([one]) : [one];
    });
  }

  #tidy(): void {
    this.#segments = this.#segments.flatMap((one) =>
      one.segment.dead.size > one.segment.texts * MOST_DEAD ? this.#rewritten([one]) : [one],
    );
    for (let full = this.#fullSize(); full !== null; full = this.#fullSize()) {
      const size = full;
      const members = this.#segments.filter(({ segment }) => sizeOf(segment) === size);
      const others = this.#segments.filter(({ segment }) => sizeOf(segment) !== size);
      this.#segments = [...others, ...this.#rewritten(members)];
    }
  }

  /** The smallest size of which there are enough to be merged. */
  #fullSize(): number | null {
    const counts = new Map<number, number>();
    for (const { segment } of this.#segments) {
      const size = sizeOf(segment);
      const count = (counts.get(size) ?? 0) + 1;
      counts.set(size, count);
      if (count >= FAN && FAN ** size < LARGEST) return size;
    }
    return null;
  }

  #rewritten(members: readonly Numbered[]): readonly Numbered[] {
    const living = members.some(({ segment }) => segment.living > 0);
    return living ? [this.#numbered(mergeSegments(members.map(({ segment }) => segment)))] : [];
  }

  #numbered(buffer: ArrayBuffer): Numbered {
    const segment = Segment.read(buffer);
    if (segment === null) throw new Error('a segment that was just written can be read');
    return { n: this.#next++, segment, kept: false };
  }
}

/** A size holds four times as many texts as the one before. */
function sizeOf({ living }: Segment): number {
  return Math.ceil(Math.log(Math.max(living, 1)) / Math.log(FAN));
}

/** Whether a text of a segment is one of these. */
function lookFor(refs: readonly TextRef[]): (segment: Segment, text: number) => boolean {
  const ids = (kind: TextKind): readonly string[] => refs.filter((ref) => ref.kind === kind).map(({ id }) => id);
  const byKind = new Map(TEXT_KINDS.map((kind) => [kind, new IdSet(ids(kind))]));
  return (segment, text) => byKind.get(segment.kindOf(text))?.holds(segment.ids, text) === true;
}

function collect(segment: Segment, scores: Float32Array, best: Map<string, { score: number; ref: TextRef }>): void {
  for (const [text, score] of scores.entries()) {
    if (score === 0) continue;
    const [id, kind] = [segment.idOf(text), segment.kindOf(text)];
    const target = targetOf({ id, kind, owner: segment.ownerOf(text) });
    const known = best.get(target);
    if (known === undefined || known.score < score) best.set(target, { score, ref: { id, kind } });
  }
}
