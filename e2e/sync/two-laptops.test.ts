import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createIn, createPerson, eraseDossier, idOf } from '../../electron/services/testing/make-change-set.js';
import { RunningLaptop } from './running-laptop.js';
import { startRunningServer, type RunningServer } from './running-server.js';

let server: RunningServer;
const laptops: RunningLaptop[] = [];

beforeAll(async () => {
  server = await startRunningServer();
});
afterAll(async () => {
  for (const laptop of laptops) await laptop.stop();
  await server.close();
});

async function joined(): Promise<RunningLaptop> {
  const laptop = await RunningLaptop.start();
  laptops.push(laptop);
  const code = await server.code();
  const wishes = { server: server.proxy.origin, code: code.toLowerCase(), laptop: 'Stand' };
  server.proxy.cut(1);
  expect(await laptop.handlers['sync.join'](wishes)).toMatchObject({ code: 'sync/unreachable' });
  expect(await laptop.handlers['sync.join'](wishes)).toMatchObject({
    value: { organisation: { name: 'Fjordkraft' } },
  });
  return laptop;
}

/** By id. */
async function records(laptop: RunningLaptop): Promise<Readonly<Record<string, unknown>>> {
  return Object.fromEntries((await laptop.records()).map(({ id, state }) => [id, state]));
}

describe('two laptops and the server itself', () => {
  it('have the same in the end, though every line is cut once and one came later', { timeout: 120_000 }, async () => {
    const ebba = await joined();
    for (let i = 1; i <= 20; i++) await ebba.write([createPerson(idOf(i), `person ${i.toString()}`)]);
    await ebba.settle();
    const oskar = await joined();
    for (let i = 101; i <= 110; i++) await oskar.write([createPerson(idOf(i), `person ${i.toString()}`)]);
    for (let cut = 0; cut < 6; cut++) {
      await ebba.write([createIn(idOf(1), 'document', idOf(201 + cut), { name: `document ${cut.toString()}` })]);
      server.proxy.cut(1);
      await (cut % 2 === 0 ? ebba : oskar).settle();
    }
    await oskar.write([eraseDossier(idOf(20))]);
    for (const laptop of [ebba, oskar, ebba, oskar]) await laptop.settle();
    const [ours, theirs] = [await records(ebba), await records(oskar)];
    expect(Object.keys(ours)).toHaveLength(36);
    expect(theirs).toEqual(ours);
    expect(JSON.stringify(ours)).not.toContain('person 20"');
    const late = await joined();
    await late.settle();
    const { [idOf(20)]: erased, ...first } = await records(late);
    expect(JSON.stringify(erased ?? null)).not.toContain('person');
    expect(Object.keys(ours)).toEqual(expect.arrayContaining(Object.keys(first)));
    expect(Object.keys(first)).toHaveLength(35);
  });

  it('take nothing more about whom they were told is erased, one as it happened, the other in a load of everything', async () => {
    const [ebba, oskar] = laptops;
    if (ebba === undefined || oskar === undefined) throw new Error('nobody joined');
    const person = idOf(400);
    await ebba.write([createPerson(person)]);
    await ebba.settle();
    await oskar.settle();
    await ebba.write([eraseDossier(person)]);
    await ebba.settle();
    for (const laptop of [oskar, await joined()]) {
      await laptop.settle();
      const written = await laptop.tryToWrite([createIn(person, 'note', idOf(401), { text: 'still here' })]);
      expect(written).toMatchObject({ code: 'keyring/erased' });
      expect(await records(laptop)).toMatchObject({ [person]: { erased: true } });
    }
  });

  it('hear of each other’s work while they wait', { timeout: 60_000 }, async () => {
    const [ebba, oskar] = laptops;
    if (ebba === undefined || oskar === undefined) throw new Error('nobody joined');
    await oskar.settle();
    const waiting = oskar.handlers['sync.wait'](null);
    await ebba.write([createPerson(idOf(300))]);
    await ebba.settle();
    expect(await waiting).toEqual({ ok: true, value: { news: true } });
    await oskar.settle();
    expect(await records(oskar)).toHaveProperty(idOf(300));
  });

  it('connect nowhere while somebody works offline', async () => {
    const [ebba] = laptops;
    await ebba?.handlers['preferences.write']({ workOffline: true });
    expect(await ebba?.handlers['sync.exchange'](null)).toMatchObject({ code: 'sync/offline' });
  });
});
