import { randomBytes } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import type { Disk } from './disk.js';

const UNFINISHED = '.tmp-';

/**
 * Puts a whole file in its place, durably: the old content or the new one is there at every moment, never a part.
 * Throws what the disk throws and leaves the old content then.
 */
export async function writeWholeFile(disk: Disk, path: string, bytes: Uint8Array): Promise<void> {
  const temporary = join(dirname(path), `${UNFINISHED}${basename(path)}-${randomBytes(4).toString('hex')}`);
  try {
    const file = await disk.open(temporary);
    try {
      await file.write(bytes, 0);
      await file.datasync();
    } finally {
      await file.close();
    }
    await disk.rename(temporary, path);
  } catch (error) {
    await disk.remove(temporary).catch(() => undefined); // the first failure is the one to report
    throw error;
  }
  await disk.syncFolder(dirname(path));
}

/** Clears away what a killed program left half written: a copy of keys or words that nobody would ever replace. */
export async function removeUnfinished(disk: Disk, folder: string): Promise<void> {
  const left = (await disk.list(folder)).filter(isUnfinished);
  for (const name of left) await disk.remove(join(folder, name));
  if (left.length > 0) await disk.syncFolder(folder);
}

/** Whether a name is one that `writeWholeFile` left behind when the program was killed. */
export function isUnfinished(name: string): boolean {
  return name.startsWith(UNFINISHED);
}
