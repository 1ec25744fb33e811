import type { ChangeAuthor } from '../../../shared/host/change-author.js';
import { openFrame } from './change-set-frame.js';
import type { SegmentFiles } from './open-segments.js';
import { readFrames } from './read-page.js';
import type { Segment } from './segment.js';

const PAGE = 500;

/**
 * Who wrote under these stamps, searched from the journal's head backwards until all are found; without the keys of any dossier.
 * A stamp that came with a record as it stood elsewhere has no frame here and is absent.
 */
export async function findAuthors(
  files: SegmentFiles,
  segments: readonly Segment[],
  head: number,
  stamps: readonly string[],
): Promise<readonly ChangeAuthor[]> {
  const wanted = new Set(stamps);
  const found: ChangeAuthor[] = [];
  for (let end = head; end > 0 && wanted.size > 0; end -= PAGE) {
    for (let after = Math.max(0, end - PAGE); after < end;) {
      const frames = await readFrames(files, segments, { after, limit: end - after, head });
      for (const { body } of frames) {
        const opened = body === null ? null : openFrame(body, files.journalKey);
        if (opened === null || !wanted.delete(opened.envelope.stamp)) continue;
        const { stamp, by, at, action } = opened.envelope;
        found.push({ stamp, by, at, action });
      }
      after = frames.at(-1)?.seq ?? end;
    }
  }
  return found;
}
