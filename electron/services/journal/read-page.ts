import { FRAME_HEADER } from '../append-log/frame-format.js';
import type { ChangeSet } from '../../../shared/changes/change-set.js';
import { openFrame, restoreChangeSet, type KeyOfDossier } from './change-set-frame.js';
import { decodeHeader } from './frame-header.js';
import { readSegment, type SegmentFiles } from './open-segments.js';
import type { Place, Segment } from './segment.js';

/** A page of the journal is read in one go and never holds more than this many bytes of frames, or one frame. */
const PAGE_BYTES = 4 * 1024 * 1024;

export interface ReadEntry {
  readonly seq: number;
  /** Null when nothing of it can be read or everything in it was erased. */
  readonly changeSet: ChangeSet | null;
  /** Something in it should be readable and is not. */
  readonly damaged: boolean;
}

export interface FrameRange {
  readonly after: number;
  readonly limit: number;
  /** Place of the newest frame. */
  readonly head: number;
}

/** A frame as it lies in its segment, still sealed; null where it is damaged. */
export interface RawFrame {
  readonly seq: number;
  readonly body: Uint8Array | null;
}

/**
 * The frames after a place, oldest first: as many as one read brings, at most `limit`, and at least one unless `after`
 * is the head.
 */
export async function readPage(
  files: SegmentFiles,
  segments: readonly Segment[],
  range: FrameRange,
  keyOf: KeyOfDossier,
): Promise<readonly ReadEntry[]> {
  const frames = await readFrames(files, segments, range);
  return frames.map(({ seq, body }) =>
    body === null ? { seq, changeSet: null, damaged: true } : openEntry(seq, body, files.journalKey, keyOf),
  );
}

/** The same without opening them. */
export async function readFrames(
  files: SegmentFiles,
  segments: readonly Segment[],
  range: FrameRange,
): Promise<readonly RawFrame[]> {
  const first = range.after + 1;
  if (first > range.head) return [];
  const at = segments.findLastIndex(({ firstSeq }) => firstSeq <= first);
  const segment = segments[at];
  const places = segment === undefined ? [] : await placesOfSegment(files, segment);
  const firstSeq = segment?.firstSeq ?? 1;
  const end = Math.min(first + range.limit, range.head + 1, segments[at + 1]?.firstSeq ?? Infinity);
  const wanted = cutToPage(first, end, (seq) => places[seq - firstSeq]);
  const from = wanted.find(({ place }) => place !== undefined)?.place?.offset ?? 0;
  const last = wanted.findLast(({ place }) => place !== undefined)?.place;
  if (segment === undefined || last === undefined) return wanted.map(({ seq }) => ({ seq, body: null }));
  const bytes = await files.disk.readRange(segment.path, from, last.offset + last.length - from);
  return wanted.map(({ seq, place }) => {
    if (place === undefined) return { seq, body: null };
    const start = place.offset - from + FRAME_HEADER;
    return { seq, body: bytes.subarray(start, place.offset - from + place.length) };
  });
}

async function placesOfSegment(files: SegmentFiles, segment: Segment): Promise<readonly (Place | undefined)[]> {
  if (segment.places === null) await readSegment(files, segment);
  return segment.places ?? [];
}

function cutToPage(first: number, end: number, placeOf: (seq: number) => Place | undefined) {
  const wanted: { seq: number; place: Place | undefined }[] = [];
  let bytes = 0;
  for (let seq = first; seq < end; seq++) {
    const place = placeOf(seq);
    bytes += place?.length ?? 0;
    if (bytes > PAGE_BYTES && wanted.length > 0) break;
    wanted.push({ seq, place });
  }
  return wanted;
}

function openEntry(seq: number, body: Uint8Array, journalKey: Uint8Array, keyOf: KeyOfDossier): ReadEntry {
  const header = decodeHeader(body);
  const opened = header?.seq === seq ? openFrame(body, journalKey) : null;
  if (header === null || opened === null) return { seq, changeSet: null, damaged: true };
  return { seq, ...restoreChangeSet(header, opened, keyOf) };
}
