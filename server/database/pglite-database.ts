import { mkdir } from 'node:fs/promises';
import { PGlite, type PGliteOptions } from '@electric-sql/pglite';
import { RANDOM_PAGE_COST, type Database, type Queries, type Row, type SqlValue } from './database.js';

/** The embedded engine with a folder of its own; in memory without one. The folder must be locked by who calls. */
export async function openPglite(folder: string | null, options: PGliteOptions = {}): Promise<Database> {
  // Its own mkdir makes no folders above.
  if (folder !== null) await mkdir(folder, { recursive: true, mode: 0o700 });
  const engine = await PGlite.create({ ...options, ...(folder === null ? {} : { dataDir: folder }) });
  await engine.exec(`SET random_page_cost = ${RANDOM_PAGE_COST}`);
  return {
    engine: 'pglite',
    ...queriesOn(engine),
    transaction: async (work) => engine.transaction(async (transaction) => work(queriesOn(transaction))),
    script: async (sql) => {
      await engine.exec(sql);
    },
    listen: async (channel, heard) => {
      const stop = await engine.listen(channel, heard);
      return async () => stop();
    },
    close: async () => engine.close(),
  };
}

function queriesOn(engine: Pick<PGlite, 'query'>): Queries {
  return {
    query: async <Shape extends Row>(sql: string, values: readonly SqlValue[] = []) =>
      (await engine.query<Shape>(sql, [...values])).rows,
  };
}
