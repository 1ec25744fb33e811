import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Change } from '../../../shared/changes/change-set.js';
import { FakeDisk } from '../testing/fake-disk.js';
import { createPerson, eraseDossier, idOf, makeChangeSet } from '../testing/make-change-set.js';
import { fakeSecretStore, type FakeSecretStore } from '../testing/make-ports.js';
import { JOURNAL, openStorage, readAll, type Storage } from '../testing/open-storage.js';

const OTHER = 'b0b0b0b0b0b0b0b0';
let disk: FakeDisk;
let secrets: FakeSecretStore;

beforeEach(() => {
  disk = new FakeDisk();
  secrets = fakeSecretStore();
});

async function appendMany({ journal }: Storage, from: number, to: number): Promise<void> {
  for (let n = from; n <= to; n++) {
    const appended = await journal.append(makeChangeSet({ device: journal.head.device, n }));
    expect(appended).toEqual({ ok: true, value: { seq: n } });
  }
}

async function changeSets({ journal }: Storage) {
  return (await readAll(journal)).map(({ changeSet }) => changeSet);
}

const anyChange: fc.Arbitrary<Change> = fc.oneof(
  fc
    .record({ dossier: fc.constantFrom(null, idOf(1), idOf(2), idOf(3)), name: fc.string({ unit: 'grapheme' }) })
    .map(({ dossier, name }): Change => ({ kind: 'create', table: 'note', id: 'x', dossier, fields: { name } })),
  fc.constant<Change>({ kind: 'erase', table: 'note', id: 'x', dossier: idOf(1), whole: false }),
  fc
    .string()
    .map((element): Change => ({ kind: 'add', table: 't', id: 'y', dossier: idOf(2), field: 'tags', element })),
);

describe('the journal', () => {
  it('gives every change set back as it was, its changes in their order, after a restart', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(anyChange, { minLength: 1, maxLength: 12 }), { minLength: 1 }),
        async (all) => {
          const own = new FakeDisk();
          const keys = fakeSecretStore();
          const first = await openStorage(own, keys);
          const { device } = first.journal.head;
          const sets = all.map((changes, i) => makeChangeSet({ device, n: i + 1, changes }));
          for (const set of sets) expect(await first.journal.append(set)).toMatchObject({ ok: true });
          await first.close();
          const second = await openStorage(own, keys);
          expect(await changeSets(second)).toEqual(sets);
          expect(second.journal.head).toMatchObject({ seq: all.length, n: all.length, stamp: sets.at(-1)?.stamp });
          expect(second.journal.head.device).toBe(device);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('goes over segments, and reads across them in pages', async () => {
    const first = await openStorage(disk, secrets, { segmentBytes: 1500 });
    await appendMany(first, 1, 20);
    expect(disk.paths().filter((path) => path.endsWith('.segment')).length).toBeGreaterThan(3);
    await first.close();
    const second = await openStorage(disk, secrets, { segmentBytes: 1500 });
    expect((await readAll(second.journal)).map(({ seq }) => seq)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
    expect((await second.journal.read(7, 2)).entries.map(({ seq }) => seq)).toEqual([8, 9]);
    expect((await second.journal.read(20, 5)).entries).toEqual([]);
    await appendMany(second, 21, 22);
  });

  it('answers the same place for the same change set, also long after', async () => {
    const first = await openStorage(disk, secrets);
    await appendMany(first, 1, 3);
    await first.close();
    const { journal } = await openStorage(disk, secrets);
    const again = makeChangeSet({ device: journal.head.device, n: 2 });
    expect(await journal.append(again)).toEqual({ ok: true, value: { seq: 2 } });
    expect(journal.head.seq).toBe(3);
  });

  it('refuses another content under a number that is taken, and a number that leaves a gap', async () => {
    const storage = await openStorage(disk, secrets);
    await appendMany(storage, 1, 2);
    const { journal } = storage;
    const { device } = journal.head;
    const other = makeChangeSet({ device, n: 2, changes: [createPerson(idOf(2), 'Somebody else')] });
    expect(await journal.append(other)).toMatchObject({ code: 'journal/different-change-set' });
    expect(await journal.append(makeChangeSet({ device, n: 4 }))).toMatchObject({ code: 'journal/behind' });
    expect(journal.head.seq).toBe(2);
  });

  it('keeps what another laptop made under that laptop’s number, in a chain of its own', async () => {
    const storage = await openStorage(disk, secrets);
    const { journal } = storage;
    await appendMany(storage, 1, 1);
    const received = [7, 8].map((n) => makeChangeSet({ device: OTHER, n }));
    expect(await journal.receive(received, { sentTo: 0 })).toEqual({ ok: true, value: { written: 2 } });
    expect(await journal.append(makeChangeSet({ device: journal.head.device, n: 2 }))).toEqual({
      ok: true,
      value: { seq: 4 },
    });
    await storage.close();
    const second = await openStorage(disk, secrets);
    expect(second.journal.head).toMatchObject({ n: 2, seq: 4, damaged: [] });
    expect((await changeSets(second)).slice(1, 3)).toEqual(received);
    await second.journal.verify();
    expect(second.journal.head.damaged).toEqual([]);
  });

  it('finds at the next start an erasure that was saved when the program was killed before the key was dropped', async () => {
    const storage = await openStorage(disk, secrets);
    await appendMany(storage, 1, 1);
    const erasure = makeChangeSet({ device: storage.journal.head.device, n: 2, changes: [eraseDossier(idOf(1))] });
    const before = disk.steps;
    disk.stepsLeft = 2; // the frame's write and sync
    await expect(storage.journal.append(erasure)).resolves.toEqual({ ok: true, value: { seq: 2 } });
    expect(disk.steps - before).toBeGreaterThan(2);
    const second = await openStorage(disk.afterKill(), secrets);
    expect(second.keyring.dossiers.stateOf(idOf(1))).toBe('erased');
    expect(await changeSets(second)).toEqual([null, erasure]);
  });

  it('destroys a key later that a full disk kept it from destroying, also over restarts', async () => {
    const storage = await openStorage(disk, secrets);
    await appendMany(storage, 1, 1);
    const erasure = makeChangeSet({ device: storage.journal.head.device, n: 2, changes: [eraseDossier(idOf(1))] });
    disk.refuses = '/keys/';
    expect(await storage.journal.append(erasure)).toEqual({ ok: true, value: { seq: 2 } });
    await storage.journal.close();
    const next = disk.afterKill();
    const second = await openStorage(next, secrets);
    expect(second.keyring.dossiers.stateOf(idOf(1))).toBe('erased');
    expect(await changeSets(second)).toEqual([null, erasure]);
  });

  it('leaves the erased part out of what another laptop sends later, and takes the rest', async () => {
    const { journal } = await openStorage(disk, secrets);
    const { device } = journal.head;
    await journal.append(makeChangeSet({ device, n: 1, changes: [eraseDossier(idOf(1))] }));
    const late = [createPerson(idOf(1)), createPerson(idOf(2))];
    const theirs = makeChangeSet({ device: OTHER, n: 1, changes: late });
    expect(await journal.receive([theirs], { sentTo: 1 })).toMatchObject({ ok: true });
    expect((await readAll(journal))[1]).toMatchObject({ damaged: false, changeSet: { changes: late.slice(1) } });
  });

  it('saves nothing on a full disk, and goes on when there is room', async () => {
    const storage = await openStorage(disk, secrets);
    await appendMany(storage, 1, 2);
    disk.capacity = disk.paths().reduce((sum, path) => sum + disk.contentOf(path).length, 0) + 250;
    const third = makeChangeSet({ device: storage.journal.head.device, n: 3 });
    expect(await storage.journal.append(third)).toMatchObject({ ok: false, code: 'journal/disk-full' });
    expect(storage.journal.head).toMatchObject({ seq: 2, n: 2 });
    disk.capacity = Infinity;
    expect(await storage.journal.append(third)).toEqual({ ok: true, value: { seq: 3 } });
    const second = await openStorage(disk.afterKill(), secrets);
    expect(second.journal.head).toMatchObject({ seq: 3, damaged: [], rolledBack: false });
  });

  it('is refused, not begun anew, when the keys are gone', async () => {
    const storage = await openStorage(disk, secrets);
    await appendMany(storage, 1, 1);
    await storage.close();
    await expect(openStorage(disk, fakeSecretStore())).rejects.toThrow('keyring/locked');
    for (const path of disk.paths().filter((name) => name.includes('/slots'))) disk.replace(path, null);
    await expect(openStorage(disk, secrets)).rejects.toThrow('keyring/damaged');
    expect(disk.paths().filter((path) => path.startsWith(JOURNAL))).toHaveLength(2);
  });
});
