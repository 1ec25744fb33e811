import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { networkInterfaces, tmpdir } from 'node:os';
import { connect } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBuiltWebHost, type BuiltWebHost } from '../testing/built-web-host.js';

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

describe('the built web host', () => {
  let folder = '';
  let host: BuiltWebHost;
  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'fairdesk-web-host-'));
    host = await startBuiltWebHost(folder);
  });
  afterAll(async () => {
    await host.close();
    rmSync(folder, { recursive: true });
  });

  /** Says exactly what it is told to say: `fetch` would mend the headers. */
  function ask(method: string, where: string, headers: Record<string, string>, body?: string): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const { hostname, port } = new URL(host.origin);
      const asked = request({ hostname, port, method, path: where, headers }, (answer) => {
        let text = '';
        answer.setEncoding('utf8').on('data', (part: string) => (text += part));
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }));
      });
      asked.on('error', reject);
      asked.end(body);
    });
  }
  const call = (headers: Record<string, string>): Promise<Answer> =>
    ask('POST', '/call/app.info', { 'content-type': 'application/json', ...headers }, 'null');

  it('answers the printed address 200, with a cookie, and takes the token out of it', async () => {
    const entered = await fetch(host.address);
    expect(entered.status).toBe(200);
    expect(entered.headers.get('set-cookie')).toMatch(/; HttpOnly; SameSite=Strict; Path=\/$/);
    expect(entered.headers.get('referrer-policy')).toBe('no-referrer');
    const page = await entered.text();
    expect(page).toContain('<meta http-equiv="refresh" content="0;url=/">');
    expect(page).not.toContain('token');
  });

  it.each(['/', '/index.html', '/assets/x.js', '/files/0123', '/preview/0123', '/call/app.info', '/nowhere'])(
    'serves %s to nobody without the cookie',
    async (where) => {
      expect((await ask('GET', where, {})).status).toBe(401);
      expect((await ask('GET', where, { cookie: host.cookie.replace(/=.*/, '=wrong') })).status).toBe(401);
    },
  );

  it('refuses a wrong token, and one that is no longer there', async () => {
    for (const where of ['/?token=', '/?token=wrong', '/index.html?token=x'])
      expect((await ask('GET', where, {})).status).toBe(401);
  });

  it('refuses a name that was made to point here', async () => {
    const { port } = new URL(host.origin);
    for (const name of [`localhost:${port}`, `evil.example.com:${port}`, '127.0.0.1']) {
      expect((await ask('GET', '/', { cookie: host.cookie, host: name })).status).toBe(421);
      expect((await ask('GET', new URL(host.address).search.replace('?', '/?'), { host: name })).status).toBe(421);
    }
  });

  it('refuses calls from any other page', async () => {
    const cookie = host.cookie;
    expect((await call({ cookie, origin: host.origin })).status).toBe(200);
    for (const origin of [
      'https://example.com',
      'null',
      host.origin.replace('http:', 'https:'),
      `${host.origin}.example`,
    ])
      expect((await call({ cookie, origin })).status).toBe(403);
    expect((await call({ cookie })).status).toBe(403);
    expect((await call({ cookie, origin: host.origin, 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  });

  it('takes JSON only, and no more of it than there can be', async () => {
    const asPage = { cookie: host.cookie, origin: host.origin };
    expect((await call({ ...asPage, 'content-type': 'text/plain' })).status).toBe(415);
    expect((await ask('POST', '/call/app.info', { ...asPage, 'content-type': 'application/json' }, '{')).status).toBe(
      400,
    );
    expect((await ask('GET', '/call/app.info', asPage)).status).toBe(405);
    expect((await ask('POST', '/call/app.info', { ...asPage, 'transfer-encoding': 'chunked' }, 'null')).status).toBe(
      411,
    );
    const huge = { ...asPage, 'content-type': 'application/json', 'content-length': String(65 * 1024 * 1024) };
    const refused = await new Promise<number>((resolve, reject) => {
      const { hostname, port } = new URL(host.origin);
      const asked = request({ hostname, port, method: 'POST', path: '/call/app.info', headers: huge }, (answer) => {
        resolve(answer.statusCode ?? 0);
        asked.destroy();
      });
      asked.on('error', reject).write('{');
    });
    expect(refused).toBe(413);
  });

  it('finds no file outside the page', async () => {
    for (const where of [
      '/../package.json',
      '/%2e%2e/%2e%2e/package.json',
      '/..%2f..%2fpackage.json',
      '/assets/../../index.js',
    ])
      expect((await ask('GET', where, { cookie: host.cookie })).status).toBe(404);
  });

  it('listens on 127.0.0.1 only', async () => {
    const outward = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter(({ internal }) => !internal)
      .map(({ address }) => address);
    for (const address of [...outward, '127.0.0.2', '::1']) {
      const reached = await new Promise<boolean>((resolve) => {
        const socket = connect(Number(new URL(host.origin).port), address);
        socket.on('connect', () => resolve(true)).on('error', () => resolve(false));
      });
      expect(reached).toBe(false);
    }
  });

  it('keeps the key in a file that only this account may read', () => {
    const expected = process.platform === 'win32' ? 0o666 : 0o600; // Windows has no such modes; the profile folder guards it
    expect(statSync(path.join(folder, 'root.key')).mode & 0o777).toBe(expected);
  });

  it('keeps its port over a restart, and refuses a second host beside it', async () => {
    await expect(startBuiltWebHost(folder)).rejects.toThrow('Fairdesk is open already with this data folder.');
    const { origin, cookie } = host;
    await host.close();
    host = await startBuiltWebHost(folder);
    expect(host.origin).toBe(origin);
    expect(host.cookie).not.toBe(cookie);
    expect((await ask('GET', '/', { cookie })).status).toBe(401);
  });

  it('takes the port that it is told to, and says that it cannot when somebody has it', async () => {
    const other = mkdtempSync(path.join(tmpdir(), 'fairdesk-web-host-'));
    const { port } = new URL(host.origin);
    await expect(startBuiltWebHost(other, { FAIRDESK_PORT: port })).rejects.toThrow('EADDRINUSE');
    rmSync(other, { recursive: true });
  });

  it('goes on without a window, and says so, where the browser cannot open one', async () => {
    const other = mkdtempSync(path.join(tmpdir(), 'fairdesk-web-host-'));
    // Node takes none of Chromium's arguments and ends with a fault, as Chromium does without a screen.
    const without = await startBuiltWebHost(other, {
      CI: '',
      FAIRDESK_NO_OPEN: '',
      FAIRDESK_BROWSER: process.execPath,
    });
    await expect
      .poll(() => without.printed.at(-1))
      .toBe('The browser could not open a window here: open the address in a browser of your own.');
    expect(await without.invoke('network.state', null)).toMatchObject({ ok: true });
    await without.close();
    rmSync(other, { recursive: true });
  });

  it('says where the data belong when the keychain holds their key, and touches nothing', async () => {
    const other = mkdtempSync(path.join(tmpdir(), 'fairdesk-web-host-'));
    writeFileSync(path.join(other, 'root.sealed'), 'sealed');
    await expect(startBuiltWebHost(other)).rejects.toThrow('These data belong to the Electron application.');
    rmSync(other, { recursive: true });
  });
});
