import { LIST_DAYS } from '../../shared/domain/retention.js';
import { DAY, type Instant } from '../../shared/lib/time.js';
import type { Database, Queries } from '../database/database.js';
import { holdOrganisation } from './organisation-rows.js';

interface RetentionRun {
  /** Calendar date of the last look that came to its end; '' before the first. */
  readonly doneOn: string;
  /** What was announced earlier counts for nothing. */
  readonly countsFrom: Instant;
}

export async function listOrganisations({ query }: Queries): Promise<readonly string[]> {
  const rows = await query<{ id: string }>('SELECT id FROM organisation ORDER BY id');
  return rows.map(({ id }) => id);
}

/** Notes that somebody looks now. Where nobody did for as long as the list is, what was announced before is announced anew. */
export async function beginRetention(database: Database, organisation: string, now: Instant): Promise<RetentionRun> {
  return await database.transaction(async (queries) => {
    await holdOrganisation(queries, organisation);
    const [before] = await queries.query<{ looked_at: number; counts_from: number; done_on: string }>(
      'SELECT looked_at, counts_from, done_on FROM retention_run WHERE organisation = $1',
      [organisation],
    );
    const isKept = before !== undefined && now - before.looked_at <= LIST_DAYS * DAY;
    const countsFrom = isKept ? before.counts_from : now;
    await queries.query(
      `INSERT INTO retention_run (organisation, looked_at, counts_from, done_on) VALUES ($1, $2, $3, '')
       ON CONFLICT (organisation) DO UPDATE SET looked_at = excluded.looked_at, counts_from = excluded.counts_from`,
      [organisation, now, countsFrom],
    );
    return { doneOn: before?.done_on ?? '', countsFrom };
  });
}

export async function endRetention({ query }: Queries, organisation: string, today: string): Promise<void> {
  await query('UPDATE retention_run SET done_on = $2 WHERE organisation = $1', [organisation, today]);
}

/** The next people after `after`, by the ids of their dossiers. */
export async function nextPeople(
  { query }: Queries,
  organisation: string,
  { after, limit }: { readonly after: string; readonly limit: number },
): Promise<readonly string[]> {
  const rows = await query<{ id: string }>(
    `SELECT id FROM record WHERE organisation = $1 AND tbl = 'person' AND id > $2 AND NOT erased ORDER BY id LIMIT $3`,
    [organisation, after, limit],
  );
  return rows.map(({ id }) => id);
}

/** Those of whom was ever said that they belong to another dossier (G-13). */
export async function peopleWithMerges({ query }: Queries, organisation: string): Promise<readonly string[]> {
  const rows = await query<{ id: string }>(
    `SELECT id FROM record WHERE organisation = $1 AND tbl = 'person' AND NOT erased AND state LIKE '%"merge"%'`,
    [organisation],
  );
  return rows.map(({ id }) => id);
}
