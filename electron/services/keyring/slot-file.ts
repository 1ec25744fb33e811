import { join } from 'node:path';
import { z } from 'zod';
import { decodeFrames, encodeFrame } from '../append-log/frame-format.js';
import type { Disk } from '../disk/disk.js';
import { writeWholeFile } from '../disk/write-whole-file.js';

/** One way to the master key. Today the device's own; passphrase and recovery key are further entries, nothing else. */
const Slot = z.looseObject({
  id: z.string(),
  kind: z.string(),
  /** The master key, sealed; base64. */
  wrapped: z.base64(),
});
export type Slot = z.infer<typeof Slot>;

const SlotList = z.object({
  v: z.literal(1),
  vaultId: z.string().regex(/^[0-9a-f]{32}$/),
  /** The greater one counts when the two copies differ. */
  generation: z.int().positive(),
  slots: z.array(Slot).min(1),
});
export type SlotList = z.infer<typeof SlotList>;

/** Two copies, so that one bad sector does not cost everything. */
const COPIES = ['slots', 'slots-copy'];

/** `none` when neither copy exists, `damaged` when none can be read. A bad copy is written anew from the good one. */
export async function readSlots(disk: Disk, folder: string): Promise<SlotList | 'none' | 'damaged'> {
  const found = await Promise.all(COPIES.map((name) => disk.read(join(folder, name))));
  if (found.every((bytes) => bytes === null)) return 'none';
  const lists = found.map((bytes) => (bytes === null ? null : parse(bytes)));
  const best = lists.reduce((a, b) => (a === null || (b !== null && b.generation > a.generation) ? b : a), null);
  if (best === null) return 'damaged';
  const wrong = COPIES.filter((_, i) => lists[i]?.generation !== best.generation);
  for (const name of wrong) await writeWholeFile(disk, join(folder, name), encode(best));
  return best;
}

/** Durable in at least one copy from the first rename on. */
export async function writeSlots(disk: Disk, folder: string, list: SlotList): Promise<void> {
  for (const name of COPIES) await writeWholeFile(disk, join(folder, name), encode(list));
}

function encode(list: SlotList): Uint8Array {
  return encodeFrame(0, Buffer.from(JSON.stringify(list)));
}

function parse(bytes: Uint8Array): SlotList | null {
  const [frame] = decodeFrames(bytes).frames;
  if (frame === undefined) return null;
  const parsed = SlotList.safeParse(JSON.parse(Buffer.from(frame.body).toString()));
  return parsed.success ? parsed.data : null;
}
