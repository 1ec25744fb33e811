import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { stampOf } from '../../shared/changes/clock.js';
import { personCreate } from '../../shared/testing/change-builders.js';
import type { Database, Queries, Row, SqlValue } from '../database/database.js';
import { ENGINES } from '../testing/engines.js';
import { newId } from '../testing/records.js';
import { addOrganisation, readOrganisation } from './organisation-rows.js';
import { readLog } from './pull-pages.js';
import { pushChangeSets } from './push-change-sets.js';

const WRITERS = 6;
const PUSHES = 15;
const THINKS = 8; // milliseconds at most, between writing and the commit

/** A store on which whoever writes thinks for a while before the commit. */
function thinking(database: Database, rewrite: (sql: string) => string = (sql) => sql): Database {
  return {
    ...database,
    transaction: async (work) =>
      database.transaction(async (queries) => {
        const query: Queries['query'] = async <Shape extends Row>(sql: string, values?: readonly SqlValue[]) =>
          queries.query<Shape>(rewrite(sql), values);
        const value = await work({ query });
        await wait(Math.random() * THINKS);
        return value;
      }),
  };
}

/** Several laptops push at once while one reader follows the log. Answers how many places it never saw. */
async function lostPlaces(database: Database, store: (organisation: string) => Database): Promise<number> {
  const organisation = await addOrganisation(database, 'Several at once');
  const { epoch } = await readOrganisation(database, organisation);
  const writers = Array.from({ length: WRITERS }, async () => {
    const device = randomBytes(8).toString('hex');
    await database.query('INSERT INTO device (id, organisation) VALUES ($1, $2)', [device, organisation]);
    for (let n = 1; n <= PUSHES; n += 1) {
      const stamp = stampOf({ node: device, ms: n, counter: 0 });
      const changes = [personCreate(newId<never>())];
      const said = { by: null, actionId: 'a', action: 'capture', at: n };
      const arrivals = [{ n, stamp, changeSet: { v: 1, device, n, stamp, ...said, changes } as const }];
      const author = { kind: 'laptop', recruiter: null } as const;
      const outcome = await pushChangeSets(store(organisation), {
        organisation,
        device,
        author,
        epoch,
        sentAt: n,
        arrivals,
      });
      expect(outcome).toMatchObject({ ok: true, value: { lastN: n, refused: [] } });
    }
  });
  let writing = true;
  const stillWriting = (): boolean => writing;
  const written = Promise.all(writers).finally(() => {
    writing = false;
  });
  let seen = 0;
  let after = 0;
  const read = async (): Promise<void> => {
    const { head } = await readOrganisation(database, organisation);
    const page = await readLog(database, organisation, { device: 'nobody', after, head });
    seen += page.changeSets.length;
    after = page.until;
  };
  while (stillWriting()) {
    await read();
    await wait(2); // so that the writers come to write
  }
  await written;
  await read();
  return WRITERS * PUSHES - seen;
}

describe.each(ENGINES)('the places of the log, on $name', ({ shared }) => {
  it('are in the order of the commits: a reader never passes one that is not there yet', async () => {
    const database = await shared();
    expect(await lostPlaces(database, () => thinking(database))).toBe(0);
  });
});

// The embedded engine has one connection: nobody reads while another writes.
describe.each(ENGINES.filter(({ name }) => name === 'postgres'))('the test before this one, on $name', ({ shared }) => {
  it('finds places that were lost if they came from a sequence', async () => {
    const database = await shared();
    await database.script('CREATE SEQUENCE IF NOT EXISTS places_of_a_test');
    const sequence = (sql: string): string =>
      sql
        .replace(
          'SELECT head, epoch FROM organisation WHERE id = $1 FOR UPDATE',
          `SELECT nextval('places_of_a_test') - 1 AS head, epoch FROM organisation WHERE id = $1`,
        )
        // Who reads goes as far as there is something.
        .replace('UPDATE organisation SET head = $2 WHERE id = $1', 'SELECT $1::uuid AS id, $2::bigint AS head');
    const reading: Database = {
      ...database,
      query: async <Shape extends Row>(sql: string, values?: readonly SqlValue[]) =>
        database.query<Shape>(
          sql.replace(
            'epoch, head, secret',
            '(SELECT coalesce(max(place), 0) FROM change_set WHERE organisation = $1) AS head, epoch, secret',
          ),
          values,
        ),
    };
    expect(await lostPlaces(reading, () => thinking(database, sequence))).toBeGreaterThan(0);
  });
});
