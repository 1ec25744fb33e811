import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import { invariant } from '../../shared/lib/assert.js';
import type { Database } from '../database/database.js';
import { migrate } from '../database/migrate.js';
import { openPglite } from '../database/pglite-database.js';
import { openPostgres } from '../database/postgres-database.js';

export interface Engine {
  readonly name: 'pglite' | 'postgres';
  /** A store of its own, empty. */
  readonly empty: () => Promise<Database>;
  /** The store that all tests of this process share, each with organisations of its own. */
  readonly shared: () => Promise<Database>;
}

const postgresAddress = inject('postgresAddress');
const open = new Map<string, Promise<Database>>();

/** The embedded engine always; PostgreSQL where it was found. */
export const ENGINES: readonly Engine[] = [
  engine('pglite', () => openPglite(null)),
  ...(postgresAddress === null
    ? []
    : [engine('postgres', async () => openPostgres(await newDatabase(postgresAddress), QUIET))]),
];

const QUIET = { onError: () => undefined };

function engine(name: Engine['name'], empty: Engine['empty']): Engine {
  const migrated = async (): Promise<Database> => {
    const database = await empty();
    invariant((await migrate(database)).ok, 'a new store can be migrated');
    return database;
  };
  return {
    name,
    empty,
    shared: async () => {
      const there = open.get(name) ?? migrated();
      open.set(name, there);
      return await there;
    },
  };
}

/** Address of a new, empty database of the test's PostgreSQL. */
export async function newDatabase(address: string): Promise<string> {
  const name = `fairdesk_${randomBytes(8).toString('hex')}`;
  const server = openPostgres(address, QUIET);
  await server.script(`CREATE DATABASE ${name}`);
  await server.close();
  const url = new URL(address);
  url.pathname = `/${name}`;
  return url.href;
}
