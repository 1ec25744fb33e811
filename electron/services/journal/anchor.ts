import { join } from 'node:path';
import { z } from 'zod';
import { DamagedFrame } from '../../../shared/host/contract.js';
import type { Disk } from '../disk/disk.js';
import { writeWholeFile } from '../disk/write-whole-file.js';
import { associatedData, seal, unseal } from '../keyring/sealing.js';

const ChainHead = z.object({ device: z.string(), n: z.int(), seq: z.int(), hash: z.hex(), afterLoss: z.boolean() });

/** How far the journal was checked, and what it looked like there. Sealed: nobody can set it back unnoticed. */
const Anchor = z.object({
  v: z.literal(1),
  journalId: z.string(),
  seq: z.int().nonnegative(),
  /** Of the frame at `seq`; empty when it is damaged or there is none. */
  hash: z.string(),
  /** The greatest stamp up to `seq`. */
  stamp: z.string().nullable(),
  heads: z.array(ChainHead),
  damaged: z.array(DamagedFrame),
});
export type Anchor = z.infer<typeof Anchor>;

const FILE = 'anchor';
const associated = associatedData('fairdesk/anchor/1');

/** Null when there is none or it cannot be read: then the whole journal is checked at start. */
export async function readAnchor(disk: Disk, folder: string, key: Uint8Array): Promise<Anchor | null> {
  const sealed = await disk.read(join(folder, FILE));
  const plain = sealed === null ? null : unseal(key, associated, sealed);
  if (plain === null) return null;
  const parsed = Anchor.safeParse(JSON.parse(Buffer.from(plain).toString()));
  return parsed.success ? parsed.data : null;
}

export async function writeAnchor(disk: Disk, folder: string, key: Uint8Array, anchor: Anchor): Promise<void> {
  await writeWholeFile(disk, join(folder, FILE), seal(key, associated, Buffer.from(JSON.stringify(anchor))));
}
