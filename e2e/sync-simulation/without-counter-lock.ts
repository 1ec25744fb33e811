import { setTimeout as wait } from 'node:timers/promises';
import type { Database, Queries, Row, SqlValue } from '../../server/database/database.js';

const THINKS = 3; // milliseconds at most

/** Whoever writes thinks for a while before the commit. */
export function thinking(database: Database): Database {
  return {
    ...database,
    transaction: async (work) =>
      await database.transaction(async (queries) => {
        const value = await work(queries);
        await wait(Math.random() * THINKS);
        return value;
      }),
  };
}

/** Places come from a sequence, and whoever reads goes as far as there is something: nobody waits for anybody. */
export function withoutCounterLock(database: Database): Database {
  const known = new Set<string>();
  const planted = (queries: Queries): Queries => ({
    query: async <Shape extends Row>(sql: string, values?: readonly SqlValue[]) => {
      const organisation = String(values?.[0]);
      const places = `places_of_${organisation.replaceAll('-', '_')}`;
      if (sql.includes('FOR UPDATE') && sql.includes('FROM organisation') && !known.has(places)) {
        await database.script(`CREATE SEQUENCE IF NOT EXISTS ${places} MINVALUE 0 START 0 INCREMENT 1000`);
        known.add(places);
      }
      return await queries.query<Shape>(withoutLock(sql, places), values);
    },
  });
  return {
    ...database,
    ...planted(database),
    transaction: async (work) => await database.transaction(async (queries) => await work(planted(queries))),
  };
}

function withoutLock(sql: string, places: string): string {
  return sql
    .replace(
      'SELECT head, epoch FROM organisation WHERE id = $1 FOR UPDATE',
      `SELECT nextval('${places}') AS head, epoch FROM organisation WHERE id = $1`,
    )
    .replace('UPDATE organisation SET head = $2 WHERE id = $1', 'SELECT $1::uuid AS id, $2::bigint AS head')
    .replace(
      'epoch, head, secret',
      'epoch, (SELECT coalesce(max(place), 0) FROM change_set WHERE organisation = $1) AS head, secret',
    );
}
