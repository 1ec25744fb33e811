import { beforeEach, describe, expect, it } from 'vitest';
import type { Change } from '../../../shared/changes/change-set.js';
import { decodeFrames } from '../append-log/frame-format.js';
import { decodeKeyEntry } from '../keyring/key-entry.js';
import { storeKey } from '../keyring/store-key.js';
import { FakeDisk } from '../testing/fake-disk.js';
import { createIn, createPerson, foldIn, forget, idOf, makeChangeSet } from '../testing/make-change-set.js';
import { fakeSecretStore, type FakeSecretStore } from '../testing/make-ports.js';
import { KEYS, openStorage, readAll, type Storage } from '../testing/open-storage.js';
import { PNG } from '../testing/sample-files.js';
import { seededRandom } from '../testing/seeded-random.js';

const PERSON = idOf(1);
const OTHER = idOf(2);
const APPLICATION = idOf(21);
const DOCUMENT = idOf(31);

let disk: FakeDisk;
let secrets: FakeSecretStore;

beforeEach(() => {
  disk = new FakeDisk();
  secrets = fakeSecretStore();
});

interface Filed {
  /** Belongs to the person and stays. */
  readonly cv: string;
  /** Belongs to the application and goes. */
  readonly contract: string;
}

async function append({ journal }: Storage, changes: readonly Change[]): Promise<void> {
  const { device, n } = journal.head;
  expect(await journal.append(makeChangeSet({ device, n: n + 1, changes }))).toMatchObject({ ok: true });
}

async function put({ files }: Storage, dossier: string): Promise<string> {
  const stored = await files.put(PNG, 'a.png', dossier);
  if (!stored.ok) throw new Error(stored.code);
  return stored.value.fileId;
}

/** Somebody with a CV and an application with a contract, and somebody else. */
async function fill(storage: Storage): Promise<Filed> {
  const filed = { cv: await put(storage, PERSON), contract: await put(storage, PERSON) };
  await append(storage, [
    createPerson(PERSON, 'stays'),
    createIn(PERSON, 'document', DOCUMENT, { fileId: filed.cv }),
    createIn(PERSON, 'application', APPLICATION, { text: 'goes', fileId: filed.contract }),
    createPerson(OTHER, 'somebody else'),
  ]);
  await storeKey(disk, KEYS, storage.keyring.derive('store'), false);
  return filed;
}

function erasure({ cv }: Filed): readonly Change[] {
  return [
    forget(PERSON, 'application', APPLICATION),
    foldIn(PERSON, 'person', PERSON, { name: 'stays' }),
    foldIn(PERSON, 'document', DOCUMENT, { fileId: cv }),
  ];
}

/** All that the journal still tells. */
async function told({ journal }: Storage): Promise<string> {
  const entries = await readAll(journal);
  expect(entries.filter(({ damaged }) => damaged)).toEqual([]);
  return JSON.stringify(entries);
}

function keyNames(on: FakeDisk): readonly (readonly string[])[] {
  return ['dossiers', 'dossiers-copy'].map((copy) =>
    decodeFrames(on.contentOf(`${KEYS}/${copy}`)).frames.flatMap(({ body }) => {
      const entry = decodeKeyEntry(body);
      return entry?.kind === 'key' ? [entry.dossier] : [];
    }),
  );
}

describe('R16, C23: deleting one application permanently, the person staying', () => {
  it('leaves nothing of it that any key opens, and everything else as it was, also after a restart', async () => {
    const first = await openStorage(disk, secrets);
    const filed = await fill(first);
    expect(await told(first)).toContain('goes'); // the search does see it while it is there
    await append(first, erasure(filed));
    await first.close();
    for (const storage of [await openStorage(disk, secrets), await openStorage(disk.afterKill(), secrets)]) {
      const left = await told(storage);
      expect(left).not.toContain('goes');
      expect(left).toContain('stays');
      expect(left).toContain('somebody else');
      expect(await storage.files.get(filed.cv)).toMatchObject({ ok: true });
      expect(await storage.files.get(filed.contract)).toMatchObject({ ok: false, code: 'file/not-found' });
      expect(storage.journal.head.damaged).toEqual([]);
      await storage.journal.verify();
      expect(storage.journal.head.damaged).toEqual([]);
    }
    for (const names of keyNames(disk)) expect([...names].sort()).toEqual([PERSON + '/2', OTHER].sort());
  });

  it('goes on in the dossier with the new key, and can be done again', async () => {
    const storage = await openStorage(disk, secrets);
    const filed = await fill(storage);
    await append(storage, erasure(filed));
    await append(storage, [createIn(PERSON, 'application', idOf(22), { text: 'the second' })]);
    expect(await told(storage)).toContain('the second');
    const more = await put(storage, PERSON);
    await append(storage, [forget(PERSON, 'application', idOf(22)), ...erasure(filed).slice(1)]);
    expect(await told(storage)).not.toContain('the second');
    await storage.close();
    const again = await openStorage(disk, secrets);
    expect(again.keyring.dossiers.generationOf(PERSON)).toBe(3);
    expect(await again.files.get(filed.cv)).toMatchObject({ ok: true });
    expect(await again.files.get(more)).toMatchObject({ ok: false }); // no record names it
    await append(again, [forget(PERSON, 'person', PERSON)]);
    expect(await told(again)).not.toContain('stays');
    expect(again.keyring.dossiers.stateOf(PERSON)).toBe('erased');
    for (const names of keyNames(disk)) expect(names).toEqual([OTHER]);
  });

  it('answers a lost answer with the same place, and never renews twice for it', async () => {
    const storage = await openStorage(disk, secrets);
    const filed = await fill(storage);
    const { device, n } = storage.journal.head;
    const changeSet = makeChangeSet({ device, n: n + 1, changes: erasure(filed) });
    const answer = await storage.journal.append(changeSet);
    expect(await storage.journal.append(changeSet)).toEqual(answer);
    expect(storage.keyring.dossiers.generationOf(PERSON)).toBe(2);
  });

  it('is left to this laptop’s own change set when another one deletes: its folds know nothing of what is only here', async () => {
    const storage = await openStorage(disk, secrets);
    const filed = await fill(storage);
    const foreign = makeChangeSet({ device: 'b0b0b0b0b0b0b0b0', n: 1, changes: erasure(filed) });
    expect(await storage.journal.receive([foreign], { sentTo: 0 })).toMatchObject({ ok: true });
    expect(storage.keyring.dossiers.generationOf(PERSON)).toBe(1);
    expect(await storage.files.get(filed.contract)).toMatchObject({ ok: true });
  });

  it('destroys the key of the working store, which a mere undo does not', async () => {
    const storage = await openStorage(disk, secrets);
    await fill(storage);
    const wrapping = storage.keyring.derive('store');
    const before = await storeKey(disk, KEYS, wrapping, false);
    await append(storage, [{ kind: 'erase', table: 'person', id: OTHER, dossier: OTHER, whole: true }]);
    expect(await storeKey(disk, KEYS, wrapping, false)).toEqual(before);
    await append(storage, [forget(PERSON, 'person', PERSON)]);
    expect(disk.paths()).not.toContain(`${KEYS}/store`);
    expect((await storeKey(disk, KEYS, wrapping, false)).kid).not.toBe(before.kid);
  });
});

describe('R16: stopped before any single step on the disk', () => {
  it.each([
    ['an application', erasure, 'goes'],
    ['a whole person', () => [forget(PERSON, 'person', PERSON)], 'stays'],
  ] as const)(
    'the deletion of %s is not begun, or finished at the next start; what stays is whole',
    async (_, changes, gone) => {
      for (let step = 0; ; step++) {
        const own = new FakeDisk();
        const keys = fakeSecretStore();
        disk = own;
        const storage = await openStorage(own, keys);
        const filed = await fill(storage);
        const { device, n } = storage.journal.head;
        const changeSet = makeChangeSet({ device, n: n + 1, changes: changes(filed) });
        own.stepsLeft = step;
        const answer = await storage.journal.append(changeSet).catch(() => ({ ok: false }));
        await storage.close().catch(() => undefined);
        for (const found of [
          own.afterKill(),
          own.afterPowerCut(seededRandom(step)),
          own.afterPowerCut(seededRandom(-step)),
        ]) {
          await expectAllOrNothing(found, keys, { filed, gone, mustBeGone: answer.ok });
        }
        if (own.stepsLeft > 0) return;
      }
    },
  );
});

async function expectAllOrNothing(
  found: FakeDisk,
  keys: FakeSecretStore,
  { filed, gone, mustBeGone }: { readonly filed: Filed; readonly gone: string; readonly mustBeGone: boolean },
): Promise<void> {
  const storage = await openStorage(found, keys);
  await storage.close(); // which waits until dead bytes are cleared away
  const again = await openStorage(found, keys);
  const left = await told(again);
  const isGone = !left.includes(gone);
  if (mustBeGone) expect(isGone).toBe(true);
  expect(left).toContain('somebody else');
  const whole = gone === 'stays';
  expect((await again.files.get(filed.contract)).ok).toBe(!isGone);
  expect((await again.files.get(filed.cv)).ok).toBe(!(isGone && whole));
  if (!whole) expect(left).toContain('stays');
  if (!isGone) return;
  expect(found.paths().some((path) => path.endsWith(filed.contract))).toBe(false);
  expect(found.paths()).not.toContain(`${KEYS}/store`);
  for (const names of keyNames(found)) expect(names).not.toContain(PERSON);
  expect(found.paths().filter((path) => path.startsWith(`${KEYS}/.`))).toEqual([]); // no copy that was never finished
}
