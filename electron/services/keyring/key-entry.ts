/** An entry of the dossier-key file: a wrapped key, or the fact that a dossier's key was destroyed. */
export type KeyEntry =
  | { readonly kind: 'key'; readonly dossier: string; readonly wrapped: Uint8Array }
  | { readonly kind: 'erased'; readonly dossier: string };

const KEY = 1;
const ERASED = 2;

/** Kind (1) · length of the dossier's id (1) · id · wrapped key. */
export function encodeKeyEntry(entry: KeyEntry): Uint8Array {
  const id = Buffer.from(entry.dossier);
  const head = Buffer.from([entry.kind === 'key' ? KEY : ERASED, id.length]);
  return Buffer.concat(entry.kind === 'key' ? [head, id, entry.wrapped] : [head, id]);
}

/** Null for an entry that this version does not know. */
export function decodeKeyEntry(body: Uint8Array): KeyEntry | null {
  const length = body[1];
  if (length === undefined || body.length < 2 + length) return null;
  const dossier = Buffer.from(body.subarray(2, 2 + length)).toString();
  if (body[0] === KEY) return { kind: 'key', dossier, wrapped: Uint8Array.from(body.subarray(2 + length)) };
  return body[0] === ERASED ? { kind: 'erased', dossier } : null;
}
