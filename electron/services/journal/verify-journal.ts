import { setImmediate as nextTurn } from 'node:timers/promises';
import type { LogContent } from '../append-log/frame-format.js';
import { Chain } from './chain.js';
import type { FrameHeader } from './frame-header.js';
import { readSegment, type SegmentFiles } from './open-segments.js';
import { scanSegment } from './scan-segment.js';
import type { Segment } from './segment.js';

/**
 * Checks every frame up to `head`, checksums and chains, from the first one on. Lets other work through between
 * segments. Answers what is damaged; tells of each frame it could read.
 */
export async function verifyJournal(
  files: SegmentFiles,
  segments: readonly Segment[],
  { head, own }: { readonly head: number; readonly own: string },
  onFrame: (header: FrameHeader) => void,
): Promise<Chain> {
  const chain = new Chain(own);
  let next = 1;
  for (const segment of [...segments]) {
    for (; next < segment.firstSeq; next++) chain.lose(next, null);
    const content = upTo(await readSegment(files, segment), head - segment.firstSeq + 1);
    scanSegment(content, { firstSeq: segment.firstSeq, after: 0, chain, journalKey: null, onFrame });
    next = Math.max(next, segment.firstSeq + (segment.places?.length ?? 0));
    await nextTurn();
  }
  return chain;
}

/** What is being appended meanwhile is not looked at. */
function upTo({ frames, damage }: LogContent, index: number): Pick<LogContent, 'frames' | 'damage'> {
  return {
    frames: frames.filter((frame) => frame.index <= index),
    damage: damage
      .filter((stretch) => stretch.index <= index)
      .map((stretch) => ({ ...stretch, count: Math.min(stretch.count, index - stretch.index + 1) })),
  };
}
