import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { createFetchTransport } from './fetch-transport.js';
import type { SyncRequest } from './sync-transport.js';

const GET: SyncRequest = { method: 'GET', path: '/v1/hello?a=b', headers: {}, body: null, timeout: 5000, limit: 1000 };
let running: Server | null = null;

afterEach(() => {
  running?.closeAllConnections();
  running?.close();
  running = null;
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  running = server;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('the way to the server', () => {
  it('brings the bytes as they are, and the answer, unpacked', async () => {
    const heard: string[] = [];
    const server = await serve((request, response) => {
      heard.push([request.method, request.url, request.headers['x-sent']].join(' '));
      response.writeHead(200, { 'content-encoding': 'gzip' });
      request.on('data', (part: Buffer) => heard.push(part.toString()));
      request.on('end', () => response.end(gzipSync('answered')));
    });
    const request = { ...GET, method: 'POST', headers: { 'x-sent': 'yes' }, body: Buffer.from('asked') } as const;
    const answer = await createFetchTransport().send(server, request);
    expect(answer.ok && [answer.value.status, Buffer.from(answer.value.body).toString()]).toEqual([200, 'answered']);
    expect(heard).toEqual(['POST /v1/hello?a=b yes', 'asked']);
  });

  it('follows no redirection, as a hall’s sign-in page makes it', async () => {
    const server = await serve((_, response) => response.writeHead(302, { location: '/elsewhere' }).end());
    expect(await createFetchTransport().send(server, GET)).toMatchObject({ code: 'sync/not-understood' });
  });

  it('gives up what is longer than it may be, what takes too long, and what breaks off', async () => {
    const long = await serve((_, response) => response.end('x'.repeat(2000)));
    expect(await createFetchTransport().send(long, GET)).toMatchObject({ code: 'sync/not-understood' });
    const silent = await serve(() => undefined);
    const hurried = { ...GET, timeout: 100 };
    expect(await createFetchTransport().send(silent, hurried)).toMatchObject({ code: 'sync/too-slow' });
    const broken = await serve((_, response) => {
      response.writeHead(200, { 'content-length': '500' });
      response.write('half');
      setTimeout(() => response.destroy(), 20);
    });
    expect(await createFetchTransport().send(broken, GET)).toMatchObject({ code: 'sync/unreachable' });
    expect(await createFetchTransport().send('http://127.0.0.1:1', GET)).toMatchObject({ code: 'sync/unreachable' });
  });

  it('tells a server that speaks no TLS from one whose certificate is not trusted', async () => {
    const server = await serve((_, response) => response.end('plain'));
    const overTls = server.replace('http:', 'https:');
    expect(await createFetchTransport().send(overTls, GET)).toMatchObject({ code: 'sync/no-tls' });
    const untrusted = Object.assign(new TypeError('fetch failed'), {
      cause: Object.assign(new Error('certificate'), { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }),
    });
    const refusing = createFetchTransport(() => Promise.reject(untrusted));
    expect(await refusing.send(overTls, GET)).toMatchObject({ code: 'sync/not-secure' });
  });

  it('reads a stream only as far as is enough', async () => {
    const server = await serve((_, response) => {
      response.write('event: head\ndata: 7\n\n');
    });
    const isEnough = (text: string): boolean => text.includes('data: 7');
    expect(await createFetchTransport().send(server, { ...GET, isEnough })).toMatchObject({ ok: true });
  });
});
