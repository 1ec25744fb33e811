import { createHash, createPublicKey, verify } from 'node:crypto';
import { SIGNATURE_LASTS } from '../../shared/sync/protocol.js';
import {
  coveredOf,
  parseSignature,
  parseSignatureInput,
  signatureBase,
  type SignatureInput,
} from '../../shared/sync/signature-base.js';
import { RequestProblem } from './problem.js';

export interface ReceivedRequest {
  readonly method: string;
  /** As it stands in the request line, query included. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** The bytes as they travelled; null without a body. */
  readonly body: Uint8Array | null;
}

/** What a request says about its signature; throws the problem where it has none that the protocol knows. */
export function readSignature({ headers }: ReceivedRequest): SignatureInput {
  const input = parseSignatureInput(single(headers['signature-input']));
  if (input === null) throw new RequestProblem('sync/bad-signature');
  return input;
}

/** Checks signature, digest and moment of a request, against the public key (Ed25519, 32 bytes). The nonce is the store's. */
export function verifyRequest(
  request: ReceivedRequest,
  input: SignatureInput,
  { publicKey, now }: { readonly publicKey: Uint8Array; readonly now: number },
): void {
  const { method, target, headers, body } = request;
  const at = target.indexOf('?');
  const contentDigest = body === null ? null : digestOf(body);
  if (contentDigest !== null && single(headers['content-digest']) !== contentDigest) {
    throw new RequestProblem('sync/bad-signature');
  }
  const covered = coveredOf({
    method,
    path: at === -1 ? target : target.slice(0, at),
    query: at === -1 ? '?' : target.slice(at),
    contentDigest,
  });
  if (input.covered.join(' ') !== covered.map(([name]) => name).join(' '))
    throw new RequestProblem('sync/bad-signature');
  const signature = parseSignature(single(headers['signature']));
  const base = Buffer.from(signatureBase(covered, input.parameters));
  if (signature === null || !verify(null, base, keyOf(publicKey), Buffer.from(signature, 'base64'))) {
    throw new RequestProblem('sync/bad-signature');
  }
  if (Math.abs(input.created * 1000 - now) > SIGNATURE_LASTS)
    throw new RequestProblem('sync/clock', { serverTime: now });
}

function keyOf(publicKey: Uint8Array) {
  return createPublicKey({
    key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(publicKey).toString('base64url') },
    format: 'jwk',
  });
}

/** RFC 9530, over the bytes as they travel. */
export function digestOf(body: Uint8Array): string {
  return `sha-256=:${createHash('sha256').update(body).digest('base64')}:`;
}

function single(header: string | string[] | undefined): string {
  return typeof header === 'string' ? header : '';
}
