import type { ChangeSet } from '../../../shared/changes/change-set.js';
import { decodeFrames } from '../append-log/frame-format.js';
import { openFrame, restoreChangeSet, type KeyOfDossier } from './change-set-frame.js';
import { decodeHeader } from './frame-header.js';
import type { SegmentFiles } from './open-segments.js';
import { readFrames } from './read-page.js';
import { openSegmentHead, type Segment } from './segment.js';

/** Frames that are looked at in one read. */
const AT_ONCE = 1000;
/** The first frame of a segment is far shorter. */
const HEAD_BYTES = 1024;

/** Where reading the change sets of a name goes on. */
export interface OwnPosition {
  /** The last number that was read. */
  readonly n: number;
  /** A place at or before the next frame of this name; 0 reads from the beginning. */
  readonly seq: number;
}

/** A number of which nothing can be read any more travels as `gone`. */
export type OwnChangeSet = ChangeSet | { readonly n: number; readonly gone: true };

export interface OwnPage {
  readonly entries: readonly OwnChangeSet[];
  readonly next: OwnPosition;
}

export interface OwnRange {
  readonly device: string;
  readonly after: OwnPosition;
  /** The last number of the name that is known. */
  readonly lastN: number;
  readonly head: number;
  /** At most so many entries, and about so many bytes, or one. */
  readonly count: number;
  readonly bytes: number;
}

/** The change sets of one name in the order of their numbers, without a gap. Empty only where there are no more. */
export async function readOwnChangeSets(
  files: SegmentFiles,
  segments: readonly Segment[],
  range: OwnRange,
  keyOf: KeyOfDossier,
): Promise<OwnPage> {
  const { device, head, count, lastN } = range;
  const entries: OwnChangeSet[] = [];
  let { n, seq } = range.after;
  let bytes = 0;
  const isFull = (): boolean => entries.length >= count;
  const fillTo = (end: number): void => {
    while (n < end && !isFull()) entries.push({ n: ++n, gone: true });
  };
  while (seq < head) {
    for (const frame of await readFrames(files, segments, { after: seq, limit: AT_ONCE, head })) {
      const header = frame.body === null ? null : decodeHeader(frame.body);
      if (frame.body !== null && header?.device === device && header.n > n) {
        fillTo(header.n - 1);
        bytes += frame.body.length;
        if (isFull() || (bytes > range.bytes && entries.length > 0)) return { entries, next: { n, seq } };
        const opened = header.seq === frame.seq ? openFrame(frame.body, files.journalKey) : null;
        const changeSet = opened === null ? null : restoreChangeSet(header, opened, keyOf).changeSet;
        entries.push(changeSet ?? { n: header.n, gone: true });
        n = header.n;
      }
      seq = frame.seq;
    }
  }
  fillTo(lastN);
  return { entries, next: { n, seq } };
}

/** Dossiers of which frames behind `after`, up to `head`, hold something that can be read. */
export async function dossiersWithin(
  files: SegmentFiles,
  segments: readonly Segment[],
  range: { readonly after: number; readonly head: number; readonly devices?: ReadonlySet<string> },
  keyOf: KeyOfDossier,
): Promise<ReadonlySet<string>> {
  const dossiers = new Set<string>();
  for (let after = range.after; after < range.head;) {
    const frames = await readFrames(files, segments, { after, limit: AT_ONCE, head: range.head });
    for (const { seq, body } of frames) {
      after = seq;
      const header = body === null ? null : decodeHeader(body);
      if (body === null || header === null || range.devices?.has(header.device) === false) continue;
      for (const { dossier, generation } of openFrame(body, files.journalKey)?.envelope.parts ?? []) {
        if (dossier !== null && keyOf(dossier, generation)) dossiers.add(dossier);
      }
    }
  }
  return dossiers;
}

/** Every name that this laptop's journal ever had, the oldest first, as the heads of its segments say. */
export async function namesOf({ disk, journalKey }: SegmentFiles, segments: readonly Segment[]): Promise<string[]> {
  const names = new Set<string>();
  for (const { path } of segments) {
    const first = decodeFrames(await disk.readRange(path, 0, HEAD_BYTES)).frames.find(({ index }) => index === 0);
    const head = first === undefined ? null : openSegmentHead(first.body, journalKey);
    if (head !== null) names.add(head.device);
  }
  return [...names];
}
