import { readAnchor, type Anchor } from './anchor.js';
import { Chain } from './chain.js';
import type { Envelope } from './change-set-frame.js';
import { erasuresOf, joinErasures, NO_ERASURES, type Erasures } from './erasures.js';
import { hashFrame, type FrameHeader } from './frame-header.js';
import type { JournalOptions, JournalState } from './journal-options.js';
import { Journal } from './journal.js';
import {
  listSegments,
  openSegment,
  readSegment,
  startSegment,
  type ActiveSegment,
  type SegmentFiles,
} from './open-segments.js';
import { scanSegment } from './scan-segment.js';
import { newDeviceId, newJournalId, SEGMENT_BYTES, seqOf, type Segment } from './segment.js';

/**
 * Opens the journal, or begins one. What lies behind the last anchor is checked before it answers, everything when
 * there is no anchor. Throws what the disk throws.
 */
export async function openJournal(options: JournalOptions): Promise<Journal> {
  const files: SegmentFiles = options;
  const segments = await listSegments(files);
  const anchor = await readAnchor(options.disk, options.folder, options.journalKey);
  const active = await openLast(files, segments);
  const scan = await scanAll(files, segments, active, anchor);
  const state = await settle(files, segments, active, anchor, scan);
  return await Journal.start({ ...options, segmentBytes: options.segmentBytes ?? SEGMENT_BYTES }, state);
}

async function openLast(files: SegmentFiles, segments: readonly Segment[]): Promise<ActiveSegment | null> {
  const last = segments.at(-1);
  return last === undefined ? null : await openSegment(files, last);
}

interface Scan {
  readonly chain: Chain;
  stamp: string | null;
  /** Place of the newest frame. */
  head: number;
  rolledBack: boolean;
  /** Whether the frame at the anchor's place is the one the anchor speaks of; damage is another matter. */
  anchored: 'same' | 'other' | 'missing';
  readonly checkedUpTo: number;
  readonly places: Map<string, number>;
  erasures: Erasures;
}

async function scanAll(
  files: SegmentFiles,
  segments: readonly Segment[],
  active: ActiveSegment | null,
  anchor: Anchor | null,
): Promise<Scan> {
  const scan = await scanFrom(files, segments, active, anchor);
  if (anchor === null || scan.anchored === 'same') return scan;
  const whole = await scanFrom(files, segments, active, null);
  return { ...whole, rolledBack: whole.head < anchor.seq || scan.anchored === 'other' };
}

/** Checks what lies behind the anchor; everything without one. */
async function scanFrom(
  files: SegmentFiles,
  segments: readonly Segment[],
  active: ActiveSegment | null,
  anchor: Anchor | null,
): Promise<Scan> {
  const scan = beginScan(anchor, active?.head?.device ?? null);
  const after = scan.checkedUpTo;
  if (after === 0) scan.anchored = 'same';
  let next = segments.findLast(({ firstSeq }) => firstSeq <= after)?.firstSeq ?? 1;
  for (const segment of segments) {
    if (segment.firstSeq < next) continue;
    for (; next < segment.firstSeq; next++) if (next > after) scan.chain.lose(next, null);
    const content = segment === active?.segment ? active.content : await readSegment(files, segment);
    const anchored = content.frames.find((frame) => frame.index > 0 && seqOf(segment.firstSeq, frame) === after);
    if (anchored !== undefined) scan.anchored = anchor?.hash === hexHash(anchored.body) ? 'same' : 'other';
    if (content.damage.some((damage) => covers(damage, after - segment.firstSeq + 1))) scan.anchored = 'same';
    scanSegment(content, { ...scan, firstSeq: segment.firstSeq, after, journalKey: files.journalKey, onFrame });
    next = Math.max(next, segment.firstSeq + (segment.places?.length ?? 0));
  }
  scan.head = next - 1;
  return scan;

  function onFrame(header: FrameHeader, envelope: Envelope | null): void {
    scan.places.set(`${header.device} ${header.n}`, header.seq);
    if (envelope === null) return;
    if (scan.stamp === null || envelope.stamp > scan.stamp) scan.stamp = envelope.stamp;
    scan.erasures = joinErasures(scan.erasures, erasuresOf(envelope));
  }
}

function beginScan(anchor: Anchor | null, own: string | null): Scan {
  const chain = new Chain(own);
  for (const { device, n, seq, hash, afterLoss } of anchor?.heads ?? []) {
    chain.heads.set(device, { n, seq, hash: Buffer.from(hash, 'hex'), afterLoss });
  }
  for (const frame of anchor?.damaged ?? []) chain.damaged.set(frame.seq, frame);
  return {
    chain,
    stamp: anchor?.stamp ?? null,
    head: 0,
    rolledBack: false,
    anchored: 'missing',
    checkedUpTo: anchor?.seq ?? 0,
    places: new Map(),
    erasures: NO_ERASURES,
  };
}

function hexHash(body: Uint8Array): string {
  return Buffer.from(hashFrame(body)).toString('hex');
}

function covers(damage: { readonly index: number; readonly count: number }, index: number): boolean {
  return index >= damage.index && index < damage.index + damage.count;
}

/** Decides who this device is, and begins a segment where that is needed. */
async function settle(
  files: SegmentFiles,
  segments: Segment[],
  active: ActiveSegment | null,
  anchor: Anchor | null,
  scan: Scan,
): Promise<JournalState> {
  const { chain, rolledBack } = scan;
  let head = scan.head;
  for (; head < (anchor?.seq ?? 0); head++) chain.lose(head + 1, null);
  const journalId = active?.head?.journalId ?? anchor?.journalId ?? newJournalId();
  const known = active?.head?.device ?? null;
  const { stamp, places, erasures } = scan;
  const shared = { journalId, segments, chain, rolledBack, stamp, places, erasures };
  if (active !== null && known !== null && !rolledBack && !chain.isUncertain(known)) {
    return { ...shared, device: known, log: active.log };
  }
  // Numbers that may have been used are never used again for something else: another laptop may know them already.
  const device = newDeviceId();
  chain.own = device;
  const fresh = await startSegment(files, { v: 1, journalId, device, firstSeq: head + 1 });
  if (active?.segment.path === fresh.segment.path) segments.pop();
  await active?.log.close();
  segments.push(fresh.segment);
  return { ...shared, device, log: fresh.log };
}
