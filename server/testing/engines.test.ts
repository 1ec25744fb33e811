import { describe, expect, it } from 'vitest';
import { ENGINES } from './engines.js';

describe(`the server's tests ran on ${ENGINES.map(({ name }) => name).join(' and ')}`, () => {
  it.each(ENGINES)('$name answers, and says which version it is', async ({ name, shared }) => {
    const database = await shared();
    const [row] = await database.query<{ version: number }>(
      `SELECT current_setting('server_version_num')::int / 10000 AS version`,
    );
    expect(database.engine).toBe(name);
    expect(row?.version).toBeGreaterThanOrEqual(15);
  });

  it('and on PostgreSQL wherever that must not be missing', () => {
    const needed = process.env['FAIRDESK_TEST_NEEDS_POSTGRES'] === undefined ? ['pglite'] : ['pglite', 'postgres'];
    expect(ENGINES.map(({ name }) => name)).toEqual(expect.arrayContaining(needed));
  });
});
