import { FRAME_HEADER, type Damage, type Frame, type LogContent } from '../append-log/frame-format.js';
import type { Chain } from './chain.js';
import { openFrame, type Envelope } from './change-set-frame.js';
import { decodeHeader, type FrameHeader } from './frame-header.js';
import { seqOf } from './segment.js';

export interface ScanOptions {
  readonly firstSeq: number;
  /** Frames up to this place were checked before; only their damage is noted. */
  readonly after: number;
  readonly chain: Chain;
  /** Opens every frame when given; without it the chain alone is checked. */
  readonly journalKey: Uint8Array | null;
  readonly onFrame: (header: FrameHeader, envelope: Envelope | null) => void;
}

/** Takes a segment's frames, in order, into the chain. */
export function scanSegment(content: Pick<LogContent, 'frames' | 'damage'>, options: ScanOptions): void {
  const stretches = [...content.frames, ...content.damage].sort((a, b) => a.index - b.index);
  for (const stretch of stretches) {
    if ('body' in stretch) takeFrame(stretch, options);
    else takeDamage(stretch, options);
  }
}

function takeFrame(frame: Frame, { firstSeq, after, chain, journalKey, onFrame }: ScanOptions): void {
  const seq = seqOf(firstSeq, frame);
  if (frame.index === 0 || seq <= after) return;
  const header = decodeHeader(frame.body);
  const opened = header === null || journalKey === null ? null : openFrame(frame.body, journalKey);
  if (header?.seq !== seq || (journalKey !== null && opened === null)) {
    chain.lose(seq, null);
    return;
  }
  chain.take(header, frame.body);
  onFrame(header, opened?.envelope ?? null);
}

function takeDamage(damage: Damage, { firstSeq, after, chain }: ScanOptions): void {
  const header = damage.exact || damage.count > 1 ? decodeHeader(damage.bytes.subarray(FRAME_HEADER)) : null;
  for (let i = 0; i < damage.count; i++) {
    const seq = seqOf(firstSeq, { index: damage.index + i });
    if (damage.index + i === 0) continue;
    if (seq > after) chain.lose(seq, header);
    else if (!chain.damaged.has(seq)) {
      const known = header?.seq === seq ? header : null;
      chain.damaged.set(seq, { seq, device: known?.device ?? null, n: known?.n ?? null });
    }
  }
}
