import type { ChangeSet } from '../../shared/changes/change-set.js';
import { readAll } from '../../electron/services/testing/open-storage.js';
import type { SimulatedLaptop } from './simulated-laptop.js';
import type { World } from './world.js';

const IMAGES = 3;

/** The administrator makes a backup of the server. */
export async function backUp({ server, backups, story }: World): Promise<void> {
  const backup = await server.backup();
  backups.push(backup);
  story.push(`the server is backed up at ${backup.head}`);
}

/** The server is put back to one of its backups; what was revoked since is revoked again. */
export async function restore(world: World): Promise<void> {
  const { server, backups, laptops, story, chance } = world;
  if (backups.length === 0) return;
  const backup = chance.oneOf(backups);
  story.push(`the server is put back to ${backup.head}`);
  await server.restore(backup);
  for (const laptop of laptops) if (laptop.revoked) await server.command('revoke', [laptop.joinedAs]);
  await releaseWhatIsLost(world);
}

/** Somebody makes an image of a laptop's folder. */
export async function makeImage({ images, story }: World, laptop: SimulatedLaptop): Promise<void> {
  const known = images.get(laptop.name) ?? [];
  images.set(laptop.name, [...known, laptop.image()].slice(-IMAGES));
  story.push(`${laptop.name} has an image made`);
  await Promise.resolve();
}

/** A laptop is put back to one of its images. */
export async function rewind(world: World, laptop: SimulatedLaptop): Promise<void> {
  const { images, story, chance } = world;
  const known = images.get(laptop.name) ?? [];
  if (known.length === 0 || laptop.exchanging) return;
  const storeIsLost = chance.is(0.7);
  story.push(`${laptop.name} is put back${storeIsLost ? '' : ', and its page knows more'}`);
  await laptop.putBack(chance.oneOf(known), storeIsLost);
  await releaseWhatIsLost(world);
}

/** A laptop was lost: the administrator revokes it, one of those that are left. */
export async function revoke(world: World, laptop: SimulatedLaptop): Promise<void> {
  const { server, laptops, ledger, story } = world;
  const left = laptops.filter(({ revoked }) => !revoked);
  if (laptop.revoked || left.length < 3 || laptop === laptops[0]) return;
  story.push(`${laptop.name} is revoked`);
  await server.command('revoke', [laptop.joinedAs]);
  laptop.revoked = true;
  const there = await arrived(world);
  ledger.revoke(laptop.name, (stamp) => there.has(stamp));
  await releaseWhatIsLost(world);
}

/** What is neither on the server nor in the journal of a laptop that may still speak with it cannot come back. */
async function releaseWhatIsLost(world: World): Promise<void> {
  const somewhere = new Set(await arrived(world));
  for (const laptop of world.laptops.filter(({ revoked }) => !revoked)) {
    for (const { changeSet } of await readAll(laptop.storage.journal)) {
      if (changeSet !== null && mayTell(laptop, changeSet)) somewhere.add(changeSet.stamp);
    }
  }
  world.ledger.release((stamp) => somewhere.has(stamp));
}

/** What belongs to everybody is told by who wrote it, or by a laptop of everybody (ADR 46). */
function mayTell({ recruiter }: SimulatedLaptop, { by, changes }: ChangeSet): boolean {
  return recruiter === null || recruiter === by || changes.every(({ dossier }) => dossier !== null);
}

async function arrived({ server: { database, organisation } }: World): Promise<ReadonlySet<string>> {
  const rows = await database.query<{ stamp: string | null }>('SELECT stamp FROM change_set WHERE organisation = $1', [
    organisation,
  ]);
  return new Set(rows.flatMap(({ stamp }) => stamp ?? []));
}
