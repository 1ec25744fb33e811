import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { ENGINES } from '../testing/engines.js';
import { lockFolder } from './folder-lock.js';
import { asLines, textsOf } from './lines.js';
import { migrate, readMigrations } from './migrate.js';
import { openDatabase } from './open-database.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'fairdesk-server-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe.each(ENGINES)('the store, on $name', ({ empty, shared }) => {
  it('is brought to the newest form once, also by several nodes that start together, and never changed behind its back', async () => {
    const database = await empty();
    const all = readMigrations();
    const names = all.map(({ name }) => name);
    const [one, other] = await Promise.all([migrate(database), migrate(database)]);
    expect([one, other]).toContainEqual({ ok: true, value: names });
    expect([one, other]).toContainEqual({ ok: true, value: [] });
    const changed = all.map((migration) => ({ ...migration, sql: `${migration.sql}\n-- changed` }));
    expect(await migrate(database, changed)).toMatchObject({ ok: false, code: 'migration/changed' });
    expect(await migrate(database, [])).toMatchObject({ ok: false, code: 'migration/newer-store' });
    const broken = [...all, { name: '999-broken.sql', sql: 'CREATE TABLE half (a int);\nSELECT no_such_function();' }];
    await expect(migrate(database, broken)).rejects.toThrow();
    await expect(database.query('SELECT * FROM half')).rejects.toThrow();
    await database.close();
  });

  it('keeps all of a transaction or nothing, and tells who listens what was notified', async () => {
    const database = await shared();
    await expect(
      database.transaction(async ({ query }) => {
        await query(`INSERT INTO migration (name, sha256) VALUES ('half', '')`);
        throw new Error('on purpose');
      }),
    ).rejects.toThrow('on purpose');
    expect(await database.query(`SELECT 1 AS one FROM migration WHERE name = 'half'`)).toEqual([]);
    const heard: (string | null)[] = [];
    const stop = await database.listen('fairdesk_test', (payload) => heard.push(payload));
    await database.query(`SELECT pg_notify('fairdesk_test', 'hello')`);
    await expect.poll(() => heard).toEqual(['hello']);
    await stop();
  });

  it('gives back numbers, bytes, lists and text as they were put in', async () => {
    const { query } = await shared();
    const put = [2 ** 52, new Uint8Array([0, 255]), ['a,"b"', 'c\\{}', null], '\u{1f600} "\\'] as const;
    const [row] = await query('SELECT $1::bigint AS n, $2::bytea AS bytes, $3::text[] AS list, $4::text AS text', put);
    expect(row).toMatchObject({ n: put[0], list: put[2], text: put[3] });
    expect([...(row?.['bytes'] as Uint8Array)]).toEqual([0, 255]);
    for (const texts of [[null, '{"a":"\\n\\u0000 \\"Åsa\\""}', null, '[]'], [null, null], ['"one"']]) {
      const [found] = await query(`SELECT ${textsOf('$1')} AS texts`, [asLines(texts)]);
      expect(found?.['texts']).toEqual(texts);
    }
  });
});

describe.each(ENGINES.filter(({ name }) => name === 'postgres'))('a connection to $name', ({ shared }) => {
  it('may be cut in the middle of a transaction: that one fails, and the next has another', async () => {
    const database = await shared();
    const cut = database.transaction(async ({ query }) => {
      const [row] = await query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
      await database.query('SELECT pg_terminate_backend($1::int)', [row?.pid ?? 0]);
      await wait(100); // until the connection knows, while nothing is asked over it
      await query('SELECT 1');
    });
    await expect(cut).rejects.toThrow();
    expect(await database.transaction(async ({ query }) => await query('SELECT 1 AS one'))).toEqual([{ one: 1 }]);
  });
});

describe('an address of PostgreSQL', () => {
  const missing = new URL(inject('postgresAddress') ?? 'postgres://nobody@127.0.0.1:1');
  missing.pathname = '/no_such_database';

  it.each([
    ['postgres/unreachable', 'postgres://nobody@127.0.0.1:1/none'],
    ['postgres/unusable', 'postgres://nobody@127.0.0.1:none/none'],
    [ENGINES.length > 1 ? 'postgres/no-database' : 'postgres/unreachable', missing.href],
  ])('that cannot be used is refused as %s', async (code, address) => {
    expect(await openDatabase({ store: { address } }, () => undefined)).toMatchObject({ ok: false, code });
  });
});

describe('the folder of the embedded engine', () => {
  it('is made, locked against a second start, and opens again where the first one closed', async () => {
    const store = { folder: path.join(folder, 'not', 'there', 'yet') };
    const first = await openDatabase({ store }, () => undefined);
    if (!first.ok) throw new Error(first.code);
    await first.value.query(`INSERT INTO migration (name, sha256) VALUES ('kept', '')`);
    await first.value.query(`DELETE FROM migration WHERE name = 'kept'`);
    const lock = path.join(store.folder, 'server.lock');
    expect(readFileSync(lock, 'utf8')).toBe(String(process.pid));
    writeFileSync(lock, String(process.ppid)); // another process that runs
    expect(await openDatabase({ store }, () => undefined)).toMatchObject({ ok: false, code: 'folder/in-use' });
    await first.value.close();
    const second = await openDatabase({ store }, () => undefined);
    if (!second.ok) throw new Error(second.code);
    expect(await second.value.query('SELECT name FROM migration')).toHaveLength(readMigrations().length);
    await second.value.close();
    writeFileSync(path.join(store.folder, 'engine-version'), '17');
    expect(await openDatabase({ store }, () => undefined)).toMatchObject({ ok: false, code: 'folder/other-engine' });
  });

  it.each([['a file'], ['/proc/nope']])('is refused where it is %s', async (place) => {
    const file = path.join(folder, 'a file');
    writeFileSync(file, '');
    const store = { folder: path.resolve(folder, place) };
    expect(await openDatabase({ store }, () => undefined)).toMatchObject({ ok: false, code: 'folder/unusable' });
  });

  it('is taken over from a process that is gone', () => {
    writeFileSync(path.join(folder, 'server.lock'), '999999999');
    const locked = lockFolder(folder);
    expect(locked.ok).toBe(true);
    if (locked.ok) locked.value();
  });
});
