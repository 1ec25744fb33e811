import { describe, expect, it } from 'vitest';
import type { Change } from '../../shared/changes/change-set.js';
import {
  dismissDuplicate,
  planMerge,
  planSeparation,
  proposedDetails,
  type MergePlan,
} from '../../shared/domain/merge-people.js';
import { noteAddress } from '../../shared/domain/postal-address.js';
import type { WriteAction } from '../../shared/domain/refuse-write.js';
import { setStatus } from '../../shared/domain/status-event.js';
import { suggestDuplicates } from '../../shared/domain/suggest-duplicates.js';
import type { ApplicationId, PersonId } from '../../shared/records/primitives.js';
import {
  applicationCreate,
  interviewCreate,
  messageCreate,
  organisationCreate,
  personCreate,
  testId,
  vacancyCreate,
} from '../../shared/testing/change-builders.js';
import type { Saved } from './commit.js';
import { changesTo } from './edit-record.js';
import { demoContents } from './demo/demo-contents.js';
import type { Session } from './session.js';
import { FakeHost } from './testing/fake-host.js';
import { first, nameOfDatabase, open, save, unwrap, VACANCY } from './testing/suite-desk.js';

const FIRST = testId<PersonId>(101);
const SECOND = testId<PersonId>(102);
const OSKAR = testId<PersonId>(103);
const [OF_FIRST, OF_SECOND] = [testId<ApplicationId>(21), testId<ApplicationId>(22)];
const SECRET = 'Zwickelbert';
let made = 0;
const stamp = { at: 900, by: null, newId: () => testId<string>(9000 + (made += 1)) };

function noted(id: PersonId, event: Readonly<Record<string, string | number | boolean | null>>): Change {
  const whole = { id: stamp.newId(), at: 1, by: null, type: 'note', ...event };
  return { kind: 'event', table: 'person', id, dossier: id, event: whole };
}

const consent = (id: PersonId, at: number, given: boolean): Change =>
  noted(id, {
    ...{ type: 'consent', at, purpose: 'cv-database', given, noticeVersion: '2026-11', language: 'sv' },
    until: given ? '2027-12-01' : null,
  });

const address = (id: PersonId, of: string): Change => noteAddress(id, of, { ...stamp, at: 3, id: stamp.newId() });

const cvOf = (id: PersonId, n: number): Change => ({
  ...{ kind: 'create', table: 'document', id: testId(500 + n), dossier: id },
  fields: {
    ...{ personId: id, applicationId: null, fileId: testId(600 + n), kind: 'cv', name: `CV ${n.toString()}.pdf` },
    ...{ mediaType: 'application/pdf', size: 9, addedAt: n },
  },
});

const capture = (id: PersonId, application: ApplicationId, n: number, email: string): readonly Change[] => [
  personCreate(id, { capturedAt: n, email, phone: '+4790123456' }),
  applicationCreate(application, { personId: id, vacancyId: VACANCY, receivedAt: n }),
  cvOf(id, n),
  noted(id, { text: `note ${n.toString()}` }),
  interviewCreate(testId(700 + n), { personId: id, applicationId: application }),
  messageCreate(testId(800 + n), { personId: id, applicationId: application, subject: SECRET }),
];

const TWICE: readonly Change[] = [
  organisationCreate(),
  vacancyCreate(VACANCY),
  ...capture(FIRST, OF_FIRST, 1, 'old@example.com'),
  ...capture(SECOND, OF_SECOND, 2, 'new@example.com'),
  personCreate(OSKAR, { givenName: 'Oskar', email: 'oskar@example.com' }),
];

async function dossierOf(session: Session, id: PersonId) {
  const record = await session.edit('person', id);
  if (record === null) throw new Error('it is there');
  return { ...record, id };
}

async function commitPlan(session: Session, { sets, changes }: MergePlan, action: WriteAction): Promise<Saved> {
  const set: Change[] = [];
  for (const { id, details } of sets) set.push(...changesTo(await dossierOf(session, id), details));
  return await save(session, [...set, ...changes], action);
}

async function merge(session: Session): Promise<Saved> {
  const { people } = session.roster.current();
  const [one, other] = [people.get(FIRST), people.get(SECOND)];
  if (one === undefined || other === undefined) throw new Error('both are there');
  const [first, second] = [await dossierOf(session, FIRST), await dossierOf(session, SECOND)];
  return await commitPlan(session, planMerge([first], [second], proposedDetails(one, other), stamp), 'merge-people');
}

/** Everything that is shown of a person, counted. */
async function shown(session: Session, id: PersonId) {
  const dossier = await first(session.dossier(id));
  const roster = session.roster.current();
  return {
    id: dossier?.person.id,
    email: dossier?.person.fields.email,
    notes: dossier?.person.events.flatMap((event) => (event.type === 'note' ? [event.text] : [])),
    counts: [dossier?.applications, dossier?.documents, dossier?.interviews, dossier?.messages].map(
      (all) => all?.length,
    ),
    listed: [roster.applicationsOf(id), roster.interviewsOf(id), roster.messagesOf(id)].map(({ length }) => length),
    cvs: roster.people.get(id)?.cvIds.length,
    search: roster.people.get(id)?.search.includes('old@example.com'),
  };
}

const BOTH = {
  id: FIRST,
  email: 'new@example.com',
  notes: ['note 1', 'note 2'],
  counts: [2, 2, 2, 2],
  listed: [2, 2, 2],
  cvs: 2,
};

describe('G-13: two captures of one person', () => {
  it('are one in lists and dossier, by either’s address, with everything of both; a restart and a rebuild change nothing', async () => {
    const [host, name] = [new FakeHost(), nameOfDatabase()];
    const session = await open(host, name);
    await save(session, TWICE);
    const before = session.roster.current().applications.size;
    expect(suggestDuplicates(session.roster.current().people.values())).toMatchObject([{ signs: ['phone'] }]);
    await merge(session);
    const check = async (one: Session): Promise<void> => {
      const { people, applications } = one.roster.current();
      expect([...people.keys()].sort()).toEqual([FIRST, OSKAR]);
      expect(applications.size).toBe(before);
      for (const id of [FIRST, SECOND]) expect(await shown(one, id)).toEqual({ ...BOTH, search: false });
      expect(suggestDuplicates(people.values())).toEqual([]);
    };
    await check(session);
    await session.close();
    const again = await open(host, name);
    await check(again);
    await again.close();
    const rebuilt = await open(host, nameOfDatabase());
    await check(rebuilt);
    await rebuilt.close();
  });

  it('an open dossier shows it at once, and again after undo, which sets back what was chosen', async () => {
    const session = await open(new FakeHost(), nameOfDatabase());
    await save(session, TWICE);
    const seen: (string | undefined)[] = [];
    const stop = session.dossier(SECOND).subscribe((state) => {
      if (state.status === 'ready')
        seen.push(`${state.value?.person.id ?? ''} ${String(state.value?.documents.length)}`);
    });
    await expect.poll(() => seen.at(-1)).toBe(`${SECOND} 1`);
    const saved = await merge(session);
    await expect.poll(() => seen.at(-1)).toBe(`${FIRST} 2`);
    const undone = await session.undo(saved);
    expect(undone.ok && undone.value.kept).toEqual([]);
    await expect.poll(() => seen.at(-1)).toBe(`${SECOND} 1`);
    stop();
    expect(session.roster.current().people.get(FIRST)?.email).toBe('old@example.com');
    expect(session.roster.current().people.get(SECOND)?.email).toBe('new@example.com');
    await session.close();
  });

  it('of each consent the newest word counts, in whichever dossier it was noted: a withdrawal ends the other’s', async () => {
    const session = await open(new FakeHost(), nameOfDatabase());
    await save(session, [...TWICE, consent(FIRST, 5, true), consent(SECOND, 6, false)]);
    const kept = () => session.roster.current().people.get(FIRST)?.databaseConsent ?? null;
    expect(kept()).not.toBeNull();
    await merge(session);
    expect(kept()).toBeNull();
    await save(session, [consent(FIRST, 7, true)]);
    expect(kept()).toMatchObject({ until: '2027-12-01' });
    await session.close();
  });

  it('separated again they are two, each as before, and are not asked about again; dismissed neither', async () => {
    const session = await open(new FakeHost(), nameOfDatabase());
    await save(session, [...TWICE, address(FIRST, 'Here 1'), address(SECOND, 'There 2')]);
    const dismissed = await save(session, [dismissDuplicate(FIRST, SECOND, stamp)], 'dismiss-duplicate');
    const asked = () => suggestDuplicates(session.roster.current().people.values()).length;
    expect(asked()).toBe(0);
    await session.undo(dismissed);
    expect(asked()).toBe(1);
    await merge(session);
    const addressOf = (id: PersonId) => session.roster.current().people.get(id)?.postalAddress;
    expect(addressOf(FIRST)).toBe('There 2');
    const second = await dossierOf(session, SECOND);
    const plan = planSeparation([await dossierOf(session, FIRST), second], second, stamp);
    const separated = await commitPlan(session, plan, 'separate-people');
    expect([FIRST, SECOND].map(addressOf)).toEqual(['Here 1', 'There 2']);
    expect(await shown(session, FIRST)).toMatchObject({ email: 'old@example.com', counts: [1, 1, 1, 1] });
    expect(await shown(session, SECOND)).toMatchObject({ email: 'new@example.com', counts: [1, 1, 1, 1] });
    expect(asked()).toBe(0);
    expect((await session.undo(separated)).ok).toBe(true);
    expect(await shown(session, SECOND)).toMatchObject(BOTH);
    expect(addressOf(FIRST)).toBe('There 2');
    await session.close();
  });

  it('C23: erased everywhere, both dossiers are gone for good, whichever was named; and the other people stay', async () => {
    for (const named of [FIRST, SECOND]) {
      const host = new FakeHost();
      const session = await open(host, nameOfDatabase());
      await save(session, TWICE);
      await merge(session);
      const request = {
        people: [named],
        applications: new Set<ApplicationId>(),
        everywhere: new Set([named]),
        today: '2026-11-18',
      };
      expect(await session.readErasures(request)).toMatchObject([{ personId: FIRST, whole: true }]);
      unwrap(await session.erase(request));
      const { people, applications, messages } = session.roster.current();
      expect([[...people.keys()], applications.size, messages.size]).toEqual([[OSKAR], 0, 0]);
      for (const id of [FIRST, SECOND]) expect(await first(session.dossier(id))).toBeNull();
      expect(JSON.stringify(host.frames)).not.toContain(SECRET);
      await session.close();
    }
  });

  it('C23: an application of the merged dossier is erased there, and the person stays for the other’s', async () => {
    const host = new FakeHost();
    const session = await open(host, nameOfDatabase());
    await save(session, TWICE);
    await merge(session);
    const place = { applicationId: OF_SECOND, personId: SECOND, status: 'new' as const };
    await save(session, [setStatus(place, 'deleted', { at: 5, by: null, newId: stamp.newId })]);
    const request = {
      people: [FIRST],
      applications: new Set([OF_SECOND]),
      everywhere: new Set<PersonId>(),
      today: '2026-11-18',
    };
    expect(await session.readErasures(request)).toMatchObject([{ whole: false, because: ['other-applications'] }]);
    unwrap(await session.erase(request));
    const dossiers = new Set(host.frames.at(-1)?.changes.map(({ dossier }) => dossier));
    expect([...dossiers]).toEqual([SECOND]);
    expect(await shown(session, FIRST)).toMatchObject({ counts: [1, 2, 1, 1], notes: BOTH.notes });
    await session.close();
  });

  it('invented people who were merged go with the demo data, every dossier of theirs', async () => {
    const session = await open(new FakeHost(), nameOfDatabase());
    const invented = TWICE.map((change) =>
      change.kind === 'create' && change.table === 'person'
        ? { ...change, fields: { ...change.fields, demo: true } }
        : change,
    );
    await save(session, invented);
    await merge(session);
    expect([...demoContents(session.roster.current()).people].sort()).toEqual([FIRST, SECOND, OSKAR]);
    await session.close();
  });

  it('GDPR article 15: a copy of what is kept about the person holds both dossiers, by whichever it was asked for', async () => {
    const session = await open(new FakeHost(), nameOfDatabase());
    await save(session, TWICE);
    await merge(session);
    for (const id of [FIRST, SECOND]) {
      expect(unwrap(await session.readPerson(id)).map((one) => one.id)).toEqual([FIRST, SECOND]);
    }
    await session.close();
  });

  it('what is written for an application goes into the dossier where it lies, with the name and address that hold', async () => {
    const session = await open(new FakeHost(), nameOfDatabase());
    await save(session, TWICE);
    await merge(session);
    const roster = session.roster.current();
    const of = (id: ApplicationId) => roster.people.get(roster.applications.get(id)?.personId ?? OSKAR);
    expect([of(OF_FIRST)?.email, of(OF_SECOND)?.email]).toEqual(['new@example.com', 'new@example.com']);
    const note = { ...noted(SECOND, { text: 'later' }), table: 'application', id: OF_SECOND };
    await save(session, [note], 'add-note');
    const dossier = await first(session.dossier(FIRST));
    const [application] = dossier?.applications.filter(({ id }) => id === OF_SECOND) ?? [];
    expect(application?.events).toMatchObject([{ type: 'note', text: 'later' }]);
    await session.close();
  });

  it('whoever they were merged into is gone: the other stands alone again, with all that is theirs', async () => {
    const session = await open(new FakeHost(), nameOfDatabase());
    await save(session, TWICE);
    await merge(session);
    await save(session, [{ kind: 'erase', table: 'person', id: FIRST, dossier: FIRST, whole: true }]);
    expect([...session.roster.current().people.keys()].sort()).toEqual([SECOND, OSKAR]);
    expect(await shown(session, SECOND)).toMatchObject({ id: SECOND, counts: [1, 1, 1, 1] });
    await session.close();
  });
});
