import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Disk } from '../disk/disk.js';
import { writeWholeFile } from '../disk/write-whole-file.js';
import { associatedData, KEY_BYTES, seal, unseal } from './sealing.js';

export interface StoreKey {
  readonly kid: string;
  readonly key: Uint8Array;
}

const KID_BYTES = 8;
const associated = associatedData('fairdesk/store-key/1');

/**
 * The key of the renderer's working store. Renewing it makes everything sealed with the old one dead, which is how a
 * rebuilt store forgets what its files still hold. A file that cannot be read is a new key, and so a rebuild.
 */
export async function storeKey(disk: Disk, folder: string, wrappingKey: Uint8Array, renew: boolean): Promise<StoreKey> {
  const path = join(folder, 'store');
  const kept = renew ? null : await disk.read(path);
  const opened = kept === null ? null : unseal(wrappingKey, associated, kept);
  if (opened?.length === KID_BYTES + KEY_BYTES) return split(opened);
  const fresh = randomBytes(KID_BYTES + KEY_BYTES);
  await writeWholeFile(disk, path, seal(wrappingKey, associated, fresh));
  return split(fresh);
}

/** Durably: whoever asks next gets a new one, and nothing that was sealed with this one is ever opened again. */
export async function dropStoreKey(disk: Disk, folder: string): Promise<void> {
  await disk.remove(join(folder, 'store'));
  await disk.syncFolder(folder);
}

function split(bytes: Uint8Array): StoreKey {
  return { kid: Buffer.from(bytes.subarray(0, KID_BYTES)).toString('hex'), key: bytes.subarray(KID_BYTES) };
}
