import { join } from 'node:path';
import { decodeFrames, encodeFrame, type Damage, type Frame, type LogContent } from '../append-log/frame-format.js';
import { openAppendLog, type AppendLog } from '../append-log/open-append-log.js';
import type { Disk } from '../disk/disk.js';
import { isUnfinished, writeWholeFile } from '../disk/write-whole-file.js';
import {
  openSegmentHead,
  placesOf,
  sealSegmentHead,
  segmentPath,
  segmentsOf,
  type Segment,
  type SegmentHead,
} from './segment.js';

/** The files of a journal. */
export interface SegmentFiles {
  readonly disk: Disk;
  readonly folder: string;
  readonly journalKey: Uint8Array;
}

/** All segments in order; what a killed program left unfinished is removed. */
export async function listSegments({ disk, folder }: SegmentFiles): Promise<Segment[]> {
  await disk.makeFolder(folder);
  const names = await disk.list(folder);
  for (const name of names.filter(isUnfinished)) await disk.remove(join(folder, name));
  return segmentsOf(folder, names);
}

/** Reads a segment and notes where its frames lie. */
export async function readSegment({ disk }: SegmentFiles, segment: Segment): Promise<LogContent> {
  const content = decodeFrames((await disk.read(segment.path)) ?? new Uint8Array());
  segment.places ??= placesOf(content);
  return content;
}

export interface ActiveSegment {
  readonly segment: Segment;
  readonly log: AppendLog;
  readonly content: Pick<LogContent, 'frames' | 'damage' | 'nextIndex'>;
  /** Null when it cannot be read. */
  readonly head: SegmentHead | null;
}

/** Opens the segment that is written to: reads it, cuts a torn tail off. */
export async function openSegment({ disk, journalKey }: SegmentFiles, segment: Segment): Promise<ActiveSegment> {
  const frames: Frame[] = [];
  const damage: Damage[] = [];
  const log = await openAppendLog(segment.path, {
    disk,
    onFrame: (frame) => void frames.push(frame),
    onDamage: (stretch) => void damage.push(stretch),
  });
  const content = { frames, damage, end: log.size, nextIndex: log.nextIndex };
  segment.places = placesOf(content);
  const first = frames[0]?.index === 0 ? frames[0] : undefined;
  const head = first === undefined ? null : openSegmentHead(first.body, journalKey);
  return { segment, log, content, head: head?.firstSeq === segment.firstSeq ? head : null };
}

/** A new segment with its head, there as a whole or not at all. Throws what the disk throws. */
export async function startSegment(files: SegmentFiles, head: SegmentHead): Promise<ActiveSegment> {
  const path = segmentPath(files.folder, head.firstSeq);
  await writeWholeFile(files.disk, path, encodeFrame(0, sealSegmentHead(head, files.journalKey)));
  return await openSegment(files, { path, firstSeq: head.firstSeq, places: null });
}
