import { once } from 'node:events';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SECOND } from '../../shared/lib/time.js';
import { PUSH_BYTES } from '../../shared/sync/protocol.js';
import type { Database } from '../database/database.js';
import { LONGEST_FORM } from '../pages/page-limits.js';
import { ENGINES } from '../testing/engines.js';
import { buildServer, IN_TIME } from './build-server.js';
import type { App } from './service.js';

/** Everything takes a fortieth of its time. */
const FASTER = 40;
const SHORT = { form: IN_TIME.form / FASTER, request: IN_TIME.request / FASTER };
/** Bytes a second of an honest phone, and how long it is gone now and then. */
const PHONE = { speed: 64 * 1024, pause: 10 * SECOND };

describe.each(ENGINES.slice(0, 1))('a request that takes its time', ({ shared }) => {
  let database: Database;
  let app: App;
  let port: number;
  beforeAll(async () => {
    database = await shared();
    app = await buildServer({ database, inTime: SHORT });
    await app.listen({ host: '127.0.0.1', port: 0 });
    ({ port } = app.server.address() as AddressInfo);
  });
  afterAll(async () => {
    await app.close();
  });

  const began = async (path: string, type: string, length: number) => {
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    socket.on('error', () => undefined);
    let answer = '';
    socket.on('data', (data: Buffer) => (answer += data.toString()));
    const closed = once(socket, 'close');
    const head = [
      'POST ' + path + ' HTTP/1.1',
      'host: localhost',
      `content-type: ${type}`,
      `content-length: ${length}`,
    ];
    socket.write(`${head.join('\r\n')}\r\n\r\n`);
    return { socket, closed, answered: () => answer };
  };
  /** Milliseconds until the other side hung up on somebody who sends a byte now and then. */
  const trickle = async (socket: Socket, closed: Promise<unknown>): Promise<number> => {
    const at = Date.now();
    const drip = setInterval(() => socket.write('a'), 20);
    await closed;
    clearInterval(drip);
    return Date.now() - at;
  };

  it.each([
    ['a form', `/r/${'a'.repeat(43)}`, 'application/x-www-form-urlencoded', SHORT.form],
    ['the own page’s', '/my/details', 'application/x-www-form-urlencoded', SHORT.form],
    ['a push', '/v1/push', 'application/json', SHORT.request],
  ])('is cut off where it is %s that trickles', async (_what, path, type, inTime) => {
    const { socket, closed } = await began(path, type, LONGEST_FORM);
    const took = await trickle(socket, closed);
    expect(took).toBeGreaterThan(inTime * 0.8);
    expect(took).toBeLessThan(inTime + 3 * SECOND);
  });

  it('is taken from an honest phone that is slow, and gone for a while', async () => {
    const body = `nonce=&answer=accepted&wish=${'x'.repeat(LONGEST_FORM - 40)}`;
    const { socket, answered } = await began('/r/nobody', 'application/x-www-form-urlencoded', body.length);
    for (let at = 0; at < body.length; at += 1024) {
      socket.write(body.slice(at, at + 1024));
      await wait((1024 / PHONE.speed / FASTER) * SECOND);
      if (at === 4096 || at === 8192) await wait(PHONE.pause / FASTER);
    }
    await expect.poll(answered).toContain('HTTP/1.1 404');
    socket.destroy();
  });

  it('has the time for it that such a phone needs, and for what laptops send at a time', () => {
    const needs = (bytes: number): number => (bytes / PHONE.speed) * SECOND + 2 * PHONE.pause;
    expect(IN_TIME.form).toBeGreaterThan(needs(LONGEST_FORM));
    expect(IN_TIME.request).toBeGreaterThan(needs(PUSH_BYTES));
  });
});
