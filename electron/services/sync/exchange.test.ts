import { beforeEach, describe, expect, it } from 'vitest';
import { createPerson, idOf } from '../testing/make-change-set.js';
import { readAll } from '../testing/open-storage.js';
import { HOUSEKEEPING, refusalsIn } from '../../../shared/changes/housekeeping.js';
import { settleRefusals } from './settle-refusals.js';
import { Laptop } from './testing/laptop.js';
import { FakeServer } from './testing/fake-server.js';
import { expectSame, meet, recordsOf, writeMany, type Meeting } from './testing/meeting-laptops.js';

let { server, ebba, oskar } = {} as Meeting;

beforeEach(async () => {
  ({ server, ebba, oskar } = await meet());
});

const expectEqual = (...laptops: readonly Laptop[]): Promise<void> => expectSame(server, laptops);

describe('an exchange', () => {
  it('brings what each laptop wrote to the other, once', async () => {
    await writeMany(ebba, 1);
    await writeMany(oskar, 101);
    expect(await ebba.settle()).toMatchObject({ sent: 7, refused: 0 });
    await expectEqual(ebba, oskar);
    const { seq } = ebba.storage.journal.head;
    expect(await ebba.settle()).toEqual({ sent: 0, refused: 0, received: 0 });
    expect(ebba.storage.journal.head.seq).toBe(seq);
  });

  it('is one request where there is nothing to move', async () => {
    await expectEqual(ebba, oskar);
    server.requests.length = 0;
    await ebba.step();
    expect(server.requests).toEqual(['GET /v1/pull']);
  });

  it('goes on after any answer was lost, at every single request', async () => {
    for (let lost = 0; lost < 12; lost++) {
      server = new FakeServer();
      [ebba, oskar] = [await new Laptop(server).join(), await new Laptop(server).join()];
      await writeMany(ebba, 1);
      await writeMany(oskar, 101);
      for (let request = 0; request < lost; request++) await ebba.step();
      server.loseAnswers = 1;
      await ebba.step();
      await expectEqual(ebba, oskar);
      expect(server.head).toBe(14);
    }
  });

  it('takes nothing of a page that was cut off, and asks for it again', async () => {
    await writeMany(ebba, 1);
    await ebba.settle();
    await oskar.step();
    const { seq } = oskar.storage.journal.head;
    server.cutAt = 200;
    expect(await oskar.step()).toMatchObject({ ok: false });
    expect(oskar.storage.journal.head.seq).toBe(seq);
    server.cutAt = Infinity;
    await expectEqual(ebba, oskar);
  });

  it('goes on after a kill at any step on the disk', async () => {
    for (let step = 0; step < 150; step += 2) {
      server = new FakeServer();
      oskar = await new Laptop(server).join();
      await writeMany(oskar, 101);
      await oskar.settle();
      ebba = await new Laptop(server).join();
      await writeMany(ebba, 1);
      ebba.disk.stepsLeft = step;
      await ebba.settle().catch(() => undefined);
      ebba.disk = ebba.disk.afterKill();
      await ebba.start();
      await ebba.settle();
      expect(await ebba.records(), `step ${step}`).toEqual(recordsOf(server));
    }
  });

  it('waits while nobody may connect, and says so', async () => {
    ebba.online = false;
    expect(await ebba.step()).toMatchObject({ code: 'sync/offline' });
    expect(await (await new Laptop(server).start()).step()).toMatchObject({ code: 'sync/not-joined' });
  });

  it('finds the server’s time where the laptop’s is hours off, and leaves its stamps as they are', async () => {
    ebba.time += 5 * 3_600_000;
    const written = await ebba.write(createPerson(idOf(1)));
    await expectEqual(ebba, oskar);
    expect(server.records().get(idOf(1))?.state.created).toBe(written.stamp);
    expect((await ebba.ports.files.state.read())?.skew).toBe(-5 * 3_600_000);
  });
});

describe('what was refused', () => {
  beforeEach(() => {
    server.refuses = ({ changes }) => changes.some(({ id }) => id === idOf(2));
  });

  it('does not hold up what follows, and is noted with the records that it touched', async () => {
    for (const i of [1, 2, 3]) await ebba.write(createPerson(idOf(i)));
    expect(await ebba.settle()).toMatchObject({ sent: 3, refused: 1 });
    await expectEqual(ebba, oskar);
    expect(Object.keys(await oskar.records())).toEqual([idOf(1), idOf(3)]);
  });

  it('is told although the answer was lost', async () => {
    for (const i of [1, 2, 3]) await ebba.write(createPerson(idOf(i)));
    server.loses = 'POST /v1/push';
    expect(await ebba.step()).toMatchObject({ code: 'sync/unreachable' });
    expect(await ebba.settle()).toMatchObject({ refused: 1 });
    await expectEqual(ebba, oskar);
  });

  it('is not forgotten for not being on the server', async () => {
    await ebba.write(createPerson(idOf(2), 'refused'));
    await ebba.write(createPerson(idOf(3)));
    await ebba.settle();
    server.changeSight(idOf(3));
    await ebba.settle();
    const told = JSON.stringify(await readAll(ebba.storage.journal));
    expect(told).toContain('"refused"');
    expect(Object.keys(await ebba.records())).toEqual([]);
  });
});

describe('what was refused and somebody has dealt with', () => {
  it('is noted for this laptop alone, and reopened by taking the note back', async () => {
    server.refuses = ({ changes }) => changes.some(({ id }) => id === idOf(2));
    await ebba.write(createPerson(idOf(2)));
    await ebba.settle();
    const sets = (await readAll(ebba.storage.journal)).flatMap(({ changeSet }) => changeSet ?? []);
    const refusals = sets.flatMap(refusalsIn).map(({ id }) => id);
    const wish = { refusals, event: idOf(50) };
    expect(await settleRefusals(ebba.ports, { ...wish, settled: true })).toMatchObject({ ok: true });
    expect(await settleRefusals(ebba.ports, { ...wish, settled: false })).toMatchObject({ ok: true });
    const noted = (await readAll(ebba.storage.journal)).slice(-2).map(({ changeSet }) => changeSet);
    expect(noted).toMatchObject([
      {
        device: HOUSEKEEPING,
        changes: [{ kind: 'event', table: 'refusal', id: refusals[0], event: { id: idOf(50) } }],
      },
      { device: HOUSEKEEPING, changes: [{ kind: 'retract', table: 'refusal', id: refusals[0], event: idOf(50) }] },
    ]);
    expect(await ebba.settle()).toMatchObject({ sent: 0 });
    expect([...server.records().keys()]).toEqual([]);
  });
});

describe('what this laptop may see', () => {
  it('loses a dossier, and everything of it is unreadable', async () => {
    await writeMany(ebba, 1);
    await expectEqual(ebba, oskar);
    server.hide(idOf(3));
    await oskar.settle();
    expect(Object.keys(await oskar.records())).not.toContain(idOf(3));
    expect(Object.keys(await oskar.records())).toHaveLength(6);
  });

  it('changes as a whole: what does not come any more is forgotten, what is written meanwhile is not', async () => {
    await writeMany(ebba, 1);
    await expectEqual(ebba, oskar);
    server.changeSight(idOf(3));
    await oskar.write(createPerson(idOf(50), 'unsent'));
    await oskar.step();
    await oskar.write(createPerson(idOf(51), 'written meanwhile'));
    await oskar.settle();
    const ids = Object.keys(await oskar.records());
    expect(ids).not.toContain(idOf(3));
    expect(ids).toEqual(expect.arrayContaining([idOf(1), idOf(7), idOf(50), idOf(51)]));
  });
});
