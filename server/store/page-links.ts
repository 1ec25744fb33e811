import { createHash } from 'node:crypto';
import { valuesOf } from '../../shared/changes/record-state.js';
import { PanelReview } from '../../shared/records/panel-review.js';
import type { Queries } from '../database/database.js';
import { valueOf, type KnownRecord } from '../fold/known-record.js';

/** What a link leads to. */
export interface PageLink {
  readonly organisation: string;
  /** Of the record that asks. */
  readonly id: string;
  /** SHA-256 of the token, in hexadecimal. */
  readonly tokenHash: string;
}

/** The SHA-256 of the tokens that a record of each such table stands for, in hexadecimal. */
const TOKENS_OF: Readonly<Record<string, (record: KnownRecord) => readonly string[]>> = {
  panelReview: ({ state }) => {
    const read = PanelReview.safeParse(valuesOf(state));
    return read.success ? read.data.reviewers.map(({ tokenHash }) => tokenHash) : [];
  },
  message: (record) => {
    const hash = valueOf(record, 'replyTokenHash');
    return typeof hash === 'string' && /^[0-9a-f]{64}$/.test(hash) ? [hash] : [];
  },
};

/** Notes the links of the records that a push wrote, and forgets those that are no longer theirs. */
export async function writePageLinks(
  { query }: Queries,
  organisation: string,
  written: readonly KnownRecord[],
): Promise<void> {
  const leading = written.filter(({ table }) => table in TOKENS_OF);
  if (leading.length === 0) return;
  const links = leading.flatMap((record) =>
    (record.state.erased ? [] : (TOKENS_OF[record.table]?.(record) ?? [])).map((hash) => ({ ...record, hash })),
  );
  await query(
    `DELETE FROM page_link USING unnest($2::text[], $3::text[]) AS written (tbl, id)
     WHERE organisation = $1 AND page_link.tbl = written.tbl AND record = written.id`,
    [organisation, leading.map(({ table }) => table), leading.map(({ id }) => id)],
  );
  // Whoever was there first keeps it: nobody takes over a link whose hash they were told.
  await query(
    `INSERT INTO page_link (token_sha256, organisation, tbl, record)
     SELECT decode(hash, 'hex'), $1, tbl, id FROM unnest($2::text[], $3::text[], $4::text[]) AS link (hash, tbl, id)
     ON CONFLICT DO NOTHING`,
    [organisation, links.map(({ hash }) => hash), links.map(({ table }) => table), links.map(({ id }) => id)],
  );
}

/** What a token leads to, of those that ask in `table`; null where nothing does. One look into an index. */
export async function findPageLink({ query }: Queries, table: string, token: string): Promise<PageLink | null> {
  if (!/^[\w-]{43}$/.test(token)) return null;
  const tokenHash = createHash('sha256').update(token).digest();
  const [row] = await query<{ organisation: string; record: string }>(
    'SELECT organisation, record FROM page_link WHERE token_sha256 = $1 AND tbl = $2',
    [tokenHash, table],
  );
  if (row === undefined) return null;
  return { organisation: row.organisation, id: row.record, tokenHash: tokenHash.toString('hex') };
}
