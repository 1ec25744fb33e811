import type { Database, Row, SqlValue } from '../database/database.js';

/**
 * Where a node dies: before its n-th step took effect, or after it and before the node heard so. A step is a statement of its
 * own or a whole transaction, which takes effect with its commit.
 */
export interface Death {
  readonly step: number;
  readonly when: 'before' | 'after';
}

/** The store as a node sees it that is killed at a step: from there on nothing it says reaches the store. Signs of life are no step. */
export function dyingDatabase(
  database: Database,
  { step: last, when }: Death,
): { readonly database: Database; readonly isDead: () => boolean } {
  let steps = 0;
  let dead = false;
  const die = (): never => {
    dead = true;
    throw new Error('killed');
  };
  const step = async <Value>(work: (killed: boolean) => Promise<Value>): Promise<Value> => {
    if (dead) die();
    steps += 1;
    const isLast = steps === last;
    const value = await work(isLast && when === 'before');
    return isLast ? die() : value;
  };
  return {
    isDead: () => dead,
    database: {
      ...database,
      query: async <Shape extends Row>(sql: string, values?: readonly SqlValue[]) => {
        if (sql.startsWith('UPDATE outgoing SET claimed_until')) return [];
        return await step(async (killed) => (killed ? die() : database.query<Shape>(sql, values)));
      },
      transaction: async (work) =>
        step(async (killed) =>
          database.transaction(async (queries) => {
            const value = await work(queries);
            return killed ? die() : value; // right before the commit: all of it is taken back
          }),
        ),
    },
  };
}
