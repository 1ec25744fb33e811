import { PostgresCluster } from '../server/testing/postgres-cluster.js';
import { format, type Line } from './line.js';
import { measureNodes } from './measure-nodes.js';
import { measurePouch } from './measure-pouchdb.js';
import { measureServer, type ServerTimes } from './measure-server.js';
import { measureJoining } from './measure-take-in.js';
import { openPgliteStore, openPostgresStore, type BenchStore } from './sync-stores.js';

/** The server on both of its engines, one node and two, a laptop that joins, and express-pouchdb beside them. */
export async function measureSync(size: number, pages: string, say: (line: string) => void): Promise<void> {
  const sayAll = (lines: readonly Line[]): void => {
    for (const line of lines) say(format(line));
  };
  const pglite = await measureOn(openPgliteStore, size);
  sayAll(serverLines('PGlite', pglite));
  const cluster = await PostgresCluster.start({ durable: true });
  if (cluster === null) return say('  NOT MEASURED: there are no programs of PostgreSQL 15 or newer on this machine.');
  try {
    const postgres = await measureOn(() => openPostgresStore(cluster), size);
    sayAll([...serverLines('PostgreSQL', postgres), ...engineLines(pglite, postgres)]);
    const pouch = await measurePouch(size);
    if (typeof pouch === 'string') say(`  NOT MEASURED: express-pouchdb cannot be had. ${pouch}`);
    else sayAll(pouchLines(postgres, pouch));
    const { database, close } = await openPostgresStore(cluster);
    const nodes = await measureNodes(database, cluster.address, size);
    sayAll([{ what: 'four organisations push: two nodes', ours: nodes.two, limit: nodes.one, against: 'one node' }]);
    sayAll(await measureJoining(database, cluster.address, { size, pages }));
    await close();
  } finally {
    await cluster.stop();
  }
}

async function measureOn(open: () => Promise<BenchStore>, size: number): Promise<ServerTimes> {
  const store = await open();
  try {
    return await measureServer(store, size);
  } finally {
    await store.close();
  }
}

function serverLines(engine: string, times: ServerTimes): readonly Line[] {
  const insert = 'one multi-row INSERT, the same bodies and indexes';
  return [
    { what: `${engine}: push of 500 creates`, ours: times.creates, limit: times.bareCreates, against: insert },
    { what: `${engine}: push of 500 sets`, ours: times.sets, limit: times.bareSets, against: insert },
    { what: `${engine}: pull of all of it`, ours: times.pull, limit: times.copyLog, against: 'COPY of the log' },
    { what: `${engine}: first load`, ours: times.load, limit: times.copyRecords, against: 'COPY of the records' },
  ];
}

function engineLines(pglite: ServerTimes, postgres: ServerTimes): readonly Line[] {
  const line = (what: string, of: keyof ServerTimes): Line => ({
    what: `PGlite: ${what}`,
    ours: pglite[of],
    limit: postgres[of],
    against: 'PostgreSQL',
  });
  return [line('push of 500 creates', 'creates'), line('push of 500 sets', 'sets'), line('pull of all of it', 'pull')];
}

function pouchLines(postgres: ServerTimes, pouch: Exclude<Awaited<ReturnType<typeof measurePouch>>, string>) {
  const creates = { what: 'push of 500 creates', ours: postgres.creates, limit: pouch.creates };
  // Ours pulls each record's creation and the set after it, and loads as many records as the other has documents.
  const load = { what: 'first load', ours: postgres.load, limit: pouch.pull };
  return [
    { ...creates, against: 'express-pouchdb in memory, _bulk_docs' },
    { ...load, against: 'express-pouchdb in memory, _changes?include_docs' },
  ];
}
