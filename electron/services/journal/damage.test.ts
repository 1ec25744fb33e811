import { beforeEach, describe, expect, it } from 'vitest';
import type { ChangeSet } from '../../../shared/changes/change-set.js';
import { decodeFrames, encodeFrame } from '../append-log/frame-format.js';
import { FakeDisk } from '../testing/fake-disk.js';
import { makeChangeSet } from '../testing/make-change-set.js';
import { fakeSecretStore, type FakeSecretStore } from '../testing/make-ports.js';
import { JOURNAL, openStorage, readAll, type Storage } from '../testing/open-storage.js';

const SEGMENT = `${JOURNAL}/000000000001.segment`;
const ANCHOR = `${JOURNAL}/anchor`;
let disk: FakeDisk;
let secrets: FakeSecretStore;
let saved: ChangeSet[];
let device: string;

async function write(count: number, segmentBytes = 1_000_000): Promise<Storage> {
  const storage = await openStorage(disk, secrets, { segmentBytes });
  for (let i = 0; i < count; i++) {
    const set = makeChangeSet({ device: storage.journal.head.device, n: storage.journal.head.n + 1 });
    expect(await storage.journal.append(set)).toMatchObject({ ok: true });
    saved.push(set);
  }
  device = storage.journal.head.device;
  return storage;
}

beforeEach(() => {
  disk = new FakeDisk();
  secrets = fakeSecretStore();
  saved = [];
});

/** Another bit for each place. */
function flip(at: FakeDisk, path: string, place: number): void {
  const bytes = at.contentOf(path);
  bytes[place] = (bytes[place] ?? 0) ^ (1 << (place % 8));
}

/** Whatever was done to the files: each saved change set is there as it was, or its place is named. */
async function expectThereOrNamed(damagedDisk: FakeDisk): Promise<Storage> {
  const storage = await openStorage(damagedDisk, secrets);
  await storage.journal.verify();
  const entries = await readAll(storage.journal);
  const named = new Set(storage.journal.head.damaged.map(({ seq }) => seq));
  saved.forEach((set, i) => {
    const entry = entries[i];
    if (named.has(i + 1)) return;
    expect(entry?.changeSet, `frame ${i + 1}`).toEqual(set);
  });
  return storage;
}

describe('damage', () => {
  it('to any byte of a journal is named, and everything else is still there', async () => {
    await (await write(3)).close();
    const length = disk.contentOf(SEGMENT).length;
    for (let at = 0; at < length; at++) {
      const damaged = disk.afterKill();
      const bytes = damaged.contentOf(SEGMENT);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << (at % 8));
      const { journal } = await expectThereOrNamed(damaged);
      expect(journal.head.damaged.length, `byte ${at}`).toBeLessThanOrEqual(1);
      expect(journal.head.rolledBack).toBe(false);
    }
  });

  it('to any byte of a journal that no anchor vouches for is named too', async () => {
    await write(3);
    disk.replace(ANCHOR, null);
    const length = disk.contentOf(SEGMENT).length;
    for (let at = 0; at < length; at += 3) {
      const damaged = disk.afterKill();
      flip(damaged, SEGMENT, at);
      await expectThereOrNamed(damaged);
    }
  });

  it('to the anchor costs nothing', async () => {
    await (await write(3)).close();
    for (let at = 0; at < disk.contentOf(ANCHOR).length; at += 7) {
      const damaged = disk.afterKill();
      flip(damaged, ANCHOR, at);
      const { journal } = await expectThereOrNamed(damaged);
      expect(journal.head).toMatchObject({ seq: 3, n: 3, device, damaged: [] });
    }
  });

  it('that may hide a number this device has used makes it take another name', async () => {
    await write(3);
    const last = decodeFrames(disk.contentOf(SEGMENT)).frames.at(-1);
    disk.contentOf(SEGMENT).fill(0, last?.offset);
    const { journal } = await expectThereOrNamed(disk);
    expect(journal.head.damaged).not.toEqual([]);
    expect(journal.head.device).not.toBe(device);
    expect(journal.head.n).toBe(0);
    const next = makeChangeSet({ device: journal.head.device, n: 1 });
    expect(await journal.append(next)).toMatchObject({ ok: true, value: { seq: 4 } });
  });

  it('to the content of the last frame keeps its number used', async () => {
    await (await write(3)).close();
    flip(disk, SEGMENT, disk.contentOf(SEGMENT).length - 1);
    const { journal } = await expectThereOrNamed(disk);
    expect(journal.head).toMatchObject({ device, n: 3, seq: 3, damaged: [{ seq: 3, device, n: 3 }] });
    expect(await journal.append(makeChangeSet({ device, n: 4 }))).toMatchObject({ ok: true, value: { seq: 4 } });
    await journal.close();
    const again = await openStorage(disk.afterKill(), secrets);
    await again.journal.verify();
    expect(again.journal.head.damaged).toEqual([{ seq: 3, device, n: 3 }]);
  });
});

describe('what is missing', () => {
  it('at the end, though an anchor vouches for it, is a journal rolled back', async () => {
    await write(2);
    const old = disk.afterKill();
    await (await write(0)).close();
    saved = [];
    disk = old.afterKill();
    const longer = await write(4);
    await longer.close();
    disk.replace(SEGMENT, Buffer.from(old.contentOf(SEGMENT)));
    const { journal } = await openStorage(disk, secrets);
    expect(journal.head).toMatchObject({ rolledBack: true, seq: 6, n: 0 });
    expect(journal.head.device).not.toBe(device);
    expect(journal.head.damaged.map(({ seq }) => seq)).toEqual([3, 4, 5, 6]);
  });

  it('is named when whole segments are gone', async () => {
    await (await write(20, 1500)).close();
    const segments = disk.paths().filter((path) => path.endsWith('.segment'));
    expect(segments.length).toBeGreaterThan(3);
    for (const path of segments) {
      const damaged = disk.afterKill();
      damaged.replace(path, null);
      const { journal } = await expectThereOrNamed(damaged);
      expect(journal.head.damaged.length, path).toBeGreaterThan(0);
      expect(journal.head.rolledBack).toBe(path === segments.at(-1));
    }
  });

  it('is named when the journal was replaced by an older one of the same length', async () => {
    await write(1);
    const fork = disk.afterKill();
    const one = await write(3);
    await one.close();
    const anchored = Buffer.from(disk.contentOf(ANCHOR));
    disk = fork;
    const other = await openStorage(disk, secrets);
    for (let n = 2; n <= 4; n++) {
      await other.journal.append({ ...makeChangeSet({ device: other.journal.head.device, n }), at: 99 });
    }
    await other.close();
    disk.replace(ANCHOR, anchored);
    expect((await openStorage(disk, secrets)).journal.head.rolledBack).toBe(true);
  });
});

describe('what somebody with the keys of this laptop, but not its history, put there', () => {
  function frames(of: FakeDisk): Uint8Array[] {
    return decodeFrames(of.contentOf(SEGMENT)).frames.map(({ body }) => Uint8Array.from(body));
  }

  function putTogether(bodies: readonly (Uint8Array | undefined)[]): FakeDisk {
    const made = disk.afterKill();
    const whole = bodies.map((body, index) => encodeFrame(index, body ?? new Uint8Array()));
    made.replace(SEGMENT, Buffer.concat(whole));
    return made;
  }

  it('a frame of another history does not fit the chain', async () => {
    await write(1);
    const fork = disk.afterKill();
    await (await write(3)).close();
    const other = await openStorage(fork, secrets);
    await other.journal.append({ ...makeChangeSet({ device, n: 2 }), at: 99 });
    const [head, one, , three, four] = frames(disk);
    for (const anchor of [disk.contentOf(ANCHOR), null]) {
      const spliced = putTogether([head, one, frames(fork)[2], three, four]);
      spliced.replace(ANCHOR, anchor);
      const { journal } = await openStorage(spliced, secrets);
      await journal.verify();
      expect(journal.head.damaged).toEqual([{ seq: 3, device, n: 3 }]);
    }
  });

  it('frames in another order are at the wrong place', async () => {
    await (await write(4)).close();
    const [head, one, two, three, four] = frames(disk);
    const { journal } = await openStorage(putTogether([head, one, three, two, four]), secrets);
    await journal.verify();
    expect(journal.head.damaged.map(({ seq }) => seq)).toEqual([2, 3]);
    expect((await readAll(journal)).map(({ changeSet }) => changeSet)).toEqual([saved[0], null, null, saved[3]]);
  });
});
