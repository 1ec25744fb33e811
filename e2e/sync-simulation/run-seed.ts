import { gather } from './evidence.js';
import { brokenInvariants } from './invariants.js';
import type { Plants } from './plants.js';
import { settle } from './quiet.js';
import type { Nodes } from './simulated-server.js';
import { takeTurn } from './turns.js';
import { addLaptop, beginWorld, type World } from './world.js';

export interface Size {
  readonly laptops: number;
  readonly turns: number;
}

export const SHORT: Size = { laptops: 4, turns: 40 };

/** Lives through the world of a seed and checks it when it is quiet. Throws what went wrong, with the seed in its words. */
export async function runSeed(nodes: Nodes, seed: number, size = SHORT, plants: Plants = {}): Promise<World> {
  const world = await beginWorld(nodes, seed, plants);
  try {
    for (let at = 0; at < size.laptops; at++) await addLaptop(world, { recruiter: null, by: null });
    world.network.quiet = false;
    for (let turn = 0; turn < size.turns; turn++) await takeTurn(world);
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
