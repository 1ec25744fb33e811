import { describe, expect, it } from 'vitest';
import type { InterviewId, PersonId } from '../../../shared/records/primitives.js';
import {
  applicationCreate,
  interviewCreate,
  organisationCreate,
  personCreate,
  setField,
  testId,
  vacancyCreate,
} from '../../../shared/testing/change-builders.js';
import { ORGANISATION_ID } from '../../../shared/records/organisation.js';
import { Database } from '../database.js';
import { changesTo } from '../edit-record.js';
import { FakeHost } from './fake-host.js';
import { EBBA, VACANCY, APPLICATION, BASICS, unwrap, open, nameOfDatabase, save, first, whole } from './suite-desk.js';

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

    it('C34 cancels an interview, knows it after a restart, and undo brings it back', async () => {
      const host = new FakeHost();
      const name = nameOfDatabase();
      const before = await open(host, name);
      const interview = testId<InterviewId>(40);
      await save(before, [...BASICS, interviewCreate(interview, { personId: EBBA, applicationId: APPLICATION })]);
      const target = { table: 'interview', id: interview, dossier: EBBA };
      const event = { id: testId<string>(41), type: 'cancellation', at: 1, by: null };
      const cancelled = await save(before, [{ kind: 'event', ...target, event }]);
      await before.close();
      const after = await open(host, name);
      expect(after.roster.current().interviewsOf(EBBA)).toMatchObject([{ id: interview, cancelled: true }]);
      unwrap(await after.undo(cancelled));
      const back = { cancelled: false, accTime: 'awaiting', place: 'Room 4' };
      expect(after.roster.current().interviewsOf(EBBA)).toMatchObject([back]);
      expect((await first(after.dossier(EBBA)))?.interviews).toHaveLength(1);
      await after.close();
    });

    it('refuses a change of something that was changed meanwhile', async () => {
      const host = new FakeHost();
      const session = await open(host, nameOfDatabase());
      const saved = await save(session, BASICS);
      const seen = saved.changeSets[0]?.stamp ?? '';
      const target = { table: 'person', id: EBBA, dossier: EBBA };
      await save(session, [setField(target, 'city', 'Oslo', [seen])]);
      const stale = await session.commit({
        action: 'edit-person',
        changes: [setField(target, 'city', 'Bergen', [seen])],
      });
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

    it('keeps a person whom somebody has worked with since, and says so', async () => {
      const session = await open(new FakeHost(), nameOfDatabase());
      await save(session, [organisationCreate(), vacancyCreate(VACANCY)]);
      const captured = await save(session, BASICS.slice(2), 'capture');
      const event = { id: testId<string>(31), type: 'note', at: 1, by: null, text: 'call' };
      await save(session, [{ kind: 'event', table: 'person', id: EBBA, dossier: EBBA, event }]);
      const { kept } = unwrap(await session.undo(captured));
      expect(kept.map(({ reason }) => reason)).toEqual(['changed-since', 'changed-since']);
      expect(session.roster.current().people.size).toBe(1);
      expect(session.roster.current().applications.size).toBe(1);
      await session.close();
    });

    it('keeps a vacancy that somebody applied for since', async () => {
      const session = await open(new FakeHost(), nameOfDatabase());
      const added = await save(session, [vacancyCreate(VACANCY)], 'add-vacancy');
      await save(session, BASICS.slice(2), 'capture');
      expect(unwrap(await session.undo(added)).kept).toMatchObject([{ reason: 'in-use' }]);
      expect(session.roster.current().vacancies.size).toBe(1);
      await session.close();
    });

    it('C21: keeps a reason that somebody was rejected for since', async () => {
      const session = await open(new FakeHost(), nameOfDatabase());
      await save(session, BASICS);
      const record = await session.edit('organisation', ORGANISATION_ID);
      const shipped = record?.fields.rejectionReasons ?? [];
      const own = { id: testId<string>(77), names: shipped[0]?.names ?? {}, retired: false };
      const list = [...shipped, own] as typeof shipped;
      const added = await save(session, record === null ? [] : changesTo(record, { rejectionReasons: list }));
      const rejection = { stage: 'review', reasonId: own.id } as const;
      const event = { id: testId<string>(31), type: 'status', at: 1, by: null, to: 'rejected', rejection } as const;
      await save(session, [{ kind: 'event', table: 'application', id: APPLICATION, dossier: EBBA, event }]);
      expect(unwrap(await session.undo(added)).kept).toMatchObject([{ reason: 'in-use' }]);
      expect(session.roster.current().organisation?.rejectionReasons).toHaveLength(shipped.length + 1);
      await session.close();
    });

    it('refuses to write to what was erased', async () => {
      const session = await open(new FakeHost(), nameOfDatabase());
      const added = await save(session, [vacancyCreate(VACANCY)], 'add-vacancy');
      const target = { table: 'vacancy', id: VACANCY, dossier: null };
      const edit = setField(target, 'title', 'Trainee 2027', [added.changeSets[0]?.stamp ?? '']);
      unwrap(await session.undo(added));
      expect(await session.commit({ action: 'edit-person', changes: [edit] })).toMatchObject({
        ok: false,
        code: 'commit/stale',
      });
      await session.close();
    });

    it('plans where nobody else can write: what was taken back first is not acted on', async () => {
      const session = await open(new FakeHost(), nameOfDatabase());
      const captured = await save(session, BASICS.slice(2), 'capture');
      const isThere = () => session.roster.current().people.has(EBBA);
      const target = { table: 'person', id: EBBA, dossier: EBBA };
      const undone = session.undo(captured);
      const late = session.commit({
        action: 'capture',
        changes: () => (isThere() ? [setField(target, 'city', 'Oslo', [])] : []),
      });
      unwrap(await undone);
      expect(await late).toMatchObject({ ok: false, code: 'commit/empty' });
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
          'format',
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
