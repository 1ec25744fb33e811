import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWebContent, NONCE_PLACEHOLDER, type WebContent } from './create-web-content.js';
import { resolveAppPath } from './resolve-app-path.js';

describe('the page and its files', () => {
  let outside = '';
  let content: WebContent;
  const get = (pathname: string, method = 'GET'): Promise<Response> =>
    content(new Request(`http://127.0.0.1${pathname}`, { method }));

  beforeAll(() => {
    outside = mkdtempSync(path.join(tmpdir(), 'fairdesk-content-'));
    const folder = path.join(outside, 'renderer');
    mkdirSync(path.join(folder, 'assets'), { recursive: true });
    writeFileSync(path.join(outside, 'secret.txt'), 'secret');
    writeFileSync(path.join(outside, 'renderer-more'), 'secret');
    writeFileSync(
      path.join(folder, 'index.html'),
      `<meta nonce="${NONCE_PLACEHOLDER}"><link nonce="${NONCE_PLACEHOLDER}">`,
    );
    for (const name of ['index-1.js', 'index-1.css', 'pdf.worker.min-1.mjs', 'font.woff2', 'x.bcmap'])
      writeFileSync(path.join(folder, 'assets', name), name);
    content = createWebContent({ folder, lane: async () => null });
  });
  afterAll(() => rmSync(outside, { recursive: true }));

  it('gives each load a nonce of its own, in the page and in the policy', async () => {
    const nonces = await Promise.all(
      [1, 2].map(async () => {
        const page = await get('/');
        const [, nonce = ''] =
          /style-src 'self' 'nonce-([^']+)'/.exec(page.headers.get('Content-Security-Policy') ?? '') ?? [];
        expect(await page.text()).toBe(`<meta nonce="${nonce}"><link nonce="${nonce}">`);
        return nonce;
      }),
    );
    expect(nonces[0]).not.toBe(nonces[1]);
    expect(Buffer.from(nonces[0] ?? '', 'base64')).toHaveLength(16);
  });

  it('has the policy that was decided, directive for directive', async () => {
    const policy = (await get('/')).headers.get('Content-Security-Policy') ?? '';
    expect(
      policy
        .replace(/'nonce-[^']+'/, "'nonce-<per load>'")
        .split('; ')
        .sort(),
    ).toEqual(
      [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self' 'nonce-<per load>'",
        "img-src 'self' blob: data:",
        "font-src 'self'",
        "connect-src 'self'",
        "frame-src 'self'",
        "worker-src 'self'",
        "form-action 'none'",
        "base-uri 'none'",
        "object-src 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
        'trusted-types default ProseMirrorClipboard dompurify',
      ].sort(),
    );
  });

  it.each([
    ['/assets/index-1.js', 'text/javascript; charset=utf-8', "default-src 'none'; frame-ancestors 'none'"],
    ['/assets/index-1.css', 'text/css; charset=utf-8', "default-src 'none'; frame-ancestors 'none'"],
    ['/assets/font.woff2', 'font/woff2', "default-src 'none'; frame-ancestors 'none'"],
    ['/assets/x.bcmap', 'application/octet-stream', "default-src 'none'; frame-ancestors 'none'"],
    [
      '/assets/pdf.worker.min-1.mjs',
      'text/javascript; charset=utf-8',
      "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'",
    ],
  ])('serves %s as %s under its own policy', async (pathname, type, policy) => {
    const file = await get(pathname);
    expect(file.status).toBe(200);
    expect(file.headers.get('Content-Type')).toBe(type);
    expect(file.headers.get('Content-Security-Policy')).toBe(policy);
    expect(file.headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(await file.text()).toBe(path.basename(pathname));
  });

  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/..%5csecret.txt',
    '/%2e%2e%2frenderer-more',
    '//etc/passwd',
    '/assets',
    '/%00',
    '/%',
    '/C:%5cWindows%5cwin.ini',
  ])('finds nothing outside its folder: %s', async (pathname) => {
    expect((await get(pathname)).status).toBe(404);
  });

  it('only reads', async () => {
    for (const method of ['POST', 'PUT', 'DELETE']) expect((await get('/', method)).status).toBe(405);
    const head = await get('/', 'HEAD');
    expect([head.status, await head.text()]).toEqual([200, '']);
  });

  it('never leads out of the folder, however an address is spelled', () => {
    const part = fc.constantFrom(
      '..',
      '.',
      '%2e',
      '%2e%2e',
      '%2f',
      '%5c',
      '\\',
      '/',
      'a',
      '%00',
      '%c0%ae',
      '~',
      'C:',
      '%25',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const file = resolveAppPath(`/${parts.join('')}`, '/srv/renderer');
        if (file !== null) expect(file.startsWith('/srv/renderer/')).toBe(true);
      }),
    );
  });
});
