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

type FolderProblem = 'folder/in-use' | 'folder/other-engine' | 'folder/unusable';
type PostgresProblem = 'postgres/unreachable' | 'postgres/no-database' | 'postgres/refused' | 'postgres/unusable';
type StoreProblem = FolderProblem | PostgresProblem | 'migration/changed' | 'migration/newer-store';

/** What PostgreSQL says (SQLSTATE) when it lets nobody in. */
const REFUSALS: Readonly<Record<string, PostgresProblem>> = {
  '3D000': 'postgres/no-database',
  '28000': 'postgres/refused',
  '28P01': 'postgres/refused',
};

/** Opens the configured store in its newest form; `onNew` is told of a folder's first time, which takes a while. Closing it gives a locked folder back. */
export async function openDatabase(
  { store }: Pick<Configuration, 'store'>,
  onError: (error: Error) => void,
  onNew: () => void = () => undefined,
): Promise<Result<Database, StoreProblem>> {
  const opened = 'address' in store ? await reach(store.address, onError) : await openFolder(store.folder, onNew);
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

/** PostgreSQL, once it has answered. */
async function reach(address: string, onError: (error: Error) => void): Promise<Result<Database, PostgresProblem>> {
  let database: Database | null = null;
  try {
    database = openPostgres(address, { onError });
    await database.query('SELECT 1 AS one');
    return success(database);
  } catch (error) {
    await database?.close();
    const { code = '', message, syscall } = error as NodeJS.ErrnoException;
    const known =
      REFUSALS[code] ??
      (syscall === undefined && code !== 'ECONNREFUSED' ? 'postgres/unusable' : 'postgres/unreachable');
    return failure(known, message === '' ? code : message);
  }
}

async function openFolder(folder: string, onNew: () => void): Promise<Result<Database, FolderProblem>> {
  const locked = lockFolder(folder);
  if (!locked.ok) return locked;
  const unlock = locked.value;
  try {
    const stamp = path.join(folder, STAMP);
    if (!existsSync(stamp)) onNew();
    else if (readFileSync(stamp, 'utf8') !== EMBEDDED) {
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
