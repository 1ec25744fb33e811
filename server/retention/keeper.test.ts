import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Change } from '../../shared/changes/change-set.js';
import { eventsOf } from '../../shared/changes/record-state.js';
import { noteKeeping } from '../../shared/domain/keep-marks.js';
import { LIST_DAYS } from '../../shared/domain/retention.js';
import { DAY, HOUR, instantAt } from '../../shared/lib/time.js';
import type { ApplicationId, PersonId, RecruiterId, VacancyId } from '../../shared/records/primitives.js';
import {
  applicationCreate,
  organisationCreate,
  personCreate,
  vacancyCreate,
} from '../../shared/testing/change-builders.js';
import type { Database } from '../database/database.js';
import { readDossiers } from '../store/record-rows.js';
import { dyingDatabase } from '../testing/dying-database.js';
import { ENGINES } from '../testing/engines.js';
import { newId, recruiterCreate } from '../testing/records.js';
import type { SigningLaptop } from '../testing/signing-laptop.js';
import { testOrganisation, type TestOrganisation } from '../testing/test-organisation.js';
import { RetentionKeeper } from './keeper.js';

const ENDED = instantAt('Europe/Amsterdam', '2026-04-01', '12:00');
/** 28 days later. */
const DUE = instantAt('Europe/Amsterdam', '2026-04-29', '03:00');
const VACANCY = newId<VacancyId>();

describe.each(ENGINES)('what the rule of retention does on the server, on $name', ({ shared }) => {
  let database: Database;
  let there: TestOrganisation;
  let laptop: SigningLaptop;
  let now = DUE;
  const faults: unknown[] = [];
  const eva = newId<RecruiterId>();

  const node = (of: Database = database): RetentionKeeper =>
    new RetentionKeeper({ database: only(of, there.id), report: (error) => void faults.push(error), now: () => now });
  const write = async (changes: readonly Change[]): Promise<void> => {
    const { status, json, text } = await laptop.write(changes, { by: eva });
    if (status !== 200 || json.refused?.length !== 0) throw new Error(`the server did not take it: ${text}`);
  };
  /** Somebody who was rejected, in one dossier. */
  const rejected = async (name = 'Abisko'): Promise<PersonId> => {
    const [personId, applicationId] = [newId<PersonId>(), newId<ApplicationId>()];
    const event = { id: newId<string>(), at: ENDED, by: null, type: 'status', to: 'rejected' } as const;
    await write([
      personCreate(personId, { city: name, capturedAt: ENDED - DAY }),
      applicationCreate(applicationId, { personId, vacancyId: VACANCY, receivedAt: ENDED - DAY }),
      { kind: 'event', table: 'application', id: applicationId, dossier: personId, event },
    ]);
    return personId;
  };
  const announcements = async (id: PersonId): Promise<number> => {
    const records = await readDossiers(database, there.id, { dossiers: [id], tables: ['person'] });
    return records.flatMap(({ state }) => eventsOf(state)).filter(({ type }) => type === 'deletion-announced').length;
  };
  const isThere = async (id: PersonId): Promise<boolean> =>
    (await readDossiers(database, there.id, { dossiers: [id], tables: ['person', 'application'] })).length > 0;
  const storeText = async (): Promise<string> =>
    JSON.stringify(
      await database.query(
        `SELECT body AS text FROM change_set WHERE organisation = $1
         UNION ALL SELECT state FROM record WHERE organisation = $1`,
        [there.id],
      ),
    );
  /** A look each night, of one node. */
  const nights = async (count: number, keeper = node()): Promise<void> => {
    for (let night = 0; night < count; night += 1) {
      await keeper.look();
      now += DAY;
    }
  };

  beforeEach(async () => {
    database = await shared();
    there = await testOrganisation(database);
    laptop = await there.laptop(eva);
    now = DUE;
    faults.length = 0;
    await write([
      organisationCreate({ zone: 'Europe/Amsterdam', country: 'NL' }),
      vacancyCreate(VACANCY),
      recruiterCreate(eva),
    ]);
  });

  afterEach(async () => {
    await there.app.close();
    await database.query('DELETE FROM retention_run WHERE organisation = $1', [there.id]);
  });

  it('is announced, stands for thirty days, goes with everything, and every laptop hears of it', async () => {
    const gone = await rejected('Kiruna');
    const { cursor } = await laptop.load();
    await nights(LIST_DAYS);
    expect(await announcements(gone)).toBe(1);
    expect(await isThere(gone)).toBe(true);
    await nights(1);
    expect(await isThere(gone)).toBe(false);
    expect(await storeText()).not.toContain('Kiruna');
    const { lines } = await laptop.pull(cursor);
    const heard = lines.flatMap((line) => ('changeSet' in line ? [line.changeSet] : []));
    expect(heard.flatMap(({ changes }) => changes.map(({ kind, id }) => [kind, id]))).toContainEqual(['erase', gone]);
    expect(heard.at(-1)).toMatchObject({ action: 'delete-by-rule', by: null });
    expect(faults).toEqual([]);
  });

  it('looks once a day, and writes nothing where nothing is due', async () => {
    const stays = await rejected();
    const [own] = await database.query<{ n: number }>(
      'SELECT last_n AS n FROM device WHERE organisation = $1 AND laptop IS NULL',
      [there.id],
    );
    now = ENDED - 10 * DAY;
    await nights(5);
    expect(await announcements(stays)).toBe(0);
    expect(own?.n).toBe(0);
    now = DUE;
    const keeper = node();
    await keeper.look();
    now += HOUR;
    await rejected();
    await keeper.look();
    const rows = await database.query<{ n: number }>(
      'SELECT last_n AS n FROM device WHERE organisation = $1 AND laptop IS NULL',
      [there.id],
    );
    expect(rows[0]?.n).toBe(1);
  });

  it('leaves whoever is held, and whoever comes back into a procedure meanwhile', async () => {
    const [held, applies, extended, prospect] = [
      await rejected(),
      await rejected(),
      await rejected(),
      newId<PersonId>(),
    ];
    await write([personCreate(prospect, { kind: 'prospect', capturedAt: ENDED })]);
    const stamp = { id: newId<string>(), at: ENDED, by: eva };
    await nights(10);
    const until = '2026-12-31';
    await write([
      noteKeeping(held, { type: 'legal-hold', reason: 'A claim' }, stamp),
      noteKeeping(extended, { type: 'kept-longer', until, reason: 'Asked' }, stamp),
    ]);
    await write([applicationCreate(newId(), { personId: applies, vacancyId: VACANCY, receivedAt: now })]);
    await nights(60);
    expect(await Promise.all([held, applies, extended, prospect].map(isThere))).toEqual([true, true, true, true]);
  });

  it('G-13: goes with all dossiers of the person, by what was said in any of them', async () => {
    const [first, second] = [await rejected(), await rejected()];
    const merge = { id: newId<string>(), at: ENDED, by: eva, type: 'merge', into: first } as const;
    await write([{ kind: 'event', table: 'person', id: second, dossier: second, event: merge }]);
    const hold = noteKeeping(second, { type: 'legal-hold', reason: 'A claim' }, { id: newId(), at: ENDED, by: eva });
    await write([hold]);
    await nights(40);
    expect([await isThere(first), await isThere(second)]).toEqual([true, true]);
    const holds = [hold.event.id];
    const end = noteKeeping(first, { type: 'legal-hold-ended', holds }, { id: newId(), at: now, by: eva });
    await write([end]);
    await nights(LIST_DAYS);
    expect([await isThere(first), await isThere(second)]).toEqual([true, true]);
    await nights(2);
    expect([await isThere(first), await isThere(second)]).toEqual([false, false]);
  });

  it('begins its thirty days anew after a time in which no server ran', async () => {
    const gone = await rejected();
    await nights(2);
    now += 90 * DAY;
    await nights(LIST_DAYS);
    expect(await isThere(gone)).toBe(true);
    await nights(1);
    expect(await isThere(gone)).toBe(false);
  });

  it('is done once, however many nodes do it at the same time', async () => {
    const people: PersonId[] = [];
    for (let n = 0; n < 60; n += 1) people.push(await rejected());
    const nodes = [node(), node(), node()];
    await Promise.all(nodes.map((one) => one.look()));
    expect(await Promise.all(people.map(announcements))).toEqual(people.map(() => 1));
    now += 20 * DAY;
    await nights(1);
    now += 10 * DAY;
    await Promise.all(nodes.map((one) => one.look()));
    expect((await Promise.all(people.map(isThere))).filter(Boolean)).toEqual([]);
    expect(faults).toEqual([]);
  });

  it('is finished by whoever comes after a node that was killed, at any step, and never begun too early', async () => {
    for (const when of ['before', 'after'] as const) {
      for (let step = 1; ; step += 1) {
        const person = await rejected();
        const from = now;
        const dying = dyingDatabase(database, { step, when });
        await node(dying.database).look();
        await node().look();
        expect(await announcements(person)).toBe(1);
        for (now = from + DAY; now < from + LIST_DAYS * DAY; now += 10 * DAY) await node().look();
        expect(await isThere(person), `killed ${when} step ${step}`).toBe(true);
        now = from + LIST_DAYS * DAY;
        const second = dyingDatabase(database, { step, when });
        await node(second.database).look();
        await node().look();
        expect(await isThere(person), `killed ${when} step ${step}`).toBe(false);
        now += DAY;
        if (!dying.isDead() && !second.isDead()) break;
      }
    }
  });

  it('takes no announcement, hold or extension from whoever may not delete', async () => {
    const limited = newId<RecruiterId>();
    await write([recruiterCreate(limited, { rights: ['no-other-applications'] })]);
    const person = await rejected();
    const theirs = await there.laptop(limited);
    const note = noteKeeping(
      person,
      { type: 'deletion-announced', due: '2026-04-29' },
      { id: newId(), at: 1, by: limited },
    );
    const { json } = await theirs.push(theirs.changeSet([note], { by: limited }));
    expect(json.refused).toHaveLength(1);
  });
});

/** A store in which this organisation is the only one: others belong to other tests. */
function only(database: Database, organisation: string): Database {
  return {
    ...database,
    query: async (sql, values) =>
      sql === 'SELECT id FROM organisation ORDER BY id'
        ? await database.query(`SELECT id FROM organisation WHERE id = $1`, [organisation])
        : await database.query(sql, values),
  };
}
