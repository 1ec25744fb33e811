import { Dexie } from 'dexie';
import { Database } from './database.js';
import { SealError } from './sealing.js';
import { asWriter } from './writer-queue.js';

/**
 * Closes the working store for good and deletes it; the next start makes it again from the journal. In the writer's
 * queue, so that a commit under way is finished, and none begins that could only half succeed.
 */
export async function discardStore(database: Database): Promise<void> {
  await asWriter(async () => {
    database.close();
    await Database.delete(database.name);
  });
}

/** Whether an error means that the store itself is broken: a box that does not open, or IndexedDB refusing to work. */
export function isStoreDamage(error: unknown): boolean {
  return error instanceof SealError || error instanceof Dexie.DexieError;
}
