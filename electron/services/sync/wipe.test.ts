import { readdir, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createServices } from '../create-services.js';
import { createPerson, idOf, makeChangeSet } from '../testing/make-change-set.js';
import { makePorts } from '../testing/make-ports.js';

const EPOCH = '11111111-1111-4111-8111-111111111111';
let server: Server | null = null;

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** Lets a laptop join, and says to everything else that it was revoked. */
async function revoking(wipe: boolean): Promise<string> {
  const answers = {
    joined: { organisation: { id: EPOCH, name: 'Fjordkraft' }, recruiterId: null, epoch: EPOCH },
    revoked: { code: 'sync/revoked', title: 'revoked', status: 401, wipe },
  };
  const listening = createServer((request, response) => {
    request.resume();
    const isJoin = request.url === '/v1/devices';
    response.writeHead(isJoin ? 200 : 401, { 'content-type': 'application/json' });
    response.end(JSON.stringify(isJoin ? answers.joined : answers.revoked));
  });
  server = listening;
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(listening.address() as AddressInfo).port}`;
}

async function joined(wipe: boolean) {
  const ports = { ...(await makePorts()), network: { isUp: () => true } };
  const services = await createServices(ports);
  const { handlers } = services;
  const head = await handlers['journal.open'](null);
  const device = head.ok ? head.value.device : '';
  await handlers['journal.append']({ changeSet: makeChangeSet({ device, n: 1, changes: [createPerson(idOf(1))] }) });
  const wishes = { server: await revoking(wipe), code: '0123456789abcdef', laptop: 'Stand' };
  expect(await handlers['sync.join'](wishes)).toMatchObject({ ok: true });
  return { ports, services, device };
}

describe('a laptop that was revoked', () => {
  it('keeps what it has, and says why nothing is exchanged', async () => {
    const { ports, services, device } = await joined(false);
    expect(await services.handlers['sync.exchange'](null)).toMatchObject({ code: 'sync/revoked' });
    expect(await services.handlers['journal.open'](null)).toMatchObject({ value: { device, seq: 1 } });
    await services.close();
    await rm(ports.dataFolder, { recursive: true });
  });

  it('destroys its keys and everything they open where that was asked for, and begins anew', async () => {
    const { ports, services, device } = await joined(true);
    const root = ports.secrets.root;
    expect(await services.handlers['sync.exchange'](null)).toMatchObject({ code: 'sync/wiped' });
    expect(ports.secrets.root).not.toEqual(root);
    expect(await readdir(ports.dataFolder)).toEqual([]);
    expect(await services.handlers['journal.read']({ after: 0, limit: 1 })).toMatchObject({ code: 'sync/wiped' });
    const anew = await services.handlers['journal.open'](null);
    expect(anew).toMatchObject({ ok: true, value: { seq: 0, n: 0 } });
    expect(anew).not.toMatchObject({ value: { device } });
    expect(await services.handlers['sync.state'](null)).toEqual({ ok: true, value: null });
    await services.close();
    await rm(ports.dataFolder, { recursive: true });
  });
});
