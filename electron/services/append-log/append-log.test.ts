import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { FakeDisk } from '../testing/fake-disk.js';
import { seededRandom } from '../testing/seeded-random.js';
import { decodeFrames, encodeFrame, FRAME_HEADER, type Damage } from './frame-format.js';
import { openAppendLog, type AppendLog } from './open-append-log.js';

const bodies = fc.array(fc.uint8Array({ maxLength: 60 }), { minLength: 1, maxLength: 8 });

function encodeAll(all: readonly Uint8Array[]): Buffer {
  return Buffer.concat(all.map((body, index) => encodeFrame(index, body)));
}

const opened: AppendLog[] = [];
afterEach(async () => {
  for (const log of opened.splice(0)) await log.close();
});

async function open(path: string) {
  const frames: Buffer[] = [];
  const damage: Damage[] = [];
  const log = await openAppendLog(path, {
    onFrame: ({ body }) => void frames.push(Buffer.from(body)),
    onDamage: (stretch) => void damage.push(stretch),
  });
  opened.push(log);
  return { log, frames, damage };
}

async function newPath(): Promise<string> {
  return join(await mkdtemp(join(tmpdir(), 'append-log-')), 'log');
}

describe('frames', () => {
  it('come back as they were written', () => {
    fc.assert(
      fc.property(bodies, (all) => {
        const { frames, damage, nextIndex } = decodeFrames(encodeAll(all));
        expect(frames.map(({ body }) => Buffer.from(body))).toEqual(all.map((body) => Buffer.from(body)));
        expect(damage).toEqual([]);
        expect(nextIndex).toBe(all.length);
      }),
    );
  });

  it('cut anywhere are a clean prefix and a torn tail, never damage', () => {
    fc.assert(
      fc.property(bodies, fc.nat(), (all, cut) => {
        const whole = encodeAll(all);
        const bytes = whole.subarray(0, cut % whole.length);
        const { frames, damage, end } = decodeFrames(bytes);
        expect(damage).toEqual([]);
        expect(end).toBe(frames.reduce((sum, { body }) => sum + FRAME_HEADER + body.length, 0));
        frames.forEach(({ body }, i) => expect(Buffer.from(body)).toEqual(Buffer.from(all[i] ?? [])));
      }),
    );
  });

  it('with any bit flipped are named, and all others are still read', () => {
    fc.assert(
      fc.property(bodies, fc.nat(), fc.nat(7), (all, place, bit) => {
        const bytes = encodeAll(all);
        const at = place % bytes.length;
        bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
        const { frames, damage, nextIndex } = decodeFrames(bytes);
        expect(frames).toHaveLength(all.length - 1);
        expect(damage).toHaveLength(1);
        expect(damage[0]?.count).toBe(1);
        expect(nextIndex).toBe(all.length);
        for (const { index, body } of frames) expect(Buffer.from(body)).toEqual(Buffer.from(all[index] ?? []));
      }),
      { numRuns: 500 },
    );
  });

  it('cut out of the middle, whole or in part, are missed', () => {
    fc.assert(
      fc.property(bodies, fc.nat(), fc.integer({ min: 1, max: 200 }), (all, place, length) => {
        const last = Buffer.from('the last frame is whole');
        const bytes = encodeAll([...all, last]);
        const limit = bytes.length - FRAME_HEADER - last.length;
        const from = place % limit;
        const end = Math.min(from + length, limit);
        // The same bytes would be left by a cut one byte later, into the last frame: that case has its own test below.
        fc.pre(end < limit || bytes[from] !== bytes[end]);
        const cut = Buffer.concat([bytes.subarray(0, from), bytes.subarray(end)]);
        const { frames, damage } = decodeFrames(cut);
        const lost = damage.reduce((sum, { count }) => sum + count, 0);
        expect(frames.length + lost).toBe(all.length + 1);
        expect(frames.at(-1)?.index).toBe(all.length);
      }),
      { numRuns: 500 },
    );
  });

  it('of which the last has lost its first byte are named with a lower bound: nothing behind it tells its index', () => {
    const whole = encodeAll([Buffer.from('a'), Buffer.from('b'), Buffer.from('c')]);
    const last = encodeFrame(2, Buffer.from('c'));
    const first = encodeFrame(0, Buffer.from('a'));
    const cut = Buffer.concat([whole.subarray(0, first.length), last.subarray(1)]);
    const { frames, damage, end } = decodeFrames(cut);
    expect(frames.map(({ index }) => index)).toEqual([0]);
    expect(damage).toMatchObject([{ index: 1, count: 1, exact: false }]);
    expect(end).toBe(cut.length);
  });
});

describe('a log', () => {
  it('keeps what was appended over restarts, in order', async () => {
    const path = await newPath();
    const first = await open(path);
    await Promise.all([first.log.append(Buffer.from('a'), Buffer.from('b')), first.log.append(Buffer.from('c'))]);
    await first.log.close();
    const second = await open(path);
    expect(second.frames.map(String)).toEqual(['a', 'b', 'c']);
    await second.log.append(Buffer.from('d'));
    await second.log.close();
    expect((await open(path)).frames.map(String)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('cuts a torn tail off and goes on behind the last whole frame', async () => {
    const path = await newPath();
    await writeFile(
      path,
      Buffer.concat([encodeFrame(0, Buffer.from('a')), encodeFrame(1, Buffer.from('bb')).subarray(0, 25)]),
    );
    const { log, frames, damage } = await open(path);
    expect([frames.map(String), damage]).toEqual([['a'], []]);
    await log.append(Buffer.from('c'));
    await log.close();
    expect(await readFile(path)).toEqual(encodeAll([Buffer.from('a'), Buffer.from('c')]));
  });

  it('leaves damage at the end where it is, and appends behind it', async () => {
    const path = await newPath();
    const bytes = encodeAll([Buffer.from('a'), Buffer.from('b')]);
    bytes[bytes.length - 1] = 0;
    await writeFile(path, bytes);
    const { log } = await open(path);
    await log.append(Buffer.from('c'));
    await log.close();
    const { frames, damage } = await open(path);
    expect(frames.map(String)).toEqual(['a', 'c']);
    expect(damage).toMatchObject([{ index: 1, count: 1, exact: true }]);
  });

  it('answers a failure after it was closed', async () => {
    const { log } = await open(await newPath());
    await log.close();
    expect(await log.append(Buffer.from('a'))).toMatchObject({ ok: false, code: 'log/closed' });
  });
});

describe('a disk that fails', () => {
  const path = '/log';

  async function openOn(disk: FakeDisk) {
    const frames: string[] = [];
    const log = await openAppendLog(path, {
      disk,
      onFrame: ({ body }) => void frames.push(Buffer.from(body).toString()),
    });
    return { log, frames };
  }

  it('full, leaves nothing of the frame behind, and takes the next one when there is room', async () => {
    const disk = new FakeDisk();
    const { log } = await openOn(disk);
    await log.append(Buffer.from('a'));
    disk.capacity = log.size + 30;
    expect(await log.append(Buffer.from('too long for what is left'))).toMatchObject({ code: 'log/disk-full' });
    expect(disk.contentOf(path)).toHaveLength(log.size);
    disk.capacity = Infinity;
    expect(await log.append(Buffer.from('b'))).toMatchObject({ ok: true, value: [{ index: 1 }] });
    expect((await openOn(disk.afterKill())).frames).toEqual(['a', 'b']);
  });

  it('in syncing, takes the frame back and is not trusted again', async () => {
    const disk = new FakeDisk();
    const { log } = await openOn(disk);
    await log.append(Buffer.from('a'));
    disk.failSync = true;
    expect(await log.append(Buffer.from('b'))).toMatchObject({ code: 'log/write-failed' });
    disk.failSync = false;
    expect(await log.append(Buffer.from('c'))).toMatchObject({ code: 'log/write-failed' });
    expect((await openOn(disk.afterKill())).frames).toEqual(['a']);
  });

  it('in a power cut, keeps the log from its first frame on', async () => {
    for (let seed = 0; seed < 50; seed++) {
      const disk = new FakeDisk();
      const { log } = await openOn(disk);
      await log.append(Buffer.from('a'));
      await log.append(Buffer.from('b'), Buffer.from('c'));
      expect((await openOn(disk.afterPowerCut(seededRandom(seed)))).frames).toEqual(['a', 'b', 'c']);
    }
  });
});
