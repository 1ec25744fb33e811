import { gather } from './evidence.js';
import { brokenInvariants } from './invariants.js';
import { openOffice, openStand } from './office.js';
import type { Plants } from './plants.js';
import { settle } from './quiet.js';
import type { Nodes } from './simulated-server.js';
import { takeTurn } from './turns.js';
import { beginWorld, type World } from './world.js';

export interface Size {
  readonly laptops: number;
  /** It goes on for so many turns, and until so many changes are written. */
  readonly turns: number;
  readonly changes: number;
  /** How often something is put back or revoked, beside everything else. */
  readonly calamities: number;
  /** How often a laptop dies, beside in a short world: each start reads its whole store. */
  readonly deaths: number;
}

export const SHORT: Size = { laptops: 3, turns: 20, changes: 0, calamities: 1, deaths: 1 };
/** Nearly everything that can be put back is, more than once. */
export const UNLUCKY: Size = { laptops: 3, turns: 40, changes: 0, calamities: 6, deaths: 1 };
export const LONG: Size = { laptops: 50, turns: 0, changes: 10_000, calamities: 0.01, deaths: 0.1 };

/** Lives through the world of a seed and checks it when it is quiet. Throws what went wrong, with the seed in its words. */
export async function runSeed(nodes: Nodes, seed: number, size = SHORT, plants: Plants = {}): Promise<World> {
  const world = await beginWorld(nodes, seed, { plants, deaths: size.deaths });
  try {
    await (world.chance.is(0.5) ? openOffice : openStand)(world, size.laptops);
    world.network.quiet = false;
    for (let turn = 0; turn < size.turns || world.ledger.changes < size.changes; turn++) {
      await takeTurn(world, size.calamities);
    }
    await settle(world);
    const broken = brokenInvariants(await gather(world));
    if (broken.length > 0) throw new Error(broken.join('\n'));
    return world;
  } catch (error) {
    const again = `FAIRDESK_SEED=${seed} npx vitest run --project simulation`;
    const story = process.env['FAIRDESK_SEED'] === undefined ? '' : `${world.story.join('\n')}\n`;
    throw new Error(
      `${story}seed ${seed} failed; ${again}\n${error instanceof Error ? error.message : String(error)}`,
      {
        cause: error,
      },
    );
  } finally {
    for (const laptop of world.laptops) await laptop.stop();
  }
}
