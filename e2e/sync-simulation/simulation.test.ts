import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENGINES } from '../../server/testing/engines.js';
import { LONG, runSeed, SHORT } from './run-seed.js';
import { startNodes, stopNodes, type Nodes } from './simulated-server.js';

const { FAIRDESK_SEED: given, FAIRDESK_SIMULATION: wanted } = process.env;
const SEEDS = Array.from({ length: wanted === 'long' ? 20 : 200 }, (_, at) => at + 1);

/** Every seed on every engine, when somebody asks for one or for the long worlds; else they take turns. */
function seedsOn(engine: number): readonly number[] {
  if (given !== undefined) return [Number(given)];
  return wanted === 'long' ? SEEDS : SEEDS.filter((seed) => seed % ENGINES.length === engine);
}

describe.each(ENGINES.map((engine, at) => ({ ...engine, seeds: seedsOn(at) })))(
  'laptops that crash, lie about the time and hear each other badly, on $name',
  ({ shared, seeds }) => {
    let nodes: Nodes;
    beforeAll(async () => {
      nodes = await startNodes(await shared());
    });
    afterAll(async () => {
      await stopNodes(nodes);
    });

    it.each(seeds)(
      'end with the same, and with everything: seed %i',
      { timeout: wanted === 'long' ? 0 : 60_000 },
      async (seed) => {
        const world = await runSeed(nodes, seed, wanted === 'long' ? LONG : SHORT);
        expect(world.ledger.changes).toBeGreaterThan(0);
      },
    );
  },
);
