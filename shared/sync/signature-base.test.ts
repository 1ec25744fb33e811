import { createPublicKey, verify } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  coveredOf,
  parseSignature,
  parseSignatureInput,
  signatureBase,
  signatureHeader,
  signatureInputHeader,
  signatureParameters,
} from './signature-base.js';

const PUSH = {
  method: 'POST',
  path: '/v1/push',
  query: '?',
  contentDigest: 'sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:',
};
const SIGNED = { created: 1795246800, nonce: '5c0VwJ2m8QK1rE7uYbT3xA', keyid: '0f3a9c1d22b84e57' };

describe('the base of a signature (RFC 9421)', () => {
  it('is the one of RFC 9421 B.2.6, down to its Ed25519 signature', () => {
    const base = signatureBase(
      [
        ['date', 'Tue, 20 Apr 2021 02:07:55 GMT'],
        ['@method', 'POST'],
        ['@path', '/foo'],
        ['@authority', 'example.com'],
        ['content-type', 'application/json'],
        ['content-length', '18'],
      ],
      '("date" "@method" "@path" "@authority" "content-type" "content-length");created=1618884473;keyid="test-key-ed25519"',
    );
    const key = createPublicKey(
      '-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEAJrQLj5P/89iXES9+vFgrIy29clF9CC/oPPsw3c5D0bs=\n-----END PUBLIC KEY-----',
    );
    const signature = 'wqcAqbmYJ2ji2glfAMaRy4gruYYnx2nEFN2HN6jrnDnQCK1u02Gb04v9EDgwUPiu4A0w6vuQv5lIp5WPpBKRCw==';
    expect(verify(null, Buffer.from(base), key, Buffer.from(signature, 'base64'))).toBe(true);
    expect(verify(null, Buffer.from(`${base} `), key, Buffer.from(signature, 'base64'))).toBe(false);
  });

  it('is for a push what the page about the protocol shows', () => {
    const covered = coveredOf(PUSH);
    expect(signatureBase(covered, signatureParameters(covered, SIGNED)).split('\n')).toEqual([
      '"@method": POST',
      '"@path": /v1/push',
      '"@query": ?',
      '"content-digest": sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:',
      '"@signature-params": ("@method" "@path" "@query" "content-digest");created=1795246800;nonce="5c0VwJ2m8QK1rE7uYbT3xA";keyid="0f3a9c1d22b84e57";alg="ed25519"',
    ]);
  });

  it('covers no digest where there is no body', () => {
    expect(coveredOf({ ...PUSH, method: 'GET', contentDigest: null }).map(([name]) => name)).toEqual([
      '@method',
      '@path',
      '@query',
    ]);
  });
});

describe('the headers of a signature', () => {
  const covered = coveredOf(PUSH);
  const header = signatureInputHeader(signatureParameters(covered, SIGNED));

  it('are read as they were written', () => {
    expect(parseSignatureInput(header)).toEqual({
      ...SIGNED,
      covered: covered.map(([name]) => name),
      parameters: signatureParameters(covered, SIGNED),
    });
    const signature = Buffer.alloc(64, 7).toString('base64');
    expect(parseSignature(signatureHeader(signature))).toBe(signature);
  });

  it.each([
    ['another label', header.replace('sig=', 'other=')],
    ['another algorithm', header.replace('ed25519', 'hmac-sha256')],
    ['no nonce', header.replace(/;nonce="[^"]+"/, '')],
    ['a nonce that is too short', header.replace(SIGNED.nonce, 'short')],
    ['another order', header.replace(/(;created=\d+)(;nonce="[^"]+")/, '$2$1')],
    ['two signatures', `${header}, ${header}`],
    ['something behind it', `${header};expires=1`],
  ])('are refused with %s', (_what, changed) => {
    expect(parseSignatureInput(changed)).toBeNull();
  });

  it.each(['', 'sig=::', 'sig=:AAAA:', `sig=:${'*'.repeat(86)}==:`])('are refused with the signature %j', (changed) => {
    expect(parseSignature(changed)).toBeNull();
  });
});
