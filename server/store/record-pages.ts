import type { z } from 'zod';
import type { Digest } from '../../shared/sync/protocol.js';
import type { Queries } from '../database/database.js';
import { seenDepartments, seenRecords, type Sight } from './sight.js';

export interface RecordLine extends Record<string, unknown> {
  readonly tbl: string;
  readonly id: string;
  readonly dossier: string;
  /** JSON. */
  readonly state: string;
}

type Position = readonly [dossier: string, table: string, id: string];

/** The next records of a first load: those of no dossier first, then each dossier as a whole. */
export async function readRecordPage(
  { query }: Queries,
  organisation: string,
  { sight, after, limit }: { readonly sight: Sight; readonly after: Position; readonly limit: number },
): Promise<readonly RecordLine[]> {
  return await query<RecordLine>(
    `SELECT tbl, id, dossier, state FROM record
     WHERE organisation = $1 AND (dossier, tbl, id) > ($2, $3, $4) AND ${seenRecords('$5')}
     ORDER BY dossier, tbl, id LIMIT $6`,
    [organisation, ...after, seenDepartments(sight), limit],
  );
}

export async function countRecords({ query }: Queries, organisation: string, sight: Sight): Promise<number> {
  const [row] = await query<{ count: number }>(
    `SELECT count(*) AS count FROM record WHERE organisation = $1 AND ${seenRecords('$2')}`,
    [organisation, seenDepartments(sight)],
  );
  return row?.count ?? 0;
}

/** All records of dossiers, for a laptop that they came into the sight of. */
export async function readDossiers(
  { query }: Queries,
  organisation: string,
  dossiers: readonly string[],
): Promise<readonly RecordLine[]> {
  return await query<RecordLine>(
    `SELECT tbl, id, dossier, state FROM record WHERE organisation = $1 AND dossier = ANY ($2::text[])
     ORDER BY dossier, tbl, id`,
    [organisation, dossiers],
  );
}

/** Dossiers that were erased as a whole: whoever loads anew may still have them. */
export async function readErasedDossiers({ query }: Queries, organisation: string): Promise<readonly string[]> {
  const rows = await query<{ dossier: string }>(
    'SELECT dossier FROM erased_dossier WHERE organisation = $1 ORDER BY dossier',
    [organisation],
  );
  return rows.map(({ dossier }) => dossier);
}

/**
 * Sums of the records' digests by the first two digits of their ids, as 16 hexadecimal digits, and the place up to which they
 * are folded. One statement: it sees one moment, whatever is pushed meanwhile.
 */
export async function sumDigests(
  { query }: Queries,
  organisation: string,
  sight: Sight,
): Promise<z.infer<typeof Digest>> {
  const rows = await query<{ head: number; bucket: string | null; sum: string }>(
    `SELECT head, bucket, sum FROM organisation LEFT JOIN (
       SELECT left(id, 2) AS bucket, sum(digest)::text AS sum FROM record
       WHERE organisation = $1 AND NOT erased AND ${seenRecords('$2')} GROUP BY 1
     ) AS summed ON true WHERE organisation.id = $1 ORDER BY bucket`,
    [organisation, seenDepartments(sight)],
  );
  const sums = rows.flatMap(({ bucket, sum }): [string, string][] =>
    bucket === null ? [] : [[bucket, BigInt.asUintN(64, BigInt(sum)).toString(16).padStart(16, '0')]],
  );
  return { head: rows[0]?.head ?? 0, buckets: Object.fromEntries(sums) };
}
