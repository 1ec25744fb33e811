import { beforeEach, describe, expect, it } from 'vitest';
import { createIn, createPerson, foldIn, forget, idOf } from '../testing/make-change-set.js';
import { namesToSendUnder } from './membership.js';
import { Laptop } from './testing/laptop.js';
import { FakeServer } from './testing/fake-server.js';
import { expectSame, meet, recordsOf, writeMany, type Meeting } from './testing/meeting-laptops.js';

const EPOCH = '33333333-3333-4333-8333-333333333333';

let { server, ebba, oskar } = {} as Meeting;

beforeEach(async () => {
  ({ server, ebba, oskar } = await meet());
});

const expectEqual = (...laptops: readonly Laptop[]): Promise<void> => expectSame(server, laptops);

describe('when something went wrong', () => {
  it('a server that was restored from a backup has everything again that the laptops wrote', async () => {
    await writeMany(ebba, 1);
    await ebba.settle();
    const backup = server.backup();
    await writeMany(ebba, 11);
    await writeMany(oskar, 101);
    await expectEqual(ebba, oskar);
    const before = recordsOf(server);
    server.restore(backup, EPOCH);
    await expectEqual(ebba, oskar);
    expect(recordsOf(server)).toEqual(before);
    expect((await state(oskar)).resend).not.toBeNull(); // the page sends what only this laptop still knows
  });

  it('a server that is restored between what a new laptop sent and its first load takes nothing from it', async () => {
    await writeMany(ebba, 1);
    await ebba.settle();
    const backup = server.backup();
    const newcomer = await new Laptop(server).join();
    await writeMany(newcomer, 201);
    await newcomer.step(); // says hello and sends; the load is still to come
    server.restore(backup, EPOCH);
    await expectEqual(ebba, newcomer);
    expect(Object.keys(await newcomer.records())).toContain(idOf(201));
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
      expect(Object.keys(recordsOf(server)), `step ${step}`).toHaveLength(8);
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
    server.problem = { code: 'sync/server-fault' };
    expect((await ebba.step()).ok).toBe(false);
    expect((await state(ebba)).problem?.code).toBe('sync/revoked'); // a server in trouble makes nothing good again
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
