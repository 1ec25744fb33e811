import type { Database } from '../database/database.js';

/** Every row of every table, as text: what wrote nothing leaves it the same to the byte. */
export async function wholeStore({ query }: Pick<Database, 'query'>): Promise<string> {
  const tables = await query<{ name: string }>(
    `SELECT format('%I', tablename) AS name FROM pg_tables WHERE schemaname = current_schema() ORDER BY tablename`,
  );
  const rows: unknown[] = [];
  for (const { name } of tables) rows.push(name, await query(`SELECT t::text AS row FROM ${name} AS t ORDER BY 1`));
  return JSON.stringify(rows);
}
