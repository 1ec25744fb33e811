import { z } from 'zod';
import { MEDIA_TYPES } from '../../../shared/records/document.js';
import { associatedData, seal, unseal } from '../keyring/sealing.js';

const MAGIC = Buffer.from('FDF1');

const Description = z.object({ name: z.string(), mediaType: z.enum(MEDIA_TYPES) });
export type Description = z.infer<typeof Description>;

export interface OpenFile extends Description {
  readonly bytes: Uint8Array;
}

/** `FDF1` · length of the dossier's id (1) · the id, empty for none · sealed: length (2) · name and type · content. */
export function sealFile(key: Uint8Array, id: string, dossier: string | null, file: OpenFile): Uint8Array {
  const { name, mediaType, bytes } = file;
  const owner = Buffer.from(dossier ?? '');
  const description = Buffer.from(JSON.stringify({ name, mediaType } satisfies Description));
  const length = Buffer.alloc(2);
  length.writeUInt16BE(description.length);
  const sealed = seal(key, associated(id, dossier), Buffer.concat([length, description, bytes]));
  return Buffer.concat([MAGIC, Buffer.from([owner.length]), owner, sealed]);
}

/** Longest clear beginning that says whose a file is, in bytes. */
export const OWNER_BYTES = 4 + 1 + 255;

/** The dossier in clear at the beginning of a file: null for none, undefined when this is no such file. */
export function ownerOf(file: Uint8Array): string | null | undefined {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const length = bytes[4];
  if (!bytes.subarray(0, 4).equals(MAGIC) || length === undefined || bytes.length < 5 + length) return undefined;
  return length === 0 ? null : bytes.toString('utf8', 5, 5 + length);
}

/** Null when a single bit is not what it was, or the file lies under another's id. */
export function openFile(key: Uint8Array, id: string, file: Uint8Array): OpenFile | null {
  const dossier = ownerOf(file);
  if (dossier === undefined) return null;
  const start = 5 + Buffer.byteLength(dossier ?? '');
  const plain = unseal(key, associated(id, dossier), file.subarray(start));
  if (plain === null) return null;
  const bytes = Buffer.from(plain.buffer, plain.byteOffset, plain.byteLength);
  const end = 2 + bytes.readUInt16BE(0);
  const description = Description.safeParse(JSON.parse(bytes.toString('utf8', 2, end)));
  return description.success ? { ...description.data, bytes: bytes.subarray(end) } : null;
}

function associated(id: string, dossier: string | null): Uint8Array {
  return associatedData('fairdesk/file/1', id, dossier ?? '');
}
