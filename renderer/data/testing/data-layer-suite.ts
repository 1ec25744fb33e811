import { describe, expect, it } from 'vitest';
import type { Change, ChangeSet } from '../../../shared/changes/change-set.js';
import type { Result } from '../../../shared/lib/result.js';
import type { ApplicationId, PersonId, VacancyId } from '../../../shared/records/primitives.js';
import {
  applicationCreate,
  organisationCreate,
  personCreate,
  setField,
  testId,
  vacancyCreate,
} from '../../../shared/testing/change-builders.js';
import { Database } from '../database.js';
import type { Dossier } from '../dossier-repository.js';
import type { LiveQuery } from '../live-query.js';
import type { Saved } from '../commit.js';
import { openSession, type Session } from '../session.js';
import { FakeHost } from './fake-host.js';

const EBBA = testId<PersonId>(101);
const OSKAR = testId<PersonId>(102);
const VACANCY = testId<VacancyId>(10);
const APPLICATION = testId<ApplicationId>(20);

const BASICS: readonly Change[] = [
  organisationCreate(),
  vacancyCreate(VACANCY),
  personCreate(EBBA),
  applicationCreate(APPLICATION, { personId: EBBA, vacancyId: VACANCY }),
];

let made = 0;

function unwrap<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(`${result.code} ${result.detail ?? ''}`);
  return result.value;
}

async function open(host: FakeHost, databaseName: string, damages: unknown[] = []): Promise<Session> {
  const onDamage = (error: unknown): void => void damages.push(error);
  const options = {
    databaseName,
    now: () => 1_000_000,
    onProgress: () => undefined,
    onDamage,
    claim: () => Promise.resolve(true),
  };
  return unwrap(await openSession(host, options));
}

function nameOfDatabase(): string {
  made += 1;
  return `suite-${made.toString()}-${Math.random().toString(36).slice(2)}`;
}

async function save(session: Session, changes: readonly Change[], action = 'test'): Promise<Saved> {
  return unwrap(await session.commit({ action, changes }));
}

async function first(query: LiveQuery<Dossier | null>): Promise<Dossier | null> {
  return await new Promise((resolve, reject) => {
    const stop = query.subscribe((state) => {
      if (state.status === 'loading') return;
      setTimeout(() => {
        stop();
      });
      if (state.status === 'ready') resolve(state.value);
      else reject(new Error(state.code));
    });
  });
}

function whole(session: Session): unknown {
  const roster = session.roster.current();
  return {
    organisation: roster.organisation,
    vacancies: [...roster.vacancies.values()],
    people: [...roster.people.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    applications: [...roster.applications.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
}

/** The same expectations of every IndexedDB the application meets: the fake of the tests, and a real browser's. */
export function describeDataLayer(engine: string): void {
  describe(`the data layer on ${engine}`, () => {
    it('shows what was committed, in lists and in the dossier', async () => {
      const session = await open(new FakeHost(), nameOfDatabase());
      await save(session, BASICS);
      expect(session.roster.current().people.get(EBBA)?.search).toBe('ebba norrlander ebba@example.com');
      expect(
        session.roster
          .current()
          .applicationsIn(VACANCY)
          .map(({ status }) => status),
      ).toEqual(['new']);
      const dossier = await first(session.dossier(EBBA));
      expect(dossier?.person.fields.givenName).toBe('Ebba');
      expect(dossier?.applications.map(({ id }) => id)).toEqual([APPLICATION]);
      await session.close();
    });

    it('holds the same after a restart', async () => {
      const host = new FakeHost();
      const name = nameOfDatabase();
      const before = await open(host, name);
      await save(before, BASICS);
      const expected = whole(before);
      await before.close();
      const after = await open(host, name);
      expect(after.rebuilt).toBe(false);
      expect(whole(after)).toEqual(expected);
      await after.close();
    });

    it('replays what the journal holds and the store does not', async () => {
      const host = new FakeHost();
      const name = nameOfDatabase();
      const session = await open(host, name);
      await save(session, BASICS);
      await session.close();
      host.frames.push(fromAnotherLaptop([personCreate(OSKAR, { givenName: 'Oskar' })]));
      const after = await open(host, name);
      expect(after.rebuilt).toBe(false);
      expect(after.roster.current().people.get(OSKAR)?.givenName).toBe('Oskar');
      await after.close();
    });

    it('is made again from the journal when the database is gone', async () => {
      const host = new FakeHost();
      const name = nameOfDatabase();
      const before = await open(host, name);
      await save(before, BASICS);
      const expected = whole(before);
      await before.close();
      await Database.delete(name);
      const after = await open(host, name);
      expect(after.rebuilt).toBe(true);
      expect(whole(after)).toEqual(expected);
      expect((await first(after.dossier(EBBA)))?.person.fields.email).toBe('ebba@example.com');
      await after.close();
    });

    it('is made again when a single bit of a segment or a row is flipped', async () => {
      for (const where of ['segments', 'records'] as const) {
        const host = new FakeHost();
        const name = nameOfDatabase();
        const before = await open(host, name);
        await save(before, BASICS);
        const expected = whole(before);
        await before.close();
        const database = new Database(name);
        if (where === 'segments') {
          await database.segments.toCollection().modify((row) => flip(row.box));
        } else {
          await database.records.toCollection().modify((row) => flip(row.box));
        }
        database.close();
        const damages: unknown[] = [];
        const after = await open(host, name, damages);
        expect(whole(after)).toEqual(expected);
        expect(after.rebuilt).toBe(where === 'segments');
        if (where === 'records') {
          await expect(first(after.dossier(EBBA))).rejects.toThrow('store/damaged');
          expect(damages).toHaveLength(1); // named, and the page is told to make the store again
        }
        await after.close();
      }
    });

    it('puts a frame back that the journal lost but the store had applied', async () => {
      const host = new FakeHost();
      const name = nameOfDatabase();
      const before = await open(host, name);
      await save(before, BASICS);
      await save(before, [personCreate(OSKAR, { givenName: 'Oskar' })]);
      const expected = whole(before);
      await before.close();
      host.lost.add(2);
      const after = await open(host, name);
      expect(after.damage).toEqual({ restored: [2], lost: [] });
      expect(whole(after)).toEqual(expected);
      await after.close();
      const again = await open(host, name);
      expect(again.damage).toEqual({ restored: [], lost: [] }); // put back once, not at every start
      await again.close();
      const rebuilt = await open(host, nameOfDatabase());
      expect(whole(rebuilt)).toEqual(expected);
      await rebuilt.close();
    });

    it('names a frame that the journal lost before the store had applied it, until somebody has read it', async () => {
      const host = new FakeHost();
      const name = nameOfDatabase();
      const session = await open(host, name);
      await save(session, BASICS);
      await session.close();
      host.frames.push(fromAnotherLaptop([personCreate(OSKAR)]));
      host.lost.add(2);
      const after = await open(host, name);
      expect(after.damage).toEqual({ restored: [], lost: [2] });
      expect(after.roster.current().people.size).toBe(1);
      await after.close();
      const again = await open(host, name);
      expect(again.damage.lost).toEqual([2]);
      await again.settleDamage();
      await again.close();
      const settled = await open(host, name);
      expect(settled.damage.lost).toEqual([]);
      await settled.close();
    });

    it('loses nothing when two commits run at once, or another window wrote meanwhile', async () => {
      const host = new FakeHost();
      const name = nameOfDatabase();
      const session = await open(host, name);
      const second = await open(host, name);
      const people = Array.from({ length: 12 }, (_, at) => testId<PersonId>(500 + at));
      await Promise.all(people.map((id, at) => save(at % 2 === 0 ? session : second, [personCreate(id)])));
      expect(host.frames).toHaveLength(12);
      expect(host.frames.map(({ n }) => n)).toEqual(people.map((_, at) => at + 1));
      await session.close();
      await second.close();
      const after = await open(host, name);
      expect(after.roster.current().people.size).toBe(12);
      await after.close();
    });

    it('asks again when an answer is lost, and writes nothing twice', async () => {
      const host = new FakeHost();
      const session = await open(host, nameOfDatabase());
      host.loseAnswers = 2;
      await save(session, BASICS);
      expect(host.frames).toHaveLength(1);
      await session.close();
    });

    it('refuses a change of something that was changed meanwhile', async () => {
      const host = new FakeHost();
      const session = await open(host, nameOfDatabase());
      const saved = await save(session, BASICS);
      const seen = saved.changeSets[0]?.stamp ?? '';
      const target = { table: 'person', id: EBBA, dossier: EBBA };
      await save(session, [setField(target, 'city', 'Oslo', [seen])]);
      const stale = await session.commit({ action: 'test', changes: [setField(target, 'city', 'Bergen', [seen])] });
      expect(stale).toMatchObject({ ok: false, code: 'commit/stale' });
      expect(session.roster.current().people.get(EBBA)?.city).toBe('Oslo');
      await session.close();
    });

    it('takes an action back, and leaves what somebody changed since', async () => {
      const host = new FakeHost();
      const session = await open(host, nameOfDatabase());
      await save(session, [organisationCreate(), vacancyCreate(VACANCY)]);
      const captured = await save(session, BASICS.slice(2), 'capture');
      unwrap(await session.undo(captured));
      expect(session.roster.current().people.size).toBe(0);
      expect(session.roster.current().applications.size).toBe(0);
      expect(session.roster.current().vacancies.size).toBe(1);
      expect(await first(session.dossier(EBBA))).toBeNull();
      await session.close();
    });

    it('erases a dossier for good: nothing that arrives later brings the person back', async () => {
      const host = new FakeHost();
      const name = nameOfDatabase();
      const session = await open(host, name);
      await save(session, BASICS);
      await save(session, [{ kind: 'erase', table: 'person', id: EBBA, dossier: EBBA, whole: true }]);
      await save(session, [applicationCreate(testId(21), { personId: EBBA, vacancyId: VACANCY })]);
      expect(session.roster.current().people.size).toBe(0);
      expect(session.roster.current().applications.size).toBe(0);
      await session.close();
      const after = await open(host, name);
      expect(after.roster.current().applications.size).toBe(0);
      await after.close();
    });

    it('cuts a bulk of 1,200 people into three change sets of one action', async () => {
      const host = new FakeHost();
      const session = await open(host, nameOfDatabase());
      const people = Array.from({ length: 1200 }, (_, at) => personCreate(testId<PersonId>(1000 + at)));
      const saved = await save(session, people);
      expect(saved.changeSets.map(({ changes }) => changes.length)).toEqual([500, 500, 200]);
      expect(new Set(saved.changeSets.map(({ actionId }) => actionId)).size).toBe(1);
      expect(session.roster.current().people.size).toBe(1200);
      await session.close();
    });

    it('keeps nothing readable in the database', async () => {
      const host = new FakeHost();
      const name = nameOfDatabase();
      const session = await open(host, name);
      await save(session, BASICS);
      await session.close();
      const database = new Database(name);
      const everything = [
        await database.records.toArray(),
        await database.segments.toArray(),
        await database.meta.toArray(),
      ];
      database.close();
      const clear = new Set(everything.flat().flatMap((row) => Object.keys(row)));
      expect([...clear].sort()).toEqual(
        [
          'appliedSeq',
          'box',
          'changedSeq',
          'count',
          'id',
          'journalId',
          'key',
          'kid',
          'n',
          'owner',
          'rev',
          'seq',
          'table',
        ].sort(),
      );
      const bytes = JSON.stringify(everything, (_, value: unknown) =>
        value instanceof Uint8Array ? new TextDecoder('latin1').decode(value) : value,
      );
      expect(bytes).not.toContain('Ebba');
      expect(bytes).not.toContain('example.com');
    });
  });
}

function fromAnotherLaptop(changes: readonly Change[]): ChangeSet {
  const device = '00000000000000bb';
  const stamp = `00000000ffff-0000-${device}`;
  return { v: 1, device, n: 1, stamp, at: 1, by: null, actionId: testId(99), action: 'capture', changes };
}

function flip(box: Uint8Array): void {
  box[box.length >> 1] = (box[box.length >> 1] ?? 0) ^ 1;
}
