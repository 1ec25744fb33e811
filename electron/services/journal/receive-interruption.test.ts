import { describe, expect, it } from 'vitest';
import { HOUSEKEEPING, leftNote } from '../../../shared/changes/housekeeping.js';
import { FakeDisk } from '../testing/fake-disk.js';
import { createPerson, foldIn, idOf, makeChangeSet } from '../testing/make-change-set.js';
import { fakeSecretStore, type FakeSecretStore } from '../testing/make-ports.js';
import { openStorage, readAll, type Storage } from '../testing/open-storage.js';
import { seededRandom } from '../testing/seeded-random.js';
import type { Received } from './housekeeping.js';

const OTHER = 'b0b0b0b0b0b0b0b0';
const LEFT = idOf(101);
const SEGMENT = { segmentBytes: 2500 };

interface Told {
  /** Actions that were answered as kept. */
  readonly kept: string[];
  /** The actions that may be there or not: a page is repeated until it was answered. */
  begun: readonly string[];
  left: boolean;
}

function foreign(n: number): Received {
  return { ...makeChangeSet({ device: OTHER, n, changes: [createPerson(idOf(100 + n))] }), action: `other-${n}` };
}

function house(action: string, change: ReturnType<typeof leftNote> | ReturnType<typeof foldIn>): Received {
  const { stamp, at, by, actionId } = makeChangeSet({ device: HOUSEKEEPING, n: 1 });
  return { stamp, at, by, actionId, action, changes: [change] };
}

const PAGES: readonly (readonly Received[])[] = [
  [foreign(1), foreign(2), house('loaded', foldIn(idOf(120), 'person', idOf(120), { name: 'Ebba' }))],
  [foreign(4), house('left', leftNote(LEFT)), foreign(9)],
  [foreign(11)],
];

/** Pages that arrive between what this laptop writes, and a new name in the middle. */
async function work(disk: FakeDisk, secrets: FakeSecretStore, told: Told): Promise<void> {
  const { journal, close } = await openStorage(disk, secrets, SEGMENT);
  for (const [at, page] of PAGES.entries()) {
    await write({ journal }, told, `own-${at}`);
    told.begun = page.map(({ action }) => action);
    const received = await journal.receive(page, { sentTo: journal.head.seq });
    if (!received.ok) throw new Error(received.code);
    told.kept.push(...told.begun);
    told.left ||= told.begun.includes('left');
    told.begun = [];
    if (at === 1) {
      const taken = await journal.takeName();
      if (!taken.ok) throw new Error(taken.code);
    }
  }
  await close();
}

async function write({ journal }: Pick<Storage, 'journal'>, told: Told, action: string): Promise<void> {
  const { device, n } = journal.head;
  told.begun = [action];
  const appended = await journal.append({ ...makeChangeSet({ device, n: n + 1 }), action });
  if (!appended.ok) throw new Error(appended.code);
  told.kept.push(action);
  told.begun = [];
}

async function expectWhole(disk: FakeDisk, secrets: FakeSecretStore, told: Told): Promise<void> {
  const storage = await openStorage(disk, secrets, SEGMENT);
  expect(storage.journal.head.rolledBack).toBe(false);
  const entries = await readAll(storage.journal);
  const there = entries.flatMap(({ changeSet }) => changeSet ?? []);
  const isGone = told.left || there.some(({ action }) => action === 'left');
  const kept = told.kept.filter((action) => !(isGone && action === 'other-1'));
  const actions = there.map(({ action }) => action);
  expect(actions.slice(0, kept.length)).toEqual(kept);
  for (const action of actions.slice(kept.length)) expect(told.begun).toContain(action); // in parts, after a power cut
  if (isGone) expect(JSON.stringify(there)).not.toContain(`"id":"${LEFT}","dossier":"${LEFT}"`);
  // What was cut off is received again, and everything goes on.
  for (const page of PAGES)
    expect(await storage.journal.receive(page, { sentTo: Infinity })).toMatchObject({ ok: true });
  const all = (await readAll(storage.journal)).map(({ changeSet }) => changeSet?.action);
  expect(all).toEqual(expect.arrayContaining(['other-2', 'loaded', 'other-4', 'other-9', 'other-11']));
  await write(storage, { kept: [], begun: [], left: false }, 'more');
  await storage.close();
}

async function measure(): Promise<FakeDisk> {
  const disk = new FakeDisk();
  await work(disk, fakeSecretStore(), { kept: [], begun: [], left: false });
  return disk;
}

describe('receiving, stopped before any single step on the disk', () => {
  it('loses nothing that was answered, after a kill or a power cut; the page is taken again', async () => {
    const { steps } = await measure();
    expect(steps).toBeGreaterThan(60);
    for (let step = 0; step < steps; step++) {
      const disk = new FakeDisk();
      const secrets = fakeSecretStore();
      const told: Told = { kept: [], begun: [], left: false };
      disk.stepsLeft = step;
      await work(disk, secrets, told).catch(() => undefined);
      await expectWhole(disk.afterKill(), secrets, told);
      for (let seed = 0; seed < 3; seed++) {
        await expectWhole(disk.afterPowerCut(seededRandom(step * 10 + seed)), secrets, told);
      }
    }
  });

  it('loses nothing that was answered on a disk that is full at any moment', async () => {
    const whole = await measure();
    const size = whole.paths().reduce((sum, path) => sum + whole.contentOf(path).length, 0);
    for (let capacity = 0; capacity < size; capacity += 97) {
      const disk = new FakeDisk();
      const secrets = fakeSecretStore();
      const told: Told = { kept: [], begun: [], left: false };
      disk.capacity = capacity;
      await work(disk, secrets, told).catch(() => undefined);
      disk.capacity = Infinity;
      await expectWhole(disk.afterKill(), secrets, told);
    }
  });
});
