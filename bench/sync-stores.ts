import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Configuration } from '../server/configuration.js';
import type { Database } from '../server/database/database.js';
import { openDatabase } from '../server/database/open-database.js';
import type { PostgresCluster } from '../server/testing/postgres-cluster.js';
import { timed } from './line.js';

/** A store that the server runs on, durable, and the fastest way out of it. */
export interface BenchStore {
  readonly name: 'PostgreSQL' | 'PGlite';
  readonly database: Database;
  /** Milliseconds of `COPY (query) TO STDOUT` until the last byte is here. */
  readonly copyOut: (query: string) => Promise<number>;
  readonly close: () => Promise<void>;
}

export async function openPostgresStore(cluster: PostgresCluster): Promise<BenchStore> {
  const database = await opened({ address: cluster.address });
  const copyOut = (query: string) => copyWithPsql(cluster, query);
  return { name: 'PostgreSQL', database, copyOut, close: () => database.close() };
}

export async function openPgliteStore(): Promise<BenchStore> {
  const folder = await mkdtemp(path.join(tmpdir(), 'fairdesk-bench-pglite-'));
  const database = await opened({ folder });
  return {
    name: 'PGlite',
    database,
    copyOut: (query) => timed(() => database.query(`COPY (${query}) TO '/dev/blob'`)),
    close: async () => {
      await database.close();
      await rm(folder, { recursive: true });
    },
  };
}

async function opened(store: Configuration['store']): Promise<Database> {
  // A connection that is lost fails whoever asks next.
  const database = await openDatabase({ store }, () => undefined);
  if (!database.ok) throw new Error(database.code);
  return database.value;
}

/** PostgreSQL's own client, connected before the time begins. */
async function copyWithPsql(cluster: PostgresCluster, query: string): Promise<number> {
  const psql = spawn(cluster.program('psql'), ['-qAtX', '-v', 'ON_ERROR_STOP=1', cluster.address], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(psql, 'close');
  psql.stdin.write('SELECT 1;\n');
  await once(psql.stdout, 'data');
  let bytes = 0;
  psql.stdout.on('data', (part: Buffer) => (bytes += part.length));
  const ms = await timed(async () => {
    psql.stdin.end(`COPY (${query}) TO STDOUT;\n`);
    await ended;
  });
  if (psql.exitCode !== 0 || bytes === 0) throw new Error('psql copied nothing');
  return ms;
}
