import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import {
  coveredOf,
  signatureBase,
  signatureHeader,
  signatureInputHeader,
  signatureParameters,
  type RequestToSign,
  type SignatureParameters,
} from '../../../shared/sync/signature-base.js';

/** A new key of Ed25519 (RFC 8032): PKCS #8 in DER, base64. */
export function newLaptopKey(): string {
  const { privateKey } = generateKeyPairSync('ed25519');
  return privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64');
}

/** The 32 bytes that the server knows it by, base64. */
export function publicKeyOf(privateKey: string): string {
  const { x } = createPublicKey(readKey(privateKey)).export({ format: 'jwk' });
  return Buffer.from(x ?? '', 'base64url').toString('base64');
}

/** `Content-Digest` (RFC 9530) of a body as it travels. */
export function contentDigest(body: Uint8Array): string {
  return `sha-256=:${createHash('sha256').update(body).digest('base64')}:`;
}

/** The headers that sign a request (RFC 9421). */
export function signatureHeaders(
  privateKey: string,
  request: RequestToSign,
  signed: SignatureParameters,
): Readonly<Record<string, string>> {
  const covered = coveredOf(request);
  const parameters = signatureParameters(covered, signed);
  const signature = sign(null, Buffer.from(signatureBase(covered, parameters)), readKey(privateKey));
  return {
    ...(request.contentDigest === null ? {} : { 'content-digest': request.contentDigest }),
    'signature-input': signatureInputHeader(parameters),
    signature: signatureHeader(signature.toString('base64')),
  };
}

function readKey(privateKey: string): KeyObject {
  return createPrivateKey({ key: Buffer.from(privateKey, 'base64'), format: 'der', type: 'pkcs8' });
}
