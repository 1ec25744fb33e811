import { rm } from 'node:fs/promises';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { createServices } from '../create-services.js';
import { makePorts } from '../testing/make-ports.js';

const EPOCH = '11111111-1111-4111-8111-111111111111';
const JOINED = { organisation: { id: EPOCH, name: 'Fjordkraft' }, recruiterId: null, epoch: EPOCH };
let server: Server | null = null;

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** Takes what is asked and leaves the answering to the test. */
async function taking(take: (response: ServerResponse) => void): Promise<string> {
  const listening = createServer((request, response) => {
    request.resume();
    request.on('end', () => {
      take(response);
    });
  });
  server = listening;
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
  return `127.0.0.1:${(listening.address() as AddressInfo).port}`;
}

it('joining a server that never answers is given up when it is cancelled, and may be tried again at once', async () => {
  const ports = { ...(await makePorts()), network: { isUp: () => true } };
  const { handlers, close } = await createServices(ports);
  await handlers['journal.open'](null);
  let isAsked = (): void => undefined;
  const asked = new Promise<void>((resolve) => (isAsked = resolve));
  let answers = false;
  const address = await taking((response) => {
    isAsked();
    if (answers) response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(JOINED));
  });
  const wishes = { server: address, code: '0123456789abcdef', laptop: 'Stand' };
  const joining = handlers['sync.join'](wishes);
  await asked;
  expect(await handlers['sync.cancel-join'](null)).toEqual({ ok: true, value: null });
  expect(await joining).toMatchObject({ ok: false, code: 'sync/join-cancelled' });
  expect(await handlers['sync.state'](null)).toEqual({ ok: true, value: null });
  answers = true;
  expect(await handlers['sync.join'](wishes)).toMatchObject({ value: { organisation: JOINED.organisation } });
  await close();
  await rm(ports.dataFolder, { recursive: true });
});
