import type { Database } from '../../server/database/database.js';

/** Tables of an organisation, in an order in which they can be filled; how their rows are found. */
const TABLES: readonly (readonly [table: string, where: string])[] = [
  ['laptop', 'organisation = $1'],
  ['device', 'organisation = $1'],
  ['invitation', 'organisation = $1'],
  ['nonce', 'device IN (SELECT id FROM device WHERE organisation = $1)'],
  ['change_set', 'organisation = $1'],
  ['record', 'organisation = $1'],
  ['dossier_scope', 'organisation = $1'],
  ['scope_move', 'organisation = $1'],
  ['erased_dossier', 'organisation = $1'],
  ['file', 'organisation = $1'],
  ['file_part', 'organisation = $1'],
  ['outgoing', 'organisation = $1'],
  ['handed_over', 'organisation = $1'],
];

/** Rows of an organisation as JSON, by their table, and where its log stood. */
export interface Backup {
  readonly head: number;
  readonly tables: readonly string[];
}

export async function takeBackup({ query }: Database, organisation: string): Promise<Backup> {
  const tables: string[] = [];
  for (const [table, where] of TABLES) {
    const rows = await query<{ rows: string }>(
      `SELECT coalesce(json_agg(kept), '[]')::text AS rows FROM ${table} AS kept WHERE ${where}`,
      [organisation],
    );
    tables.push(rows[0]?.rows ?? '[]');
  }
  const [standing] = await query<{ head: number }>('SELECT head FROM organisation WHERE id = $1', [organisation]);
  return { head: standing?.head ?? 0, tables };
}

export async function putBack(database: Database, organisation: string, { head, tables }: Backup): Promise<void> {
  await database.transaction(async ({ query }) => {
    for (const [table, where] of [...TABLES].reverse())
      await query(`DELETE FROM ${table} WHERE ${where}`, [organisation]);
    for (const [at, [table]] of TABLES.entries()) {
      const rows = tables[at] ?? '[]';
      if (rows === '[]') continue;
      await query(
        `INSERT INTO ${table} OVERRIDING SYSTEM VALUE SELECT * FROM json_populate_recordset(null::public.${table}, $1::json)`,
        [rows],
      );
    }
    await query('UPDATE organisation SET head = $2 WHERE id = $1', [organisation, head]);
  });
}
