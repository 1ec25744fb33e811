import { beforeEach, describe, expect, it } from 'vitest';
import { createIn, createPerson, foldIn, forget, idOf } from '../testing/make-change-set.js';
import { readAll } from '../testing/open-storage.js';
import { namesToSendUnder } from './membership.js';
import { HOUSEKEEPING, refusalsIn } from '../../../shared/changes/housekeeping.js';
import { settleRefusals } from './settle-refusals.js';
import { FakeServer } from './testing/fake-server.js';
import { Laptop, packed } from './testing/laptop.js';

const EPOCH = '33333333-3333-4333-8333-333333333333';

let server: FakeServer;
let ebba: Laptop;
let oskar: Laptop;

beforeEach(async () => {
  server = new FakeServer();
  ebba = await new Laptop(server).join();
  oskar = await new Laptop(server).join();
});

async function serverRecords(): Promise<Readonly<Record<string, unknown>>> {
  await Promise.resolve();
  return packed(new Map([...server.records()].map(([id, { state }]) => [id, state])));
}

/** Everybody has exchanged everything, and knows what the server knows. */
async function expectEqual(...laptops: readonly Laptop[]): Promise<void> {
  for (const laptop of [...laptops, ...laptops]) await laptop.settle();
  for (const laptop of laptops) expect(await laptop.records()).toEqual(await serverRecords());
}

/** Seven people each, so that pages are several. */
async function writeMany(laptop: Laptop, from: number): Promise<void> {
  for (let i = from; i < from + 7; i++) await laptop.write(createPerson(idOf(i), `person ${i}`));
}

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
      expect(await ebba.records(), `step ${step}`).toEqual(await serverRecords());
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

describe('when something went wrong', () => {
  it('a server that was restored from a backup has everything again that the laptops wrote', async () => {
    await writeMany(ebba, 1);
    await ebba.settle();
    const backup = server.backup();
    await writeMany(ebba, 11);
    await writeMany(oskar, 101);
    await expectEqual(ebba, oskar);
    const before = await serverRecords();
    server.restore(backup, EPOCH);
    await expectEqual(ebba, oskar);
    expect(await serverRecords()).toEqual(before);
    expect((await state(oskar)).resend).not.toBeNull(); // the page sends what only this laptop still knows
  });

  it('a laptop that was put back goes on under a new name: what it wrote since, and what it had lost, is everywhere', async () => {
    await writeMany(ebba, 1);
    await ebba.settle();
    const image = ebba.disk.afterKill();
    await ebba.write(createPerson(idOf(20), 'after the image'));
    await ebba.write(createPerson(idOf(21), 'after the image'));
    await ebba.settle();
    const older = ebba.storage.journal.head.device;
    ebba.disk = image;
    await ebba.start();
    ebba.time += 1000;
    await ebba.write(createPerson(idOf(30), 'of the image'));
    await expectEqual(ebba, oskar);
    expect(ebba.storage.journal.head.device).not.toBe(older);
    expect(Object.keys(await oskar.records())).toEqual(expect.arrayContaining([idOf(20), idOf(21), idOf(30)]));
    await ebba.write(createPerson(idOf(31)));
    await expectEqual(ebba, oskar);
  });

  it('a laptop that was put back sends what waits under its older name once it knows what had left, and not before', async () => {
    await writeMany(ebba, 1);
    await ebba.settle();
    const image = ebba.disk.afterKill();
    await writeMany(ebba, 11);
    await ebba.settle();
    const older = ebba.storage.journal.head.device;
    ebba.disk = image;
    await ebba.start();
    const seen: (readonly string[])[] = [];
    for (let more = true; more;) {
      const step = await ebba.step();
      more = step.ok && step.value.more;
      const { device } = ebba.storage.journal.head;
      const names = await namesToSendUnder(ebba.ports);
      if (device !== older) seen.push(names.map((name) => (name === older ? 'older' : 'now')));
    }
    expect(seen.length).toBeGreaterThan(2);
    expect(seen.at(-1)).toEqual(['older', 'now']);
    for (const names of seen.slice(0, -1)) expect(names).toEqual(['now']);
  });

  it('a laptop whose journal took a new name by itself sends what is left under the older one', async () => {
    await writeMany(ebba, 1);
    await ebba.storage.journal.takeName();
    await writeMany(ebba, 11);
    await expectEqual(ebba, oskar);
    expect(Object.keys(await oskar.records())).toHaveLength(14);
  });

  it('a laptop that is killed at any step when it hears of the restore goes on', async () => {
    for (let step = 0; step < 40; step++) {
      server = new FakeServer();
      ebba = await new Laptop(server).join();
      await writeMany(ebba, 1);
      await ebba.settle();
      const backup = server.backup();
      await ebba.write(createPerson(idOf(20)));
      await ebba.settle();
      server.restore(backup, EPOCH);
      ebba.disk.stepsLeft = step;
      await ebba.settle().catch(() => undefined);
      ebba.disk = ebba.disk.afterKill();
      await ebba.start();
      await ebba.settle();
      expect(Object.keys(await serverRecords()), `step ${step}`).toHaveLength(8);
    }
  });

  it('a server that was restored to before a laptop’s new names learns them again', async () => {
    await writeMany(ebba, 1);
    await ebba.settle();
    const backup = server.backup();
    for (const first of [11, 21]) {
      await ebba.storage.journal.takeName();
      await writeMany(ebba, first);
      await ebba.settle();
    }
    const [, ...newer] = await ebba.storage.journal.reader.names();
    for (const name of newer) server.forgetName(name);
    server.restore(backup, EPOCH);
    await expectEqual(ebba, oskar);
    expect(Object.keys(await oskar.records())).toHaveLength(21);
  });

  it('a laptop of a range that the server does not take goes on reading, and keeps what it has to send', async () => {
    await writeMany(oskar, 101);
    await oskar.settle();
    server.schema = { min: 2, max: 2 };
    await ebba.write(createPerson(idOf(1)));
    expect(await ebba.settle()).toMatchObject({ sent: 0, received: 3 });
    expect((await state(ebba)).problem?.code).toBe('sync/schema-too-old');
    server.schema = { min: 1, max: 1 };
    await expectEqual(ebba, oskar);
    expect((await state(ebba)).problem).toBeNull();
  });

  it('a laptop that was revoked is told, and asked to destroy its keys where somebody wishes that', async () => {
    await ebba.settle();
    server.problem = { code: 'sync/revoked' };
    expect(await ebba.step()).toMatchObject({ code: 'sync/revoked' });
    expect(ebba.ports.client.wipeAsked).toBe(false);
    server.problem = { code: 'sync/revoked', wipe: true };
    expect(await ebba.step()).toMatchObject({ code: 'sync/revoked' });
    expect(ebba.ports.client.wipeAsked).toBe(true);
  });

  it('R16: what somebody else deleted permanently of a dossier that stays is to be written anew here', async () => {
    const application = createIn(idOf(1), 'application', idOf(21), { text: 'goes' });
    await ebba.write(createPerson(idOf(1), 'stays'), application);
    await expectEqual(ebba, oskar);
    await ebba.write(forget(idOf(1), 'application', idOf(21)), foldIn(idOf(1), 'person', idOf(1), { name: 'stays' }));
    await ebba.settle();
    await oskar.settle();
    expect((await state(oskar)).toRenew).toEqual([idOf(1)]);
    expect((await state(ebba)).toRenew).toEqual([]);
  });
});

async function state(laptop: Laptop) {
  const known = await laptop.ports.files.state.read();
  if (known === null) throw new Error('not joined');
  return known;
}
