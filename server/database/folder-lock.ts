import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { failure, success, type Result } from '../../shared/lib/result.js';

const LOCK = 'server.lock';

/**
 * Takes a folder for this process: two embedded engines on one folder destroy it without a word. A lock of a process that
 * is gone is taken over. Answers how to give it back.
 */
export function lockFolder(folder: string): Result<() => void, 'folder/in-use' | 'folder/unusable'> {
  const file = path.join(folder, LOCK);
  try {
    makeFolder(folder);
    return lock(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return failure('folder/unusable', code);
  }
}

function lock(file: string): Result<() => void, 'folder/in-use'> {
  for (let attempt = 0; attempt < 2; attempt += 1) {
    if (take(file)) return success(() => rmSync(file, { force: true }));
    const owner = ownerOf(file);
    if (owner !== null && owner !== process.pid && isRunning(owner))
      return failure('folder/in-use', `process ${owner}`);
    rmSync(file, { force: true });
  }
  return failure('folder/in-use');
}

/** Node's own way to make the folders above, too, never ends where one cannot be made (`/proc`). */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(path.dirname(folder));
  mkdirSync(folder, { mode: 0o700 });
}

function take(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  }
}

function ownerOf(file: string): number | null {
  try {
    const owner = Number(readFileSync(file, 'utf8'));
    return Number.isSafeInteger(owner) && owner > 0 ? owner : null;
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null;
    throw error;
  }
}

/** A process of somebody else's cannot be asked, and is there. */
function isRunning(owner: number): boolean {
  try {
    process.kill(owner, 0);
    return true;
  } catch (error) {
    return hasCode(error, 'EPERM');
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
