import { beforeEach, describe, expect, it } from 'vitest';
import { FakeDisk } from '../testing/fake-disk.js';
import { DraftStore } from './draft-store.js';

const FOLDER = '/data/drafts';
let disk: FakeDisk;
let time: number;
let faults: unknown[];

beforeEach(() => {
  disk = new FakeDisk();
  time = 1000;
  faults = [];
});

function start(on = disk): DraftStore {
  const clock = { now: () => time++ };
  const onFault = (error: unknown): void => void faults.push(error);
  return new DraftStore({ disk: on, folder: FOLDER, key: new Uint8Array(32).fill(3), clock, onFault });
}

describe('a draft', () => {
  it('is there after a power cut as it was last written, until it is cleared', async () => {
    const drafts = start();
    await Promise.all([drafts.write('capture', { name: 'A' }), drafts.write('capture', { name: 'Anna' })]);
    await drafts.write('vacancy-1', ['x']);
    const later = start(disk.afterPowerCut(() => 0));
    expect(await later.list()).toEqual([
      { key: 'vacancy-1', savedAt: 1002 },
      { key: 'capture', savedAt: 1001 },
    ]);
    expect(await later.read('capture')).toEqual({ ok: true, value: { draft: { name: 'Anna' } } });
    await later.clear('capture');
    expect(await later.read('capture')).toEqual({ ok: true, value: { draft: null } });
  });

  it('says nothing on the disk, and nothing when it was damaged or put in the place of another', async () => {
    await start().write('capture', { name: 'Anna' });
    const sealed = disk.contentOf(`${FOLDER}/capture`);
    expect(sealed.includes('Anna')).toBe(false);
    disk.replace(`${FOLDER}/vacancy-1`, Buffer.from(sealed));
    sealed[20] = (sealed[20] ?? 0) ^ 1;
    for (const key of ['capture', 'vacancy-1']) {
      expect(await start().read(key)).toEqual({ ok: false, code: 'draft/damaged' });
    }
    expect((await start().list()).map(({ key }) => key).sort()).toEqual(['capture', 'vacancy-1']);
  });

  it('that finds no room leaves the one before', async () => {
    const drafts = start();
    await drafts.write('capture', 'first');
    disk.refuses = FOLDER;
    expect(await drafts.write('capture', 'second')).toEqual({ ok: false, code: 'draft/write-failed' });
    expect(faults).toHaveLength(1);
    expect(await drafts.read('capture')).toEqual({ ok: true, value: { draft: 'first' } });
  });
});
