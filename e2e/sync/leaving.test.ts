import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPerson, idOf } from '../../electron/services/testing/make-change-set.js';
import { listLaptops } from '../../server/admin/admin-rows.js';
import type { Database } from '../../server/database/database.js';
import { migrate } from '../../server/database/migrate.js';
import { openPglite } from '../../server/database/pglite-database.js';
import { buildServer } from '../../server/http/build-server.js';
import type { App } from '../../server/http/service.js';
import { invite } from '../../server/store/invitation-rows.js';
import { addOrganisation } from '../../server/store/organisation-rows.js';
import { startCuttingProxy, type CuttingProxy } from './cutting-proxy.js';
import { RunningLaptop } from './running-laptop.js';

let database: Database;
let app: App;
let proxy: CuttingProxy;
let organisation: string;
let laptop: RunningLaptop;

beforeAll(async () => {
  database = await openPglite(null);
  await migrate(database);
  app = await buildServer({ database });
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  proxy = await startCuttingProxy(Number(new URL(address).port));
  organisation = await addOrganisation(database, 'Fjordkraft');
  laptop = await RunningLaptop.join(proxy.origin, await code());
});
afterAll(async () => {
  await laptop.stop();
  await proxy.close();
  await app.close();
  await database.close();
});

async function code(): Promise<string> {
  return (await invite(database, organisation, null)).code;
}

async function states(): Promise<readonly (string | undefined)[]> {
  return (await listLaptops(database, organisation)).map((line) => line.split('\t').at(-1));
}

const GONE = { ok: true, value: null };

describe('a laptop that leaves', () => {
  it('says so to the server, also where the answer was lost, and can join again', async () => {
    await laptop.write([createPerson(idOf(1))]);
    await laptop.settle();
    proxy.cut(1);
    expect(await laptop.handlers['sync.leave'](null)).toMatchObject({ code: 'sync/unreachable' });
    expect(await laptop.handlers['sync.state'](null)).toMatchObject({ value: { unsent: 0 } });
    expect(await states()).toEqual(['left']);
    expect(await laptop.handlers['sync.exchange'](null)).toMatchObject({ code: 'sync/revoked' });
    expect(await laptop.handlers['sync.leave'](null)).toEqual(GONE);
    expect(await laptop.handlers['sync.state'](null)).toEqual(GONE);
    expect(await laptop.records()).toHaveLength(1); // what it has stays
    const wishes = { server: proxy.origin, code: await code(), laptop: 'Stand' };
    expect(await laptop.handlers['sync.join'](wishes)).toMatchObject({ ok: true });
    await laptop.settle();
    expect(await states()).toEqual(['left', 'joined']);
  });

  it('is told that the server cannot be reached, and leaves anyway', async () => {
    await proxy.close();
    expect(await laptop.handlers['sync.leave'](null)).toMatchObject({ code: 'sync/unreachable' });
    expect(await laptop.handlers['sync.state'](null)).toMatchObject({ value: { laptop: 'Stand' } });
    expect(await laptop.handlers['sync.leave']({ anyway: true })).toEqual(GONE);
    expect(await laptop.handlers['sync.state'](null)).toEqual(GONE);
    expect(await states()).toEqual(['left', 'joined']);
  });
});
