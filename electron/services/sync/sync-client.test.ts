import { createPublicKey, verify } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { success } from '../../../shared/lib/result.js';
import { parseSignature, parseSignatureInput, signatureBase } from '../../../shared/sync/signature-base.js';
import { contentDigest, newLaptopKey, publicKeyOf } from './laptop-key.js';
import { serverOrigin } from './server-address.js';
import { SyncClient } from './sync-client.js';
import type { SyncRequest, SyncTransport } from './sync-transport.js';

const privateKey = newLaptopKey();
const LINE = { server: 'https://sync.example.com', privateKey, device: '0f3a9c1d22b84e57', skew: 60_000 };

function heard(answer: string): { readonly requests: SyncRequest[]; readonly client: SyncClient } {
  const requests: SyncRequest[] = [];
  const transport: SyncTransport = {
    async send(_, request) {
      requests.push(request);
      return await Promise.resolve(success({ status: 200, body: Buffer.from(answer) }));
    },
  };
  const random = (bytes: number): Uint8Array => new Uint8Array(bytes).fill(7);
  return { requests, client: new SyncClient({ transport, now: () => 1_795_246_740_000, random }) };
}

describe('a request', () => {
  it('is signed, body and all, in the server’s time, so that the laptop’s public key proves it', async () => {
    const { requests, client } = heard('{}');
    await client.announce(LINE, 'b0b0b0b0b0b0b0b0');
    const [request] = requests;
    const input = parseSignatureInput(request?.headers['signature-input'] ?? '');
    expect(input).toMatchObject({ created: 1_795_246_800, keyid: LINE.device });
    const digest = contentDigest(request?.body ?? new Uint8Array());
    expect(request?.headers['content-digest']).toBe(digest);
    const covered = [
      ['@method', 'POST'],
      ['@path', '/v1/devices/names'],
      ['@query', '?'],
      ['content-digest', digest],
    ] as const;
    expect(input?.covered).toEqual(covered.map(([name]) => name));
    const x = Buffer.from(publicKeyOf(privateKey), 'base64').toString('base64url');
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
    const signature = Buffer.from(parseSignature(request?.headers['signature'] ?? '') ?? '', 'base64');
    expect(verify(null, Buffer.from(signatureBase(covered, input?.parameters ?? '')), key, signature)).toBe(true);
  });

  it('waits for news that it does not know yet', async () => {
    expect(await heard('data: 7\n\n').client.wait(LINE, 7, 10)).toEqual({ ok: true, value: false });
    expect(await heard('data: 7\n\ndata: 8\n\n').client.wait(LINE, 7, 10)).toEqual({ ok: true, value: true });
  });

  it('that is answered by something else is not understood', async () => {
    expect(await heard('<html>').client.hello(LINE)).toMatchObject({ code: 'sync/not-understood' });
  });
});

describe('the address of a server', () => {
  it('is an origin over TLS, however it is typed', () => {
    expect(serverOrigin(' sync.example.com ')).toBe('https://sync.example.com');
    expect(serverOrigin('https://sync.example.com:8443/')).toBe('https://sync.example.com:8443');
    expect(serverOrigin('http://127.0.0.1:3000')).toBe('http://127.0.0.1:3000');
    expect(serverOrigin('sync.example.com:8443')).toBe('https://sync.example.com:8443');
    expect(serverOrigin('192.168.1.20:8443')).toBe('https://192.168.1.20:8443');
    for (const typed of [
      'http://sync.example.com',
      'https://a:b@sync.example.com',
      'ftp://x',
      'https://x.com/path',
      '',
    ]) {
      expect(serverOrigin(typed), typed).toBeNull();
    }
  });

  it('of this laptop itself is meant without TLS where nothing else is typed', () => {
    for (const host of ['localhost:3000', '127.0.0.1:3000', '[::1]:3000', 'localhost']) {
      expect(serverOrigin(host), host).toBe(`http://${host}`);
      expect(serverOrigin(`https://${host}`), host).toBe(`https://${host}`);
    }
    expect(serverOrigin('localhost.example.com')).toBe('https://localhost.example.com');
  });
});
