import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPerson, idOf } from '../../electron/services/testing/make-change-set.js';
import { listLaptops } from '../../server/admin/list-laptops.js';
import { RunningLaptop } from './running-laptop.js';
import { startRunningServer, type RunningServer } from './running-server.js';

let server: RunningServer;
let laptop: RunningLaptop;

beforeAll(async () => {
  server = await startRunningServer();
  laptop = await RunningLaptop.join(server.proxy.origin, await code());
});
afterAll(async () => {
  await laptop.stop();
  await server.close();
});

async function code(): Promise<string> {
  return await server.code();
}

async function states(): Promise<readonly (string | undefined)[]> {
  const [heads = '', ...lines] = await listLaptops(server.database, server.organisation);
  const at = heads.split('\t').indexOf('standing');
  return lines.map((line) => line.split('\t')[at]);
}

const GONE = { ok: true, value: null };

describe('a laptop that leaves', () => {
  it('says so to the server, also where the answer was lost, and can join again', async () => {
    await laptop.write([createPerson(idOf(1))]);
    await laptop.settle();
    server.proxy.cut(1);
    expect(await laptop.handlers['sync.leave'](null)).toMatchObject({ code: 'sync/unreachable' });
    expect(await laptop.handlers['sync.state'](null)).toMatchObject({ value: { unsent: 0 } });
    expect(await states()).toEqual(['left']);
    expect(await laptop.handlers['sync.exchange'](null)).toMatchObject({ code: 'sync/revoked' });
    expect(await laptop.handlers['sync.leave'](null)).toEqual(GONE);
    expect(await laptop.handlers['sync.state'](null)).toEqual(GONE);
    expect(await laptop.records()).toHaveLength(1); // what it has stays
    const wishes = { server: server.proxy.origin, code: await code(), laptop: 'Stand' };
    expect(await laptop.handlers['sync.join'](wishes)).toMatchObject({ ok: true });
    await laptop.settle();
    expect(await states()).toEqual(['left', 'joined']);
  });

  it('is told that the server cannot be reached, and leaves anyway', async () => {
    await server.proxy.close();
    expect(await laptop.handlers['sync.leave'](null)).toMatchObject({ code: 'sync/unreachable' });
    expect(await laptop.handlers['sync.state'](null)).toMatchObject({ value: { laptop: 'Stand' } });
    expect(await laptop.handlers['sync.leave']({ anyway: true })).toEqual(GONE);
    expect(await laptop.handlers['sync.state'](null)).toEqual(GONE);
    expect(await states()).toEqual(['left', 'joined']);
  });
});
