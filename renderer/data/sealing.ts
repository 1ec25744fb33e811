const NONCE_BYTES = 12;
const BUCKET_BYTES = 256;

/** Seals with AES-256-GCM under a key that script can use but never read. */
export interface Sealer {
  readonly kid: string;
  /** Length says no more than which 256-byte bucket the text fell into. */
  seal(text: string, associated: string): Promise<Uint8Array<ArrayBuffer>>;
  /** Throws `SealError` when a single bit differs from what was sealed. */
  open(box: Uint8Array<ArrayBuffer>, associated: string): Promise<string>;
  /** Bytes as they are: their length shows. */
  sealBytes(bytes: Uint8Array<ArrayBuffer>, associated: string): Promise<Uint8Array<ArrayBuffer>>;
  /** Throws like `open`. */
  openBytes(box: Uint8Array<ArrayBuffer>, associated: string): Promise<ArrayBuffer>;
}

export class SealError extends Error {
  constructor() {
    super('A sealed box could not be opened');
    this.name = 'SealError';
  }
}

export async function createSealer(kid: string, keyBase64: string): Promise<Sealer> {
  const raw = Uint8Array.from(atob(keyBase64), (character) => character.charCodeAt(0));
  const key = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
  raw.fill(0);
  const encoder = new TextEncoder();
  const decoder = new TextDecoder();
  const sealBytes: Sealer['sealBytes'] = async (bytes, associated) => {
    const iv = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
    const additionalData = encoder.encode(associated);
    const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, bytes);
    const box = new Uint8Array(NONCE_BYTES + sealed.byteLength);
    box.set(iv);
    box.set(new Uint8Array(sealed), NONCE_BYTES);
    return box;
  };
  const openBytes: Sealer['openBytes'] = async (box, associated) => {
    try {
      const iv = box.subarray(0, NONCE_BYTES);
      const additionalData = encoder.encode(associated);
      return await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData }, key, box.subarray(NONCE_BYTES));
    } catch {
      throw new SealError();
    }
  };
  return {
    kid,
    async seal(text, associated) {
      const bytes = encoder.encode(text);
      const padded = new Uint8Array(Math.ceil((bytes.length + 1) / BUCKET_BYTES) * BUCKET_BYTES).fill(0x20);
      padded.set(bytes); // JSON ends where its value ends: blanks after it mean nothing
      return await sealBytes(padded, associated);
    },
    open: async (box, associated) => decoder.decode(await openBytes(box, associated)),
    sealBytes,
    openBytes,
  };
}
