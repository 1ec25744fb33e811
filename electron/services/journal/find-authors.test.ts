import { beforeEach, describe, expect, it } from 'vitest';
import { FakeDisk } from '../testing/fake-disk.js';
import { createPerson, eraseDossier, idOf, makeChangeSet } from '../testing/make-change-set.js';
import { fakeSecretStore } from '../testing/make-ports.js';
import { openStorage, type Storage } from '../testing/open-storage.js';

const OTHER = 'b0b0b0b0b0b0b0b0';
const UNKNOWN = `ffffffffffff-0000-${OTHER}`;
const [MAJA, PER] = [idOf(501), idOf(502)];
let storage: Storage;

beforeEach(async () => {
  storage = await openStorage(new FakeDisk(), fakeSecretStore());
});

describe('Who wrote something', () => {
  it('is found by its stamp: who, when and what, of every laptop, through a long journal', async () => {
    const { journal } = storage;
    const { device } = journal.head;
    const own = Array.from({ length: 600 }, (_, at) => makeChangeSet({ device, n: at + 1, by: MAJA }));
    for (const one of own) await journal.append(one);
    const theirs = makeChangeSet({ device: OTHER, n: 7, by: PER, action: 'edit-person' });
    await journal.receive([theirs], { sentTo: 0 });
    const found = await journal.reader.authors([own[2]?.stamp ?? '', theirs.stamp, UNKNOWN]);
    expect([...found].sort((a, b) => a.at - b.at)).toEqual([
      { stamp: own[2]?.stamp, by: MAJA, at: 3, action: 'capture' },
      { stamp: theirs.stamp, by: PER, at: 7, action: 'edit-person' },
    ]);
  });

  it('is known also of somebody who is erased: that needs the key of no dossier', async () => {
    const { journal } = storage;
    const { device } = journal.head;
    const created = makeChangeSet({ device, n: 1, by: MAJA, changes: [createPerson(idOf(1))] });
    await journal.append(created);
    await journal.append(makeChangeSet({ device, n: 2, changes: [eraseDossier(idOf(1))] }));
    expect(await journal.reader.authors([created.stamp])).toMatchObject([{ by: MAJA }]);
  });
});
