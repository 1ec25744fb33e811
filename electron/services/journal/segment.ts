import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { FRAME_HEADER, type Damage, type Frame, type LogContent } from '../append-log/frame-format.js';
import { associatedData, seal, unseal } from '../keyring/sealing.js';

/** A new segment begins when the last one is at least this long. */
export const SEGMENT_BYTES = 16 * 1024 * 1024;
const NAME = /^(\d{12})\.segment$/;
const associated = associatedData('fairdesk/segment/1');

/** Frame 0 of every segment. A device that cannot be sure which numbers it used begins a segment under a new name. */
const SegmentHead = z.object({
  v: z.literal(1),
  journalId: z.string(),
  device: z.string(),
  firstSeq: z.int().positive(),
});
export type SegmentHead = z.infer<typeof SegmentHead>;

/** Where a frame lies in its segment's file, log header included. */
export interface Place {
  readonly offset: number;
  readonly length: number;
}

export interface Segment {
  readonly path: string;
  readonly firstSeq: number;
  /** By seq − firstSeq; undefined where a frame is damaged. Null until the segment was read. */
  places: (Place | undefined)[] | null;
}

export function segmentPath(folder: string, firstSeq: number): string {
  return join(folder, `${String(firstSeq).padStart(12, '0')}.segment`);
}

/** The segments among the names of a folder, in order. */
export function segmentsOf(folder: string, names: readonly string[]): Segment[] {
  const firsts = names.flatMap((name) => NAME.exec(name)?.[1] ?? []).map(Number);
  return firsts
    .sort((a, b) => a - b)
    .map((firstSeq) => ({ path: segmentPath(folder, firstSeq), firstSeq, places: null }));
}

export function sealSegmentHead(head: SegmentHead, key: Uint8Array): Uint8Array {
  return seal(key, associated, Buffer.from(JSON.stringify(head)));
}

export function openSegmentHead(body: Uint8Array, key: Uint8Array): SegmentHead | null {
  const plain = unseal(key, associated, body);
  if (plain === null) return null;
  const parsed = SegmentHead.safeParse(JSON.parse(Buffer.from(plain).toString()));
  return parsed.success ? parsed.data : null;
}

/** The frames of a segment by place in the journal; its head is no frame of the journal. */
export function placesOf(content: Pick<LogContent, 'frames' | 'nextIndex'>): (Place | undefined)[] {
  const places = new Array<Place | undefined>(Math.max(0, content.nextIndex - 1)).fill(undefined);
  for (const { index, offset, body } of content.frames) {
    if (index > 0) places[index - 1] = { offset, length: FRAME_HEADER + body.length };
  }
  return places;
}

export function seqOf(firstSeq: number, { index }: Pick<Frame | Damage, 'index'>): number {
  return firstSeq + index - 1;
}

export function newDeviceId(): string {
  return randomBytes(8).toString('hex');
}

export function newJournalId(): string {
  return randomBytes(16).toString('hex');
}
