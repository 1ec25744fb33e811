import { z } from 'zod';
import type { Database, SearchSegmentRow } from '../database.js';
import { SealError, type Sealer } from '../sealing.js';
import type { IndexState, KeptSegment } from './search-index.js';
import { INDEX_FORMAT } from './segment-bytes.js';

/** The row that says which segments there are. */
const CONTENTS = 0;

const Contents = z.object({
  /** Place in the journal up to which the records are in the index. */
  seq: z.int().nonnegative(),
  segments: z.array(z.object({ n: z.int().positive(), dead: z.array(z.int().nonnegative()) })),
  /** Documents whose files have no text. */
  wordless: z.array(z.string()),
});
type Contents = z.infer<typeof Contents>;

export interface KeptIndex extends Pick<Contents, 'seq' | 'wordless'> {
  readonly segments: readonly KeptSegment[];
}

/** The index as the working store keeps it; null where there is none, or any of it is damaged or of another format. */
export async function readKeptIndex(database: Database, sealer: Sealer): Promise<KeptIndex | null> {
  const rows = new Map((await database.searchSegments.toArray()).map((row) => [row.n, row]));
  const contents = rows.get(CONTENTS);
  if (contents === undefined) return null;
  try {
    const { seq, segments, wordless } = Contents.parse(
      JSON.parse(await sealer.open(contents.box, associated(contents))),
    );
    const opened = segments.map(async ({ n, dead }): Promise<KeptSegment> => {
      const row = rows.get(n);
      if (row === undefined) throw new SealError();
      return { n, dead, buffer: await sealer.openBytes(row.box, associated(row)) };
    });
    return { seq, wordless, segments: await Promise.all(opened) };
  } catch (error) {
    if (!(error instanceof SealError)) throw error;
    return null;
  }
}

/** Keeps what is new and drops what is gone, whole or not at all. */
export async function writeKeptIndex(
  database: Database,
  sealer: Sealer,
  { segments, fresh }: IndexState,
  reached: Pick<Contents, 'seq' | 'wordless'>,
): Promise<void> {
  const rows: SearchSegmentRow[] = [];
  for (const { n, buffer } of fresh) {
    const clear = { n, kid: sealer.kid };
    rows.push({ ...clear, box: await sealer.sealBytes(new Uint8Array(buffer), associated(clear)) });
  }
  const clear = { n: CONTENTS, kid: sealer.kid };
  const contents = JSON.stringify({ ...reached, segments });
  rows.push({ ...clear, box: await sealer.seal(contents, associated(clear)) });
  const stay = new Set([CONTENTS, ...segments.map(({ n }) => n)]);
  await database.transaction('rw', database.searchSegments, async () => {
    const gone = (await database.searchSegments.toCollection().primaryKeys()).filter((n) => !stay.has(n));
    await database.searchSegments.bulkDelete(gone);
    await database.searchSegments.bulkPut(rows);
  });
}

function associated(row: { readonly n: number; readonly kid: string }): string {
  // The format is sealed in: neither an older nor a newer Fairdesk takes these bytes for its own.
  return ['fd1', 'search', INDEX_FORMAT, row.n, row.kid].join('|');
}
