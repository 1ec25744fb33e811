import { newId } from '../../renderer/data/new-id.js';
import { MINUTE } from '../../shared/lib/time.js';
import type { World } from './world.js';
import type { SimulatedLaptop } from './simulated-laptop.js';

const ROUNDS = 40;
const STEPS = 500;
const TRIES = 5;

/** The network brings everything, everybody is online: after some rounds there is nothing left to do. */
export async function settle(world: World): Promise<void> {
  const { network, laptops, server } = world;
  network.quiet = true;
  await network.deliverLate();
  for (const laptop of laptops) laptop.online = true;
  const troubles = new Map<string, string>();
  for (let round = 0; round < ROUNDS; round++) {
    let moved = 0;
    for (const laptop of laptops.filter(({ revoked }) => !revoked)) {
      moved += await settleOne(laptop, troubles);
      moved += await laptop.page.dismissRefused(newId()); // what is out of sight may wait for that
    }
    server.nodes.time += MINUTE;
    if (moved === 0 && troubles.size === 0) return await askRevoked(world);
  }
  throw new Error(`it never settles: ${JSON.stringify([...troubles])}`);
}

/** 12. A revoked laptop gets nothing; what it received before shows. */
async function askRevoked({ laptops }: World): Promise<void> {
  for (const laptop of laptops.filter(({ revoked }) => revoked)) {
    await laptop.page.takeIn();
    let answer = await laptop.exchange();
    // A server that was put back may know it by another name only, which it tries next.
    for (let tries = 0; answer.ok && answer.value.more && tries < TRIES; tries++) answer = await laptop.exchange();
    if (answer.ok || answer.code !== 'sync/revoked') throw new Error(`12 ${laptop.name} is revoked and was answered`);
  }
}

/** Answers how much was moved. */
async function settleOne(laptop: SimulatedLaptop, troubles: Map<string, string>): Promise<number> {
  let moved = 0;
  troubles.delete(laptop.name);
  for (let step = 0; step < STEPS; step++) {
    const answer = await laptop.exchange();
    if (!answer.ok) {
      troubles.set(laptop.name, `${answer.code} ${answer.detail ?? ''}`);
      break;
    }
    moved += answer.value.sent + answer.value.received;
    if (!answer.value.more) break;
    if (step === STEPS - 1) troubles.set(laptop.name, 'there is always more');
  }
  const taken = await laptop.page.takeIn();
  if (!taken.ok) troubles.set(laptop.name, `take in: ${taken.code}`);
  const standing = await laptop.standing();
  const isBusy = standing === null || standing.unsent > 0 || standing.toRenew.length > 0 || standing.resend !== null;
  return moved + (isBusy ? 1 : 0);
}
