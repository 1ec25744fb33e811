import { beforeEach, describe, expect, it } from 'vitest';
import { decodeFrames } from '../append-log/frame-format.js';
import { FakeDisk } from '../testing/fake-disk.js';
import { idOf } from '../testing/make-change-set.js';
import { fakeSecretStore, type FakeSecretStore } from '../testing/make-ports.js';
import { KEYS } from '../testing/open-storage.js';
import { seededRandom } from '../testing/seeded-random.js';
import { decodeKeyEntry } from './key-entry.js';
import { openKeyring, type Keyring } from './open-keyring.js';
import { storeKey } from './store-key.js';

const COPIES = [`${KEYS}/dossiers`, `${KEYS}/dossiers-copy`];
const SLOTS = [`${KEYS}/slots`, `${KEYS}/slots-copy`];
let disk: FakeDisk;
let secrets: FakeSecretStore;

beforeEach(() => {
  disk = new FakeDisk();
  secrets = fakeSecretStore();
});

async function open(on: FakeDisk = disk, hasSealedData = false): Promise<Keyring> {
  const opened = await openKeyring({ disk: on, folder: KEYS, secrets, hasSealedData });
  if (!opened.ok) throw new Error(opened.code);
  return opened.value;
}

function dossiersIn(on: FakeDisk, path: string): { keys: string[]; erased: string[] } {
  const entries = decodeFrames(on.contentOf(path)).frames.map(({ body }) => decodeKeyEntry(body));
  return {
    keys: entries.flatMap((entry) => (entry?.kind === 'key' ? entry.dossier : [])),
    erased: entries.flatMap((entry) => (entry?.kind === 'erased' ? entry.dossier : [])),
  };
}

function hex(bytes: Uint8Array | null | undefined): string {
  return Buffer.from(bytes ?? []).toString('hex');
}

describe('the root', () => {
  it('is made once, and everything derived from it stays the same', async () => {
    const first = await open();
    const root = secrets.root;
    const second = await open(disk, true);
    expect(secrets.root).toEqual(root);
    expect(second.derive('journal')).toEqual(first.derive('journal'));
    expect(second.derive('journal')).not.toEqual(second.derive('files'));
  });

  it('missing, refused or another one is locked, never empty, and nothing is written', async () => {
    await open();
    const before = disk.paths().map((path) => disk.contentOf(path));
    secrets.locked = true;
    await expect(open()).rejects.toThrow('keyring/locked');
    secrets.locked = false;
    secrets.root = null;
    await expect(open()).rejects.toThrow('keyring/locked');
    secrets.root = new Uint8Array(32);
    await expect(open()).rejects.toThrow('keyring/locked');
    expect(disk.paths().map((path) => disk.contentOf(path))).toEqual(before);
    expect(secrets.root).toEqual(new Uint8Array(32));
  });

  it('that the secret store does not give back is not built upon', async () => {
    secrets.save = () => Promise.resolve();
    await expect(open()).rejects.toThrow('keyring/locked');
    expect(disk.paths()).toEqual([]);
  });
});

describe('the slots', () => {
  it('open from either copy, and the bad one is written anew', async () => {
    const key = (await open()).derive('journal');
    for (const path of SLOTS) {
      const good = Buffer.from(disk.contentOf(path));
      for (const bad of [null, Buffer.alloc(0), Buffer.from(good).fill(0, 30, 31)]) {
        disk.replace(path, bad);
        expect((await open(disk, true)).derive('journal')).toEqual(key);
        expect(disk.contentOf(path)).toEqual(good);
      }
    }
  });

  it('both bad, or gone while there is sealed data, are damage, never a new beginning', async () => {
    await open();
    const gone = disk.afterKill();
    for (const path of SLOTS) {
      disk.contentOf(path).fill(0, 40, 44);
      gone.replace(path, null);
    }
    await expect(open()).rejects.toThrow('keyring/damaged');
    await expect(open(gone, true)).rejects.toThrow('keyring/damaged');
  });
});

describe('the key of a dossier', () => {
  it('is made once and is there after a restart', async () => {
    const first = await open();
    await first.dossiers.ensure([idOf(1), idOf(2), idOf(1)]);
    const key = first.dossiers.keyOf(idOf(1));
    expect(key).toHaveLength(32);
    expect(first.dossiers.keyOf(idOf(2))).not.toEqual(key);
    const second = await open(disk, true);
    await second.dossiers.ensure([idOf(1)]);
    expect(second.dossiers.keyOf(idOf(1))).toEqual(key);
    for (const path of COPIES) expect(dossiersIn(disk, path).keys).toEqual([idOf(1), idOf(2)]);
  });

  it('survives any damage to either file, which gets back what it lost', async () => {
    const first = await open();
    await first.dossiers.ensure([idOf(1)]);
    await first.dossiers.ensure([idOf(2)]);
    const keys = [1, 2].map((n) => first.dossiers.keyOf(idOf(n)));
    for (const path of COPIES) {
      for (let at = 0; at < disk.contentOf(path).length; at += 5) {
        const damaged = disk.afterKill();
        damaged
          .contentOf(path)
          .subarray(at, at + 9)
          .fill(0xa5);
        const again = await open(damaged, true);
        expect([1, 2].map((n) => again.dossiers.keyOf(idOf(n)))).toEqual(keys);
        expect(new Set(dossiersIn(damaged, path).keys)).toEqual(new Set([idOf(1), idOf(2)]));
      }
      const without = disk.afterKill();
      without.replace(path, null);
      expect((await open(without, true)).dossiers.keyOf(idOf(2))).toEqual(keys[1]);
    }
  });

  it('gone from both files is damage', async () => {
    await (await open()).dossiers.ensure([idOf(1)]);
    for (const path of COPIES) disk.replace(path, null);
    await expect(open(disk, true)).rejects.toThrow('keyring/damaged');
  });

  it('once destroyed is in neither file and never made again', async () => {
    const { dossiers } = await open();
    await dossiers.ensure([idOf(1), idOf(2)]);
    const kept = dossiers.keyOf(idOf(2));
    expect(await dossiers.drop([idOf(1)])).toMatchObject({ ok: true });
    expect(dossiers.keyOf(idOf(1))).toBeNull();
    expect(await dossiers.ensure([idOf(1)])).toMatchObject({ ok: false, code: 'keyring/erased' });
    for (const path of COPIES) expect(dossiersIn(disk, path)).toEqual({ keys: [idOf(2)], erased: [idOf(1)] });
    const again = await open(disk, true);
    expect(again.dossiers.stateOf(idOf(1))).toBe('erased');
    expect(again.dossiers.keyOf(idOf(2))).toEqual(kept);
  });

  it('that reached only one file before the disk was full is the one that is tried again', async () => {
    const { dossiers } = await open();
    disk.refuses = 'dossiers-copy';
    expect(await dossiers.ensure([idOf(1)])).toMatchObject({ ok: false, code: 'log/disk-full' });
    expect(dossiers.keyOf(idOf(1))).toBeNull();
    disk.refuses = null;
    expect(await dossiers.ensure([idOf(1)])).toMatchObject({ ok: true });
    const wrapped = COPIES.map((path) => decodeFrames(disk.contentOf(path)).frames.map(({ body }) => hex(body)));
    expect(new Set(wrapped.flat()).size).toBe(1);
  });

  it('is unusable at once when the disk is too full to rewrite the files, and gone when there is room', async () => {
    const { dossiers } = await open();
    await dossiers.ensure([idOf(1), idOf(2)]);
    disk.capacity = 0;
    expect(await dossiers.drop([idOf(1)])).toMatchObject({ ok: false });
    expect(dossiers.keyOf(idOf(1))).toBeNull();
    disk.capacity = Infinity;
    expect(await dossiers.drop([idOf(1)])).toMatchObject({ ok: true });
    for (const path of COPIES) expect(dossiersIn(disk, path).keys).toEqual([idOf(2)]);
  });
});

describe('stopped at any step', () => {
  it('a dossier has the key that was confirmed, and a destroyed key does not come back', async () => {
    for (let step = 0; ; step++) {
      const own = new FakeDisk();
      secrets = fakeSecretStore();
      const keyring = await open(own);
      await keyring.dossiers.ensure([idOf(1), idOf(2)]);
      const keys = [1, 2].map((n) => Uint8Array.from(keyring.dossiers.keyOf(idOf(n)) ?? []));
      own.stepsLeft = step;
      const dropped = await keyring.dossiers.drop([idOf(1)]).catch(() => ({ ok: false }));
      const next = dropped.ok ? await keyring.dossiers.ensure([idOf(3)]) : { ok: false };
      const third = next.ok ? keyring.dossiers.keyOf(idOf(3)) : undefined;
      for (const found of [
        own.afterKill(),
        own.afterPowerCut(seededRandom(step)),
        own.afterPowerCut(seededRandom(-step)),
      ]) {
        const { dossiers } = await open(found, true);
        expect(hex(dossiers.keyOf(idOf(2)))).toBe(hex(keys[1]));
        if (dropped.ok) expect(dossiers.stateOf(idOf(1))).toBe('erased');
        else if (dossiers.stateOf(idOf(1)) === 'present') expect(hex(dossiers.keyOf(idOf(1)))).toBe(hex(keys[0]));
        if (third !== undefined) expect(dossiers.keyOf(idOf(3))).toEqual(third);
        if (dossiers.stateOf(idOf(1)) !== 'erased') continue;
        for (const path of COPIES) expect(dossiersIn(found, path).keys).not.toContain(idOf(1));
      }
      if (third !== undefined) return;
    }
  });
});

describe('the key of the working store', () => {
  it('stays until it is renewed, and is new when its file cannot be read', async () => {
    const wrapping = (await open()).derive('store');
    const first = await storeKey(disk, KEYS, wrapping, false);
    expect(await storeKey(disk, KEYS, wrapping, false)).toEqual(first);
    const renewed = await storeKey(disk, KEYS, wrapping, true);
    expect(renewed.kid).not.toBe(first.kid);
    expect(renewed.key).not.toEqual(first.key);
    disk.contentOf(`${KEYS}/store`).fill(0, 20, 24);
    expect((await storeKey(disk, KEYS, wrapping, false)).kid).not.toBe(renewed.kid);
  });
});
