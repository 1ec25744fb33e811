/**
 * HTTP message signatures (RFC 9421), as much of them as laptop and server use: one signature, `sig`, with Ed25519, over fixed
 * components in a fixed order. Pure: whoever calls brings keys and randomness.
 */

/** A component that is covered, by its name, and its value (RFC 9421 2). */
export type CoveredComponent = readonly [name: string, value: string];

export interface RequestToSign {
  /** In capitals. */
  readonly method: string;
  /** As it stands in the request line, without the query; never empty. */
  readonly path: string;
  /** With its question mark; `?` alone where there is none. */
  readonly query: string;
  /** Value of the header `Content-Digest`; null without a body. */
  readonly contentDigest: string | null;
}

export interface SignatureParameters {
  /** Seconds since 1970, in the server's time. */
  readonly created: number;
  readonly nonce: string;
  /** The device. */
  readonly keyid: string;
}

export interface SignatureInput extends SignatureParameters {
  readonly covered: readonly string[];
  /** The member of the header as it came: what `@signature-params` stands for. */
  readonly parameters: string;
}

const LABEL = 'sig';
const INPUT =
  /^sig=(?<parameters>\((?<covered>"[^"\\]+"(?: "[^"\\]+")*)\);created=(?<created>[0-9]{1,15});nonce="(?<nonce>[A-Za-z0-9_-]{16,64})";keyid="(?<keyid>[0-9a-f]{16})";alg="ed25519")$/;
const SIGNATURE = /^sig=:(?<bytes>[A-Za-z0-9+/]{86}==):$/;

/** What is covered of a request, in the order of the protocol. */
export function coveredOf({ method, path, query, contentDigest }: RequestToSign): readonly CoveredComponent[] {
  return [
    ['@method', method],
    ['@path', path],
    ['@query', query],
    ...(contentDigest === null ? [] : [['content-digest', contentDigest] as const]),
  ];
}

/** The bytes, as text in ASCII, that are signed (RFC 9421 2.5). */
export function signatureBase(covered: readonly CoveredComponent[], parameters: string): string {
  return [...covered, ['@signature-params', parameters] as const]
    .map(([name, value]) => `"${name}": ${value}`)
    .join('\n');
}

/** What `@signature-params` stands for: the covered names and the parameters (RFC 9421 2.3). */
export function signatureParameters(
  covered: readonly CoveredComponent[],
  { created, nonce, keyid }: SignatureParameters,
): string {
  const names = covered.map(([name]) => `"${name}"`).join(' ');
  return `(${names});created=${created};nonce="${nonce}";keyid="${keyid}";alg="ed25519"`;
}

/** Value of the header `Signature-Input`. */
export function signatureInputHeader(parameters: string): string {
  return `${LABEL}=${parameters}`;
}

/** Value of the header `Signature`, from the signature in base64. */
export function signatureHeader(signature: string): string {
  return `${LABEL}=:${signature}:`;
}

/** Reads `Signature-Input`; null for whatever is not exactly as the protocol has it. */
export function parseSignatureInput(header: string): SignatureInput | null {
  const groups = INPUT.exec(header)?.groups;
  if (groups === undefined) return null;
  const { parameters = '', covered = '', created = '', nonce = '', keyid = '' } = groups;
  return { parameters, covered: covered.slice(1, -1).split('" "'), created: Number(created), nonce, keyid };
}

/** Reads `Signature`: the 64 bytes of Ed25519 in base64, or null. */
export function parseSignature(header: string): string | null {
  return SIGNATURE.exec(header)?.groups?.['bytes'] ?? null;
}
