import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { success } from '../../../shared/lib/result.js';
import { nodeDisk } from '../disk/node-disk.js';
import { FileStore } from '../files/file-store.js';
import { DossierKeys } from '../keyring/dossier-keys.js';
import { idOf } from '../testing/make-change-set.js';
import { PNG } from '../testing/sample-files.js';
import { createLane } from './create-lane.js';

let lane: (request: Request) => Promise<Response | null>;
let dossiers: DossierKeys;

beforeEach(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'lane-'));
  const key = new Uint8Array(32).fill(7);
  dossiers = await DossierKeys.open(nodeDisk, folder, key);
  const clock = { now: () => Date.now() };
  const files = new FileStore({ disk: nodeDisk, folder, dossiers, commonKey: key, clock });
  lane = createLane(
    () => Promise.resolve(success(files)),
    (error) => {
      throw error;
    },
  );
});

afterEach(async () => {
  await dossiers.close();
});

async function ask(path: string, init?: RequestInit): Promise<Response> {
  const response = await lane(new Request(`http://host${path}`, init));
  if (response === null) throw new Error('not a path of the lane');
  return response;
}

describe('the lane', () => {
  it('stores a body and gives it back, for this page only and never for a cache', async () => {
    const headers = { 'x-file-name': encodeURIComponent('Ångström "CV".png') };
    const stored = await ask(`/files?dossier=${idOf(1)}`, { method: 'POST', headers, body: PNG });
    expect(stored.status).toBe(200);
    const { value } = (await stored.json()) as { value: { fileId: string } };
    expect(value).toMatchObject({ name: 'Ångström _CV_.png', mediaType: 'image/png', size: PNG.length });
    const file = await ask(`/files/${value.fileId}`);
    expect(Object.fromEntries(file.headers)).toMatchObject({
      'content-type': 'image/png',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'content-disposition': `inline; filename="_ngstr_m _CV_.png"; filename*=UTF-8''%C3%85ngstr%C3%B6m%20_CV_.png`,
    });
    expect(file.headers.get('content-security-policy')).toContain('sandbox');
    expect(Buffer.from(await file.arrayBuffer())).toEqual(PNG);
  });

  it('reads no name from the address, which other programs write down', async () => {
    const stored = await ask('/files?name=Ebba.png', { method: 'POST', body: PNG });
    expect(await stored.text()).not.toContain('Ebba');
  });

  it('stops reading a body that is too long, and never holds it', async () => {
    let given = 0;
    const body = new ReadableStream({
      pull(controller) {
        given++;
        controller.enqueue(new Uint8Array(1024 * 1024));
      },
    });
    const endless = { method: 'POST', body, duplex: 'half' } as RequestInit;
    const response = await ask('/files', endless);
    expect(response.status).toBe(413);
    expect(await response.json()).toEqual({ ok: false, code: 'file/too-large' });
    expect(given).toBeLessThan(15);
  });

  it('refuses a length that is announced as too long without reading at all', async () => {
    const init = { method: 'POST', body: PNG, headers: { 'content-length': String(11 * 1024 * 1024) } };
    expect((await ask('/files', init)).status).toBe(413);
  });

  it('shows a preview under a policy of its own and forgets the oldest', async () => {
    const urls: string[] = [];
    for (let i = 0; i <= 20; i++) {
      const { value } = (await (await ask('/preview', { method: 'POST', body: `<p>mail ${i}` })).json()) as {
        value: { url: string };
      };
      urls.push(value.url);
    }
    const last = await ask(urls.at(-1) ?? '');
    expect(last.headers.get('content-security-policy')).toBe(
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'",
    );
    expect(last.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await last.text()).toBe('<p>mail 20');
    expect((await ask(urls[0] ?? '')).status).toBe(404);
  });

  it('answers what is not there, not allowed or not an id, and leaves other paths alone', async () => {
    expect((await ask(`/files/${idOf(9)}`)).status).toBe(404);
    expect((await ask('/files')).status).toBe(405);
    expect((await ask(`/files/${idOf(9)}`, { method: 'DELETE' })).status).toBe(405);
    const post = { method: 'POST', headers: { 'x-file-name': 'a.png' }, body: PNG };
    expect((await ask('/files?dossier=..', post)).status).toBe(422);
    expect((await ask('/files', { ...post, headers: { 'x-file-name': '%E5.png' } })).status).toBe(422);
    for (const path of ['/', '/files/../keys', '/files/abc', '/index.html', '/previews']) {
      expect(await lane(new Request(`http://host${path}`))).toBeNull();
    }
  });
});
