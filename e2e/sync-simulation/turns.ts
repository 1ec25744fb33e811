import { backUp, makeImage, restore, revoke, rewind } from './calamities.js';
import { perform, letTimePass, setClock, type World } from './world.js';
import type { SimulatedLaptop } from './simulated-laptop.js';
import type { Writing } from './moving.js';
import { anyWriting } from './writing.js';

/** Steps on the disk within which a laptop may die in the middle of what it does. */
const LIVES = 80;

interface Turn {
  readonly weight: number;
  readonly take: (world: World, laptop: SimulatedLaptop) => Promise<void>;
}

const TURNS: readonly Turn[] = [
  { weight: 10, take: write },
  { weight: 16, take: exchange },
  { weight: 1, take: powerCut },
  { weight: 1, take: changeClock },
  { weight: 2, take: changeLine },
];

const CALAMITIES: readonly Turn[] = [
  { weight: 1, take: backUp },
  { weight: 0.4, take: restore },
  { weight: 1, take: makeImage },
  { weight: 0.5, take: rewind },
  { weight: 0.15, take: revoke },
];

/** Something happens on one of the laptops, and while requests of its are under way, on others. */
export async function takeTurn(world: World, calamities: number): Promise<void> {
  letTimePass(world);
  const laptop = world.chance.oneOf(world.laptops);
  world.network.meanwhile = async () => {
    await meanwhile(world);
  };
  if (world.plants.rush === true && world.chance.is(0.4)) await rush(world);
  else await chooseTurn(world, calamities).take(world, laptop);
}

/** All laptops write and exchange at the same time. */
async function rush(world: World): Promise<void> {
  const { laptops, network } = world;
  network.meanwhile = () => Promise.resolve();
  for (const laptop of laptops) await write(world, laptop);
  await Promise.all(laptops.map(async (laptop) => await exchange(world, laptop)));
}

function chooseTurn({ chance, deaths }: World, calamities: number): Turn {
  const turns = TURNS.map((turn) => (turn.take === powerCut ? { ...turn, weight: deaths } : turn));
  const all = [...turns, ...CALAMITIES.map(({ weight, take }) => ({ weight: weight * calamities, take }))];
  let at = chance.next() * all.reduce((sum, { weight }) => sum + weight, 0);
  for (const turn of all) {
    at -= turn.weight;
    if (at < 0) return turn;
  }
  throw new Error('no turn was chosen');
}

/** While one request is under way: somebody writes, on this laptop or another, or another laptop exchanges. */
async function meanwhile(world: World): Promise<void> {
  const { chance, laptops, network } = world;
  if (!chance.is(0.15)) return;
  const between = network.meanwhile;
  network.meanwhile = () => Promise.resolve();
  const laptop = chance.oneOf(laptops);
  if (laptop.exchanging || chance.is(0.5)) await write(world, laptop);
  else await exchange(world, laptop);
  network.meanwhile = between;
}

async function write(world: World, laptop: SimulatedLaptop): Promise<void> {
  const { chance, story } = world;
  for (let left = 1 + chance.below(3); left > 0 && !laptop.isDead; left--) {
    await perform(world, laptop, async () => {
      const writing = anyWriting([...laptop.page.rows.values()], chance, laptop.recruiter === null);
      if (writing === null) return;
      if (chance.is(0.05 * world.deaths) && !laptop.exchanging) laptop.dieAfter(chance.below(LIVES / 4));
      const answer = await laptop.page.commit(writing.action, chance.id(), writing.changes);
      story.push(`${laptop.name} writes ${nameOf(writing)}: ${answer.ok ? 'saved' : answer.code}`);
    });
  }
  if (!laptop.exchanging) laptop.dieAfter(Infinity);
}

async function exchange(world: World, laptop: SimulatedLaptop): Promise<void> {
  const { chance, story } = world;
  if (chance.is(0.2 * world.deaths)) laptop.dieAfter(chance.below(LIVES));
  await perform(world, laptop, async () => {
    for (let left = 1 + chance.below(5); left > 0; left--) {
      const answer = await laptop.exchange();
      story.push(`${laptop.name} exchanges: ${answer.ok ? JSON.stringify(answer.value) : answer.code}`);
      if (!answer.ok || !answer.value.more) break;
    }
    if (chance.is(0.8)) await laptop.page.takeIn();
  });
  laptop.dieAfter(Infinity);
}

async function powerCut(world: World, laptop: SimulatedLaptop): Promise<void> {
  laptop.die();
  await perform(world, laptop, () => Promise.resolve());
}

async function changeClock(world: World, laptop: SimulatedLaptop): Promise<void> {
  setClock(world, laptop);
  await Promise.resolve();
}

async function changeLine({ chance }: World, laptop: SimulatedLaptop): Promise<void> {
  laptop.online = chance.is(0.6);
  await Promise.resolve();
}

function nameOf({ action, changes }: Writing): string {
  return `${action} (${changes.map(({ kind, table, id }) => `${kind} ${table} ${id.slice(0, 4)}`).join(', ')})`;
}
