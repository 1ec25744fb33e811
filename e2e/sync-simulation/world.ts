import { DAY, HOUR, MINUTE } from '../../shared/lib/time.js';
import type { Backup } from './backup.js';
import { Chance } from './chance.js';
import { Ledger } from './ledger.js';
import type { Plants } from './plants.js';
import { SimulatedLaptop, type Image } from './simulated-laptop.js';
import { SimulatedNetwork } from './simulated-network.js';
import { SimulatedServer, type Nodes } from './simulated-server.js';

const BEGINNING = Date.UTC(2026, 8, 1, 8);

/** An organisation: its server, its laptops, and everything that ever was written on one of them. */
export interface World {
  readonly chance: Chance;
  readonly server: SimulatedServer;
  readonly network: SimulatedNetwork;
  readonly ledger: Ledger;
  readonly laptops: SimulatedLaptop[];
  /** What happened, in words, for whoever looks into a seed. */
  readonly story: string[];
  readonly plants: Plants;
  /** How often a laptop dies, beside in a short world. */
  readonly deaths: number;
  /** What may be put back: of the server, and of laptops by their names. */
  readonly backups: Backup[];
  readonly images: Map<string, Image[]>;
}

export async function beginWorld(
  nodes: Nodes,
  seed: number,
  { plants, deaths }: Pick<World, 'plants' | 'deaths'>,
): Promise<World> {
  const chance = new Chance(seed);
  nodes.time = BEGINNING;
  const server = await SimulatedServer.begin(nodes, { chance, plants });
  const network = new SimulatedNetwork(server, chance);
  return {
    chance,
    server,
    network,
    ledger: new Ledger(),
    laptops: [],
    story: [],
    plants,
    deaths,
    backups: [],
    images: new Map(),
  };
}

/** Whose a laptop is, null for everybody's at a stand, and who works on it. */
export interface Works {
  readonly recruiter: string | null;
  readonly by: string | null;
}

/** One more laptop joins; its clock is wrong by up to a day. */
export async function addLaptop(world: World, { recruiter, by }: Works): Promise<SimulatedLaptop> {
  const { chance, ledger, network, server, laptops, plants } = world;
  const time = (): number => server.nodes.time;
  const transport = network.transportOf(() => laptop);
  const name = `laptop ${laptops.length + 1}`;
  const laptop: SimulatedLaptop = new SimulatedLaptop({ name, recruiter, by, chance, ledger, transport, time, plants });
  setClock(world, laptop);
  await laptop.start();
  await laptop.join(await server.invite(recruiter));
  laptops.push(laptop);
  return laptop;
}

export function setClock({ chance }: World, laptop: SimulatedLaptop): void {
  laptop.skew = chance.is(0.5) ? chance.below(2 * DAY) - DAY : chance.below(2 * MINUTE) - MINUTE;
}

/** Time goes by: seconds, seldom hours. */
export function letTimePass({ chance, server }: World): void {
  server.nodes.time += chance.is(0.1) ? chance.below(5 * HOUR) : chance.below(MINUTE);
}

/** Does something on a laptop; one that dies over it is started again, from what a kill or a power cut left. */
export async function perform(world: World, laptop: SimulatedLaptop, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!laptop.isDead) throw error;
  }
  if (!laptop.isDead || laptop.exchanging) return;
  const powerCut = world.chance.is(0.5);
  world.story.push(`${laptop.name} dies${powerCut ? ' in a power cut' : ''} and starts again`);
  await laptop.startAgain({ powerCut, storeIsLost: world.chance.is(0.1) });
}
