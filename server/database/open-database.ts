import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { failure, success, type Result } from '../../shared/lib/result.js';
import type { Configuration } from '../configuration.js';
import type { Database } from './database.js';
import { lockFolder } from './folder-lock.js';
import { migrate } from './migrate.js';
import { openPglite } from './pglite-database.js';
import { openPostgres } from './postgres-database.js';

/** PostgreSQL's major version inside the embedded engine: a folder of another one cannot be opened. */
const EMBEDDED = '18';
const STAMP = 'engine-version';

type StoreProblem = 'folder/in-use' | 'folder/other-engine' | 'migration/changed' | 'migration/newer-store';

/** Opens the configured store in its newest form. Closing it gives a locked folder back. */
export async function openDatabase(
  { store }: Pick<Configuration, 'store'>,
  onError: (error: Error) => void,
): Promise<Result<Database, StoreProblem>> {
  const opened =
    'address' in store ? success(openPostgres(store.address, { onError })) : await openFolder(store.folder);
  if (!opened.ok) return opened;
  try {
    const migrated = await migrate(opened.value);
    if (migrated.ok) return opened;
    await opened.value.close();
    return migrated;
  } catch (error) {
    await opened.value.close();
    throw error;
  }
}

async function openFolder(folder: string): Promise<Result<Database, 'folder/in-use' | 'folder/other-engine'>> {
  const locked = lockFolder(folder);
  if (!locked.ok) return locked;
  const unlock = locked.value;
  try {
    const stamp = path.join(folder, STAMP);
    if (existsSync(stamp) && readFileSync(stamp, 'utf8') !== EMBEDDED) {
      unlock();
      return failure('folder/other-engine');
    }
    const database = await openPglite(path.join(folder, 'store'));
    writeFileSync(stamp, EMBEDDED);
    const close = async (): Promise<void> => {
      await database.close();
      unlock();
    };
    return success({ ...database, close });
  } catch (error) {
    unlock();
    throw error;
  }
}
