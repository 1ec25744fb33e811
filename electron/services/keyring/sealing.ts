import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const NONCE = 12;
const TAG = 16;
export const KEY_BYTES = 32;
/** What sealing adds to a plaintext, in bytes. */
export const SEAL_OVERHEAD = NONCE + TAG;

/** AES-256-GCM with a random nonce: nonce (12) · ciphertext · tag (16). */
export function seal(key: Uint8Array, associated: Uint8Array, plaintext: Uint8Array): Uint8Array {
  const nonce = nextNonce();
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(associated);
  return Buffer.concat([nonce, cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]);
}

/** Nonces are drawn many at a time: a call for randomness costs as much as sealing a record. None is used twice. */
let drawn = Buffer.alloc(0);

function nextNonce(): Uint8Array {
  if (drawn.length < NONCE) drawn = randomBytes(NONCE * 512);
  const nonce = drawn.subarray(0, NONCE);
  drawn = drawn.subarray(NONCE);
  return nonce;
}

/** Null when the key, the associated data or a single bit is not what it was at sealing. */
export function unseal(key: Uint8Array, associated: Uint8Array, sealed: Uint8Array): Uint8Array | null {
  if (sealed.length < SEAL_OVERHEAD) return null;
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE), { authTagLength: TAG });
  decipher.setAAD(associated);
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG));
  const head = decipher.update(sealed.subarray(NONCE, sealed.length - TAG));
  try {
    const rest = decipher.final();
    return rest.length === 0 ? head : Buffer.concat([head, rest]);
  } catch {
    return null;
  }
}

/** What a sealed thing is and where it belongs, so that it cannot be taken for another. JSON keeps the parts apart. */
export function associatedData(purpose: string, ...parts: readonly (string | number)[]): Uint8Array {
  return Buffer.from(JSON.stringify([purpose, ...parts]));
}

/** HKDF-SHA-256 (RFC 5869): one key, many purposes, none of which tells anything about another. */
export function deriveKey(key: Uint8Array, salt: string, purpose: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', key, Buffer.from(salt), Buffer.from(purpose), KEY_BYTES));
}
