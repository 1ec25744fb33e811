import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { nodeDisk } from './disk/node-disk.js';
import { KEY_BYTES } from './keyring/sealing.js';
import type { Ports } from './ports.js';

/** The keys first: whatever is left after that, should this be cut off, opens no more. */
const FOLDERS = ['keys', 'sync', 'mail', 'sms', 'drafts', 'files', 'journal'] as const;

/** Destroys everything of this laptop but its preferences. Throws what the disk throws. */
export async function destroyData({ dataFolder, secrets }: Pick<Ports, 'dataFolder' | 'secrets'>): Promise<void> {
  await secrets.save(randomBytes(KEY_BYTES));
  for (const name of FOLDERS) {
    await rm(join(dataFolder, name), { recursive: true, force: true });
    await nodeDisk.syncFolder(dataFolder);
  }
}
