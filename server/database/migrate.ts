import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { failure, success, type Result } from '../../shared/lib/result.js';
import type { Database } from './database.js';

export const MIGRATIONS = path.join(import.meta.dirname, '..', 'migrations');

export interface Migration {
  /** `001-organisations.sql`; they run in the order of their names. */
  readonly name: string;
  readonly sql: string;
}

/** Several nodes may start at once: one of them migrates. */
const LOCK = 5_734_201;

export function readMigrations(folder = MIGRATIONS): readonly Migration[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => ({ name, sql: readFileSync(path.join(folder, name), 'utf8') }));
}

/**
 * Brings the store to the newest form, forward only, all of it in one transaction. What already ran must stand unchanged, and a
 * store that is newer than this program is left alone.
 */
export async function migrate(
  database: Database,
  migrations: readonly Migration[] = readMigrations(),
): Promise<Result<readonly string[], 'migration/changed' | 'migration/newer-store'>> {
  return await database.transaction(async ({ query }) => {
    await query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
    // Behind the lock: two that make the same table at once fail, whatever they say of its existence.
    await query('CREATE TABLE IF NOT EXISTS migration (name text PRIMARY KEY, sha256 text NOT NULL)');
    const done = new Map(
      (await query<{ name: string; sha256: string }>('SELECT name, sha256 FROM migration')).map((row) => [
        row.name,
        row.sha256,
      ]),
    );
    const known = new Map(migrations.map((migration) => [migration.name, migration]));
    for (const [name, sha256] of done) {
      const migration = known.get(name);
      if (migration === undefined) return failure('migration/newer-store', name);
      if (hashOf(migration) !== sha256) return failure('migration/changed', name);
    }
    const waiting = migrations.filter(({ name }) => !done.has(name));
    for (const migration of waiting) {
      for (const statement of statementsOf(migration.sql)) await query(statement);
      await query('INSERT INTO migration (name, sha256) VALUES ($1, $2)', [migration.name, hashOf(migration)]);
    }
    return success(waiting.map(({ name }) => name));
  });
}

function hashOf({ sql }: Migration): string {
  return createHash('sha256').update(sql.replaceAll('\r\n', '\n')).digest('hex');
}

/** A statement ends with a semicolon at the end of a line. */
function statementsOf(sql: string): readonly string[] {
  return sql
    .replaceAll(/^\s*--.*$/gm, '')
    .split(/;\s*$/m)
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '');
}
