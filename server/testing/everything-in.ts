import type { Database } from '../database/database.js';

const TABLES = ['organisation', 'device', 'change_set', 'record', 'candidate_login', 'candidate_session', 'nonce'];

/** What the store holds, to be compared and searched. */
export async function everythingIn({ query }: Database): Promise<string> {
  const rows = [];
  for (const table of TABLES) rows.push(await query(`SELECT t::text AS row FROM ${table} AS t ORDER BY 1`));
  return JSON.stringify(rows);
}
