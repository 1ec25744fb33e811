import { beforeEach, describe, expect, it } from 'vitest';
import type { Change, ChangeSet } from '../../../shared/changes/change-set.js';
import { HOUSEKEEPING, leftNote } from '../../../shared/changes/housekeeping.js';
import { decodeFrames, FRAME_HEADER } from '../append-log/frame-format.js';
import { FakeDisk } from '../testing/fake-disk.js';
import { createIn, createPerson, foldIn, forget, idOf, makeChangeSet } from '../testing/make-change-set.js';
import { fakeSecretStore, type FakeSecretStore } from '../testing/make-ports.js';
import { JOURNAL, openStorage, readAll, type Storage } from '../testing/open-storage.js';
import { PNG } from '../testing/sample-files.js';
import type { Housekeeping } from './housekeeping.js';

const OTHER = 'b0b0b0b0b0b0b0b0';
const EBBA = idOf(1);
const OSKAR = idOf(2);
const SEGMENT = `${JOURNAL}/000000000001.segment`;
const ALL_SENT = { sentTo: Infinity };
const MANY = { count: 500, bytes: 1_000_000 };
const BEGINNING = { n: 0, seq: 0 };

let disk: FakeDisk;
let secrets: FakeSecretStore;

beforeEach(() => {
  disk = new FakeDisk();
  secrets = fakeSecretStore();
});

function foreign(n: number, ...changes: readonly Change[]): ChangeSet {
  return makeChangeSet({ device: OTHER, n, ...(changes.length === 0 ? {} : { changes }) });
}

function note(...changes: readonly Change[]): Housekeeping {
  const { stamp, at, by, actionId } = makeChangeSet({ device: HOUSEKEEPING, n: 1 });
  return { stamp, at, by, actionId, action: 'sync', changes };
}

async function write({ journal }: Storage, ...changes: readonly Change[]): Promise<ChangeSet> {
  const { device, n } = journal.head;
  const changeSet = makeChangeSet({ device, n: n + 1, changes });
  expect(await journal.append(changeSet)).toMatchObject({ ok: true });
  return changeSet;
}

async function told({ journal }: Storage): Promise<string> {
  const entries = await readAll(journal);
  expect(entries.filter(({ damaged }) => damaged)).toEqual([]);
  return JSON.stringify(entries);
}

describe('a page that was received', () => {
  it('is written with one sync of the journal, in its order, and is there after a restart', async () => {
    const storage = await openStorage(disk, secrets);
    const page = [foreign(3), foreign(9), note(createPerson(idOf(50))), foreign(10)];
    await storage.keyring.dossiers.ensure([3, 9, 10, 50].map(idOf)); // keys have files of their own
    const before = disk.steps;
    expect(await storage.journal.receive(page, ALL_SENT)).toEqual({ ok: true, value: { written: 4 } });
    expect(disk.steps - before).toBe(2); // a write and a sync
    await storage.close();
    const { journal } = await openStorage(disk.afterKill(), secrets);
    await journal.verify();
    expect(journal.head.damaged).toEqual([]); // gaps are what this laptop may not see
    const sets = (await readAll(journal)).map(({ changeSet }) => [changeSet?.device, changeSet?.n]);
    expect(sets).toEqual([
      [OTHER, 3],
      [OTHER, 9],
      [HOUSEKEEPING, 1],
      [OTHER, 10],
    ]);
  });

  it('counts once, however often it arrives', async () => {
    const { journal } = await openStorage(disk, secrets);
    await journal.receive([foreign(3), foreign(5)], ALL_SENT);
    const again = [foreign(3), foreign(5), foreign(6), foreign(6)];
    expect(await journal.receive(again, ALL_SENT)).toEqual({ ok: true, value: { written: 1 } });
    expect(journal.head.seq).toBe(3);
  });

  it('is taken once more where its frame was damaged here', async () => {
    const first = await openStorage(disk, secrets);
    const page = [foreign(3), foreign(5), foreign(7)];
    await first.journal.receive(page, ALL_SENT);
    await first.close();
    const frame = decodeFrames(disk.contentOf(SEGMENT)).frames[2];
    const last = (frame?.offset ?? 0) + FRAME_HEADER + (frame?.body.length ?? 0) - 1;
    disk.contentOf(SEGMENT).fill(0, last, last + 1);
    const { journal } = await openStorage(disk, secrets);
    expect(await journal.receive(page, ALL_SENT)).toEqual({ ok: true, value: { written: 1 } });
    expect((await readAll(journal)).at(-1)?.changeSet).toEqual(page[1]);
    await journal.close();
    const again = await openStorage(disk, secrets);
    await again.journal.verify();
    expect(again.journal.head.damaged).toMatchObject([{ seq: 2 }]);
    expect(await again.journal.receive([foreign(8)], ALL_SENT)).toMatchObject({ ok: true });
  });

  it('has a number that stands here for something else: both are kept, and each counts once', async () => {
    const storage = await openStorage(disk, secrets);
    const before = foreign(4, createPerson(EBBA, 'before it was put back'));
    const since = { ...foreign(4, createPerson(OSKAR, 'since')), stamp: '0000000000ff-0000-b0b0b0b0cccccccc' };
    expect(await storage.journal.receive([before], ALL_SENT)).toMatchObject({ value: { written: 1 } });
    expect(await storage.journal.receive([since, before], ALL_SENT)).toMatchObject({ value: { written: 1 } });
    await storage.close();
    const again = await openStorage(disk.afterKill(), secrets);
    expect(await again.journal.receive([since, before], ALL_SENT)).toMatchObject({ value: { written: 0 } });
    expect(await told(again)).toContain('before it was put back');
    expect(await told(again)).toContain('since');
  });

  it('is refused whole where somebody else writes under a name of this laptop', async () => {
    const { journal } = await openStorage(disk, secrets);
    for (const device of [journal.head.device, HOUSEKEEPING]) {
      const page = [foreign(1), makeChangeSet({ device, n: 1 })];
      expect(await journal.receive(page, ALL_SENT)).toMatchObject({ code: 'journal/different-change-set' });
    }
    expect(journal.head.seq).toBe(0);
  });

  it('leaves out what others still send of somebody who was erased here', async () => {
    const storage = await openStorage(disk, secrets);
    await write(storage, createPerson(EBBA));
    await write(storage, forget(EBBA, 'person', EBBA));
    await storage.journal.receive([foreign(1, createPerson(EBBA, 'comes back'), createPerson(OSKAR))], ALL_SENT);
    expect(await told(storage)).not.toContain('comes back');
    expect(await told(storage)).toContain(OSKAR);
  });

  it('rests on what stood before it, where it says so', async () => {
    const storage = await openStorage(disk, secrets);
    await write(storage, createPerson(EBBA));
    expect(await storage.journal.receive([note()], { sentTo: 1, onlyAt: 0 })).toMatchObject({ code: 'journal/behind' });
  });
});

describe('a dossier that left sight', () => {
  it('is forgotten, its files too, and may come back', async () => {
    const storage = await openStorage(disk, secrets);
    const file = await storage.files.put(PNG, 'a.png', EBBA);
    await write(storage, createPerson(EBBA, 'leaves'), createPerson(OSKAR, 'stays'));
    expect(await storage.journal.receive([note(leftNote(EBBA))], ALL_SENT)).toMatchObject({ ok: true });
    await storage.close();
    const again = await openStorage(disk.afterKill(), secrets);
    expect(await told(again)).not.toContain('leaves');
    expect(await told(again)).toContain('stays');
    expect(await again.files.get(file.ok ? file.value.fileId : '')).toMatchObject({ code: 'file/not-found' });
    await again.journal.receive([note(foldIn(EBBA, 'person', EBBA, { name: 'is back' }))], ALL_SENT);
    expect(await told(again)).toContain('is back');
    expect(await again.journal.reader.dossiersWithin(0)).toEqual(new Set([EBBA, OSKAR]));
  });

  it('and came back in the same page is there', async () => {
    const storage = await openStorage(disk, secrets);
    const back = foldIn(EBBA, 'person', EBBA, { name: 'is back' });
    const page = [foreign(1, createPerson(EBBA, 'leaves')), note(leftNote(EBBA)), note(back)];
    expect(await storage.journal.receive(page, ALL_SENT)).toMatchObject({ ok: true });
    expect(await told(storage)).not.toContain('leaves');
    expect(await told(storage)).toContain('is back');
  });

  it('is kept while own change sets about it were not sent: the whole page waits', async () => {
    const storage = await openStorage(disk, secrets);
    await write(storage, createPerson(EBBA, 'only here'));
    const { journal } = storage;
    const page = [foreign(1, createPerson(OSKAR)), note(leftNote(EBBA))];
    expect(await journal.receive(page, { sentTo: 0 })).toMatchObject({ code: 'journal/not-sent' });
    expect(journal.head.seq).toBe(1);
    expect(await journal.receive(page, { sentTo: 1 })).toMatchObject({ ok: true });
    expect(await told(storage)).not.toContain('only here');
  });
});

describe('R16, C23: what another laptop deleted permanently', () => {
  it('is unreadable here once this laptop has written anew what stays, and not before', async () => {
    const storage = await openStorage(disk, secrets);
    const application = createIn(EBBA, 'application', idOf(21), { text: 'goes' });
    await write(storage, createPerson(EBBA, 'stays'), application);
    const { journal } = storage;
    const theirs = [forget(EBBA, 'application', idOf(21)), foldIn(EBBA, 'person', EBBA, { name: 'stays' })];
    await journal.receive([foreign(1, ...theirs)], ALL_SENT);
    expect(await told(storage)).toContain('goes');
    const own = note(...theirs);
    expect(await journal.receive([own], { sentTo: 0, onlyAt: 2 })).toMatchObject({ code: 'journal/not-sent' });
    expect(await journal.receive([own], { sentTo: 1, onlyAt: 2 })).toMatchObject({ ok: true });
    expect(await told(storage)).not.toContain('goes');
    expect(await told(storage)).toContain('stays');
  });
});

describe('own change sets, for sending', () => {
  it('are read after a number, without what others wrote, cut by count and by bytes', async () => {
    const storage = await openStorage(disk, secrets, { segmentBytes: 1500 });
    const own: ChangeSet[] = [];
    for (let i = 1; i <= 8; i++) {
      own.push(await write(storage, createPerson(idOf(i))));
      await storage.journal.receive([foreign(i, createPerson(idOf(100 + i)))], ALL_SENT);
    }
    await storage.close();
    const { journal } = await openStorage(disk, secrets, { segmentBytes: 1500 });
    const { device } = journal.head;
    expect((await journal.reader.readOwn(device, BEGINNING, MANY)).entries).toEqual(own);
    const first = await journal.reader.readOwn(device, { n: 2, seq: 0 }, { ...MANY, count: 3 });
    expect(first.entries).toEqual(own.slice(2, 5));
    expect((await journal.reader.readOwn(device, first.next, MANY)).entries).toEqual(own.slice(5));
    expect((await journal.reader.readOwn(device, first.next, { ...MANY, bytes: 1 })).entries).toEqual([own[5]]);
    expect((await journal.reader.readOwn(device, { n: 8, seq: 16 }, MANY)).entries).toEqual([]);
  });

  it('of which nothing can be read any more are numbers that are gone', async () => {
    const storage = await openStorage(disk, secrets);
    await write(storage, createPerson(EBBA));
    const second = await write(storage, createPerson(OSKAR));
    const erasure = await write(storage, forget(EBBA, 'person', EBBA));
    const { journal } = storage;
    const { entries } = await journal.reader.readOwn(journal.head.device, BEGINNING, MANY);
    expect(entries).toEqual([{ n: 1, gone: true }, second, erasure]);
  });
});

describe('a new name', () => {
  it('numbers from 1, keeps what was written under the older one, and outlives a restart', async () => {
    const storage = await openStorage(disk, secrets);
    const { journal } = storage;
    const older = journal.head.device;
    const first = await write(storage, createPerson(EBBA));
    const taken = await journal.takeName();
    expect(taken).toEqual({ ok: true, value: journal.head.device });
    expect(journal.head).toMatchObject({ n: 0, seq: 1 });
    expect(journal.head.device).not.toBe(older);
    const late = makeChangeSet({ device: older, n: 2 });
    expect(await journal.append(late)).toMatchObject({ code: 'journal/behind' });
    expect(await journal.append(first)).toEqual({ ok: true, value: { seq: 1 } }); // a lost answer is still answered
    await write(storage, createPerson(OSKAR));
    await storage.close();
    const again = await openStorage(disk.afterKill(), secrets);
    expect(again.journal.head).toMatchObject({ device: journal.head.device, n: 1, seq: 2, damaged: [] });
    expect(await again.journal.reader.names()).toEqual([older, journal.head.device]);
    expect((await again.journal.reader.readOwn(older, BEGINNING, MANY)).entries).toEqual([first]);
  });

  it('of a journal in which nothing stands yet replaces the first one', async () => {
    const storage = await openStorage(disk, secrets);
    await storage.journal.takeName();
    const { device } = storage.journal.head;
    await write(storage, createPerson(EBBA));
    await storage.close();
    expect((await openStorage(disk.afterKill(), secrets)).journal.head).toMatchObject({ device, n: 1, damaged: [] });
  });

  it('takes over what the older one wrote, stamps and all, without renewing a key a second time', async () => {
    const storage = await openStorage(disk, secrets);
    const { journal, keyring } = storage;
    await write(storage, createPerson(EBBA, 'stays'), createIn(EBBA, 'application', idOf(21), { text: 'goes' }));
    const stays = foldIn(EBBA, 'person', EBBA, { name: 'stays' });
    const erasure = await write(storage, forget(EBBA, 'application', idOf(21)), stays);
    await journal.receive([foreign(1, createIn(EBBA, 'note', idOf(31), { text: 'came since' }))], ALL_SENT);
    await journal.takeName();
    expect(await journal.appendAgain([erasure])).toMatchObject({ ok: true });
    expect(keyring.dossiers.generationOf(EBBA)).toBe(2);
    expect(await told(storage)).toContain('came since');
    const { device } = journal.head;
    expect((await journal.reader.readOwn(device, BEGINNING, MANY)).entries).toEqual([{ ...erasure, device, n: 1 }]);
  });
});
