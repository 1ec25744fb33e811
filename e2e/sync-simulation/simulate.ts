import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENGINES, type Engine } from '../../server/testing/engines.js';
import { LONG, runSeed, SHORT, UNLUCKY, type Size } from './run-seed.js';
import { startNodes, stopNodes, type Nodes } from './simulated-server.js';

interface Worlds {
  readonly seeds: number;
  readonly sizeOf: (seed: number) => Size;
  /** Else the engines take turns. */
  readonly onEveryEngine: boolean;
}

/** Those of `npm test`, and the two kinds of `npm run prove`. */
const KINDS: Readonly<Record<string, Worlds>> = {
  short: { seeds: 200, sizeOf: (seed) => (seed % 5 === 0 ? UNLUCKY : SHORT), onEveryEngine: false },
  unlucky: { seeds: 2000, sizeOf: () => UNLUCKY, onEveryEngine: false },
  long: { seeds: 20, sizeOf: () => LONG, onEveryEngine: true },
};

const { FAIRDESK_SEED: given, FAIRDESK_SIMULATION: kind = 'short' } = process.env;
const { seeds, sizeOf, onEveryEngine } = KINDS[kind] ?? raise(`there are no worlds ${kind}`);
const SEEDS = Array.from({ length: seeds }, (_, at) => at + 1);

/** The worlds of one engine, tests of a file of its own: the engines' files share the cores. */
export function simulateOn(name: Engine['name']): void {
  const at = ENGINES.findIndex((engine) => engine.name === name);
  const engine = ENGINES[at];
  describe(`laptops that crash, lie about the time and hear each other badly, on ${name}`, () => {
    if (engine === undefined) {
      it('is not here: the other engine lives through every seed', () => {
        expect(ENGINES).toHaveLength(1);
      });
      return;
    }
    let nodes: Nodes;
    beforeAll(async () => {
      nodes = await startNodes(await engine.shared());
    });
    afterAll(async () => {
      await stopNodes(nodes);
    });

    it.each(seedsOn(at))(
      'end with the same, and with everything: seed %i',
      { timeout: kind === 'long' ? 0 : 60_000 },
      async (seed) => {
        const world = await runSeed(nodes, seed, sizeOf(seed));
        expect(world.ledger.changes).toBeGreaterThan(0);
      },
    );
  });
}

/** Every seed on every engine, when somebody asks for one or for the long worlds; else they take turns. */
function seedsOn(engine: number): readonly number[] {
  if (given !== undefined) return [Number(given)];
  return onEveryEngine ? SEEDS : SEEDS.filter((seed) => seed % ENGINES.length === engine);
}

function raise(words: string): never {
  throw new Error(words);
}
