import { describe, expect, it } from 'vitest';
import type { ChangeSet } from '../../../shared/changes/change-set.js';
import { FakeDisk } from '../testing/fake-disk.js';
import { createPerson, eraseDossier, idOf, makeChangeSet } from '../testing/make-change-set.js';
import { fakeSecretStore, type FakeSecretStore } from '../testing/make-ports.js';
import { openStorage, readAll } from '../testing/open-storage.js';
import { seededRandom } from '../testing/seeded-random.js';

interface Told {
  /** Answered as saved. */
  readonly saved: Map<number, ChangeSet>;
  /** Begun; may be there or not. */
  begun: ChangeSet | null;
}

const SCRIPT = [[1], [2, 3], [4, 5, 6], [1], [7, 2], [8]];
const ERASED = idOf(3);

/** Two sessions of work over small segments, with an erasure in the middle. */
async function work(disk: FakeDisk, secrets: FakeSecretStore, told: Told): Promise<void> {
  for (const half of [SCRIPT.slice(0, 3), SCRIPT.slice(3)]) {
    const { journal, close } = await openStorage(disk, secrets, { segmentBytes: 1200 });
    for (const dossiers of [...half, null]) {
      const { device, n } = journal.head;
      const changes = dossiers?.map((dossier) => createPerson(idOf(dossier))) ?? [eraseDossier(ERASED)];
      told.begun = makeChangeSet({ device, n: n + 1, changes });
      const appended = await journal.append(told.begun);
      if (!appended.ok) throw new Error(appended.code);
      told.saved.set(appended.value.seq, told.begun);
      told.begun = null;
    }
    await close();
  }
}

function isErased(set: ChangeSet): boolean {
  return set.changes.some(({ kind }) => kind === 'erase');
}

/** All that was answered is there, nothing else but what was begun, and work goes on. */
async function expectWhole(disk: FakeDisk, secrets: FakeSecretStore, { saved, begun }: Told): Promise<void> {
  const storage = await openStorage(disk, secrets, { segmentBytes: 1200 });
  const entries = await readAll(storage.journal);
  const erased =
    [...saved.values()].some(isErased) || entries.some(({ changeSet }) => changeSet && isErased(changeSet));
  for (const [seq, set] of saved) {
    const left = erased
      ? set.changes.filter(({ kind, dossier }) => kind === 'erase' || dossier !== ERASED)
      : set.changes;
    expect(entries[seq - 1]?.changeSet).toEqual({ ...set, changes: left });
    expect(entries[seq - 1]?.damaged).toBe(false);
  }
  const more = entries.slice(saved.size).filter(({ changeSet }) => changeSet !== null);
  for (const { changeSet } of more) expect(changeSet).toEqual(begun);
  if (erased) expect(storage.keyring.dossiers.stateOf(ERASED)).toBe('erased');
  const { device, n } = storage.journal.head;
  expect(await storage.journal.append(makeChangeSet({ device, n: n + 1 }))).toMatchObject({ ok: true });
  await storage.close();
}

async function countSteps(): Promise<number> {
  const disk = new FakeDisk();
  await work(disk, fakeSecretStore(), { saved: new Map(), begun: null });
  return disk.steps;
}

describe('stopped before any single step on the disk', () => {
  it('nothing that was answered is lost or half there, after a kill or a power cut', async () => {
    const steps = await countSteps();
    expect(steps).toBeGreaterThan(100);
    for (let step = 0; step < steps; step++) {
      const disk = new FakeDisk();
      const secrets = fakeSecretStore();
      const told: Told = { saved: new Map(), begun: null };
      disk.stepsLeft = step;
      await work(disk, secrets, told).catch(() => undefined);
      await expectWhole(disk.afterKill(), secrets, told);
      for (let seed = 0; seed < 4; seed++) {
        await expectWhole(disk.afterPowerCut(seededRandom(step * 10 + seed)), secrets, told);
      }
    }
  });

  it('and a disk that is full at any moment loses nothing that was answered', async () => {
    const whole = new FakeDisk();
    await work(whole, fakeSecretStore(), { saved: new Map(), begun: null });
    const size = whole.paths().reduce((sum, path) => sum + whole.contentOf(path).length, 0);
    for (let capacity = 0; capacity < size; capacity += 37) {
      const disk = new FakeDisk();
      const secrets = fakeSecretStore();
      const told: Told = { saved: new Map(), begun: null };
      disk.capacity = capacity;
      await work(disk, secrets, told).catch(() => undefined);
      await expectWhole(disk.afterKill(), secrets, told);
      disk.capacity = Infinity;
      await expectWhole(disk, secrets, told);
    }
  });
});
