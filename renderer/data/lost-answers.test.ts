import { describe, expect, it } from 'vitest';
import type { ChangeSet } from '../../shared/changes/change-set.js';
import type { Channel, InputOf, OutputOf } from '../../shared/host/contract.js';
import type { HostErrorCode } from '../../shared/host/errors.js';
import { failure, type Result } from '../../shared/lib/result.js';
import type { PersonId, VacancyId } from '../../shared/records/primitives.js';
import { applicationCreate, personCreate, testId, vacancyCreate } from '../../shared/testing/change-builders.js';
import type { CommitResult } from './commit.js';
import type { Session } from './session.js';
import { FakeHost } from './testing/fake-host.js';
import { EBBA, first, nameOfDatabase, open, OSKAR, save, unwrap, VACANCY } from './testing/suite-desk.js';
import { asWriter } from './writer-queue.js';

const ACTION = testId<string>(900);

/** A host whose journal says what it is told to, once for each code. */
class TroubledHost extends FakeHost {
  troubles: (HostErrorCode | null)[] = [];

  override async call<C extends Channel>(channel: C, input: InputOf<C>): Promise<Result<OutputOf<C>, HostErrorCode>> {
    const code = channel === 'journal.append' ? (this.troubles.shift() ?? null) : null;
    return code === null ? await super.call(channel, input) : failure(code);
  }
}

const capture = (session: Session, id = EBBA, actionId = ACTION): Promise<CommitResult> =>
  session.commit({ action: 'capture', actionId, changes: [personCreate(id)] });
/** As a form without an id of its own does it: each attempt draws new ones. */
const addVacancy = (session: Session): Promise<CommitResult> =>
  session.commit({ action: 'add-vacancy', changes: [vacancyCreate(session.newId() as VacancyId)] });
const apply = (session: Session, person: PersonId): Promise<CommitResult> =>
  session.commit({
    action: 'transfer',
    changes: [applicationCreate(session.newId(), { personId: person, vacancyId: VACANCY })],
  });
const numbers = (frames: readonly ChangeSet[]): readonly number[] => frames.map(({ n }) => n);
const people = (session: Session): readonly string[] => [...session.roster.current().people.keys()];

describe('a bulk that stops half-way', () => {
  it('says what of it is saved, which can be undone', async () => {
    const host = new TroubledHost();
    const session = await open(host, nameOfDatabase());
    host.troubles = [null, null, 'journal/disk-full'];
    const changes = Array.from({ length: 1200 }, (_, at) => personCreate(testId<PersonId>(1000 + at)));
    const answer = await session.commit({ action: 'edit-person', actionId: ACTION, changes });
    if (answer.ok || answer.written === undefined) throw new Error('it stopped half-way');
    expect(answer.code).toBe('journal/disk-full');
    expect(answer.written.changeSets).toEqual(host.frames);
    expect(answer.written.changeSets.map((changeSet) => changeSet.changes.length)).toEqual([500, 500]);
    expect(people(session)).toHaveLength(1000);
    unwrap(await session.undo(answer.written));
    expect(people(session)).toEqual([]);
    await session.close();
  });

  it('names nothing as saved when nothing is', async () => {
    const host = new TroubledHost();
    const session = await open(host, nameOfDatabase());
    host.troubles = ['journal/disk-full'];
    const answer = await capture(session);
    expect(answer).toEqual({ ok: false, code: 'journal/disk-full' });
    await session.close();
  });
});

describe('a change set whose answer is lost', () => {
  it.each(['before', 'after'] as const)(
    'is not called unsaved, and is saved once when asked for again (line cut %s the journal)',
    async (cut) => {
      const host = new FakeHost();
      const session = await open(host, nameOfDatabase());
      host.cut = cut;
      expect(await capture(session)).toMatchObject({ ok: false, code: 'commit/unknown' });
      expect(session.isUnanswered(ACTION)).toBe(true);
      expect(await capture(session)).toMatchObject({ ok: false, code: 'commit/unknown' });
      host.cut = null;
      const saved = unwrap(await capture(session));
      expect(saved.changeSets).toEqual(host.frames);
      expect(host.frames).toHaveLength(1);
      expect(session.isUnanswered(ACTION)).toBe(false);
      expect(people(session)).toEqual([EBBA]);
      await save(session, [personCreate(OSKAR)]);
      expect(numbers(host.frames)).toEqual([1, 2]);
      unwrap(await session.undo(saved));
      expect(people(session)).toEqual([OSKAR]);
      await session.close();
    },
  );

  it('is asked for again before anything else is written', async () => {
    const host = new FakeHost();
    const session = await open(host, nameOfDatabase());
    host.cut = 'before';
    await capture(session);
    expect(await session.commit({ action: 'deliver', changes: [personCreate(OSKAR)] })).toEqual({
      ok: false,
      code: 'host/unreachable', // of this one it is known: it never left
    });
    host.cut = null;
    await save(session, [personCreate(OSKAR)], 'deliver');
    expect(host.frames.map(({ n, action }) => [n, action])).toEqual([
      [1, 'capture'],
      [2, 'deliver'],
    ]);
    expect(new Set(people(session))).toEqual(new Set([EBBA, OSKAR]));
    unwrap(await capture(session)); // told, not written again
    expect(host.frames).toHaveLength(2);
    await session.close();
  });

  it('is not written a second time by a form that draws other ids, which is told instead', async () => {
    const host = new FakeHost();
    const session = await open(host, nameOfDatabase());
    host.cut = 'after';
    expect(await addVacancy(session)).toMatchObject({ code: 'commit/unknown' });
    host.cut = null;
    const again = await addVacancy(session);
    expect(again).toMatchObject({ ok: false, code: 'commit/settled', written: { changeSets: host.frames } });
    expect(session.roster.current().vacancies.size).toBe(1);
    unwrap(await addVacancy(session)); // having read it, they want it all the same
    expect(session.roster.current().vacancies.size).toBe(2);
    await session.close();
  });

  it('stands in nobody else’s way: with an id of its own, another wish of the same action is written', async () => {
    const host = new FakeHost();
    const session = await open(host, nameOfDatabase());
    host.cut = 'after';
    await capture(session);
    const OTHER = testId<string>(901);
    expect(await capture(session, OSKAR, OTHER)).toEqual({ ok: false, code: 'host/unreachable' }); // it never left
    host.cut = null;
    await save(session, [vacancyCreate(VACANCY)], 'add-vacancy'); // settles the one before
    unwrap(await capture(session, OSKAR, OTHER));
    expect(new Set(people(session))).toEqual(new Set([EBBA, OSKAR]));
    unwrap(await capture(session)); // told, not written again
    expect(host.frames.map(({ action }) => action)).toEqual(['capture', 'add-vacancy', 'capture']);
    await session.close();
  });

  it('is told only where it may be the same: what is about other people is done', async () => {
    const host = new FakeHost();
    const session = await open(host, nameOfDatabase());
    await save(session, [vacancyCreate(VACANCY), personCreate(EBBA), personCreate(OSKAR)]);
    host.cut = 'after';
    expect(await apply(session, EBBA)).toMatchObject({ code: 'commit/unknown' });
    host.cut = null;
    unwrap(await apply(session, OSKAR));
    expect(await apply(session, EBBA)).toMatchObject({ ok: false, code: 'commit/settled' });
    const roster = session.roster.current();
    expect([roster.applicationsOf(EBBA).length, roster.applicationsOf(OSKAR).length]).toEqual([1, 1]);
    unwrap(await apply(session, EBBA)); // told once
    await session.close();
  });

  it('is told as well where a fresh plan finds nothing left to do', async () => {
    const host = new FakeHost();
    const session = await open(host, nameOfDatabase());
    const changes = () => (people(session).includes(EBBA) ? [] : [personCreate(EBBA)]);
    const addEbba = () => session.commit({ action: 'capture', changes });
    host.cut = 'after';
    await addEbba();
    host.cut = null;
    expect(await addEbba()).toMatchObject({ ok: false, code: 'commit/settled' });
    expect(await addEbba()).toEqual({ ok: false, code: 'commit/empty' });
    await session.close();
  });

  it('leaves the rest of its bulk unwritten, and says what stands', async () => {
    const host = new TroubledHost();
    const session = await open(host, nameOfDatabase());
    host.troubles = [null, ...Array.from({ length: 3 }, () => 'host/unreachable' as const)];
    const changes = Array.from({ length: 1200 }, (_, at) => personCreate(testId<PersonId>(1000 + at)));
    const request = { action: 'edit-person' as const, actionId: ACTION, changes };
    const unknown = await session.commit(request);
    expect(unknown).toMatchObject({ code: 'commit/unknown', written: { changeSets: [{ n: 1 }] } });
    const settled = await session.commit(request);
    expect(settled).toMatchObject({ code: 'commit/settled', written: { changeSets: [{ n: 1 }, { n: 2 }] } });
    expect(people(session)).toHaveLength(1000);
    await session.close();
  });

  it('was not written when another took its number: then it is written anew', async () => {
    const host = new FakeHost();
    const name = nameOfDatabase();
    const session = await open(host, name);
    const second = await open(host, name);
    host.cut = 'before';
    await capture(session);
    host.cut = null;
    await save(second, [personCreate(OSKAR)], 'edit-person');
    unwrap(await capture(session));
    expect(host.frames.map(({ n, action }) => [n, action])).toEqual([
      [1, 'edit-person'],
      [2, 'capture'],
    ]);
    await session.close();
    await second.close();
  });

  it.each([
    ['journal/closed', 'commit/unknown'], // says nothing about the attempt before
    ['host/fault', 'commit/unknown'],
    ['journal/disk-full', 'journal/disk-full'], // the journal looked for it first
  ] as const)('stays unknown until the journal has looked for it: %s', async (then, code) => {
    const host = new TroubledHost();
    const session = await open(host, nameOfDatabase());
    host.troubles = ['host/unreachable', then, then];
    expect(await capture(session)).toMatchObject({ ok: false, code });
    await session.close();
  });

  it('is found by the next start', async () => {
    const host = new FakeHost();
    const name = nameOfDatabase();
    const session = await open(host, name);
    host.cut = 'after';
    await capture(session);
    host.cut = null;
    await session.close();
    const after = await open(host, name);
    expect((await first(after.dossier(EBBA)))?.person.id).toBe(EBBA);
    await after.close();
  });
});

describe('one writer at a time', () => {
  it('holds for a repair at the start: it waits for what is being written', async () => {
    const host = new FakeHost();
    const name = nameOfDatabase();
    const session = await open(host, name);
    await save(session, [personCreate(EBBA)]);
    await save(session, [personCreate(OSKAR)]);
    await session.close();
    host.lost.add(2);
    let opening: ReturnType<typeof open> | null = null;
    await asWriter(async () => {
      opening = open(host, name);
      await new Promise((resolve) => setTimeout(resolve, 200)); // long enough for a repair that does not wait
      expect(host.calls.at(-1)).toBe('journal.read');
      expect(host.frames).toHaveLength(2);
    });
    await (await opening!).close();
    expect(host.frames.map(({ n, action }) => [n, action])).toEqual([
      [1, 'edit-person'],
      [2, 'edit-person'],
      [3, 'repair'],
    ]);
  });
});
