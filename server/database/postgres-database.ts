import { Pool, types, type CustomTypesConfig, type PoolClient } from 'pg';
import { RANDOM_PAGE_COST, type Database, type Queries, type Row, type SqlValue } from './database.js';
import { listenOn } from './postgres-listener.js';

const CONNECTIONS = 10;
const TYPES: CustomTypesConfig = {
  getTypeParser: (id, format): ((value: string) => unknown) =>
    id === types.builtins.INT8 ? Number : (types.getTypeParser(id, format) as (value: string) => unknown),
};
/** A statement that takes longer than this is given up: something is stuck, and others wait behind it. */
const STATEMENT_LASTS = 60_000;

interface PostgresOptions {
  /** Told of lost connections; the pool opens others by itself. */
  readonly onError: (error: Error) => void;
}

/** PostgreSQL, by its address (`postgres://…`). */
export function openPostgres(address: string, { onError }: PostgresOptions): Database {
  const pool = new Pool({
    connectionString: address,
    max: CONNECTIONS,
    statement_timeout: STATEMENT_LASTS,
    idle_in_transaction_session_timeout: STATEMENT_LASTS,
    connectionTimeoutMillis: 10_000,
    options: `-c random_page_cost=${RANDOM_PAGE_COST}`,
    // Places and numbers stay far below 2^53; as text they would be compared as text.
    types: TYPES,
  });
  pool.on('error', onError);
  return {
    engine: 'postgres',
    ...queriesOn(pool),
    transaction: async (work) => inTransaction(pool, onError, work),
    script: async (sql) => {
      await pool.query(sql);
    },
    listen: async (channel, heard) => listenOn(address, { channel, heard, onError }),
    close: async () => pool.end(),
  };
}

async function inTransaction<Value>(
  pool: Pool,
  onLost: (error: Error) => void,
  work: (queries: Queries) => Promise<Value>,
): Promise<Value> {
  const client = await pool.connect();
  client.on('error', onLost); // the pool hears of the connections that nobody uses alone
  let broken = false;
  try {
    await client.query('BEGIN');
    const value = await work(queriesOn(client));
    await client.query('COMMIT');
    return value;
  } catch (error) {
    broken = await rollBack(client);
    throw error;
  } finally {
    client.off('error', onLost);
    client.release(broken);
  }
}

function queriesOn(client: Pool | PoolClient): Queries {
  return {
    query: async <Shape extends Row>(sql: string, values: readonly SqlValue[] = []) =>
      (await client.query<Shape>(sql, written(values))).rows,
  };
}

/** Whether the connection is beyond use. */
async function rollBack(client: PoolClient): Promise<boolean> {
  try {
    await client.query('ROLLBACK');
    return false;
  } catch {
    return true;
  }
}

/** The driver knows bytes as Buffer alone. */
function written(values: readonly SqlValue[]): unknown[] {
  return values.map((value) => (value instanceof Uint8Array ? Buffer.from(value) : value));
}
