import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrate } from '../../server/database/migrate.js';
import { openPglite } from '../../server/database/pglite-database.js';
import { runSeed } from './run-seed.js';
import { startNodes, stopNodes, type Nodes } from './simulated-server.js';

const given = process.env['FAIRDESK_SEED'];
const SEEDS = given === undefined ? Array.from({ length: 200 }, (_, at) => at + 1) : [Number(given)];

let nodes: Nodes;

beforeAll(async () => {
  const database = await openPglite(null);
  await migrate(database);
  nodes = await startNodes(database);
});
afterAll(async () => {
  await stopNodes(nodes);
  await nodes.database.close();
});

describe('laptops that crash, lie about the time and hear each other badly', () => {
  it.each(SEEDS)('end with the same, and with everything: seed %i', async (seed) => {
    const world = await runSeed(nodes, seed);
    expect(world.ledger.entries.length).toBeGreaterThan(0);
  });
});
