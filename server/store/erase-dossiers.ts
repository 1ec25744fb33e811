import type { Queries } from '../database/database.js';

/** Deletes what is kept of dossiers that were erased as a whole, files included, and remembers for ever that they were. */
export async function eraseDossiers(
  { query }: Queries,
  organisation: string,
  dossiers: readonly string[],
): Promise<void> {
  await query(
    `INSERT INTO erased_dossier (organisation, dossier) SELECT $1, unnest($2::text[]) ON CONFLICT DO NOTHING`,
    [organisation, dossiers],
  );
  await query(
    `DELETE FROM page_link USING record WHERE record.organisation = $1 AND record.dossier = ANY ($2::text[])
     AND page_link.organisation = $1 AND page_link.tbl = record.tbl AND page_link.record = record.id`,
    [organisation, dossiers],
  );
  // Parts go with their file, sessions with their login.
  for (const table of ['record', 'dossier_scope', 'scope_move', 'file', 'candidate_login']) {
    await query(`DELETE FROM ${table} WHERE organisation = $1 AND dossier = ANY ($2::text[])`, [
      organisation,
      dossiers,
    ]);
  }
}

/** Until the transaction ends no push of the organisation erases anything; one that is under way is waited for. */
export async function holdOffErasures({ query }: Queries, organisation: string): Promise<void> {
  await query('SELECT 1 FROM organisation WHERE id = $1 FOR KEY SHARE', [organisation]);
}

/** Of the named dossiers those that were erased as a whole. */
export async function readErased(
  { query }: Queries,
  organisation: string,
  dossiers: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await query<{ dossier: string }>(
    'SELECT dossier FROM erased_dossier WHERE organisation = $1 AND dossier = ANY ($2::text[])',
    [organisation, dossiers],
  );
  return new Set(rows.map(({ dossier }) => dossier));
}
