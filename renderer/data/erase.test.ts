import { describe, expect, it } from 'vitest';
import type { Change } from '../../shared/changes/change-set.js';
import { setStatus } from '../../shared/domain/status-event.js';
import type { ApplicationId, PersonId, RecruiterId } from '../../shared/records/primitives.js';
import { applicationCreate, interviewCreate, messageCreate, testId } from '../../shared/testing/change-builders.js';
import type { ErasureRequest } from './erase.js';
import type { Session } from './session.js';
import { FakeHost } from './testing/fake-host.js';
import {
  APPLICATION,
  BASICS,
  EBBA,
  first,
  nameOfDatabase,
  open,
  OSKAR,
  save,
  unwrap,
  VACANCY,
} from './testing/suite-desk.js';

const SECOND = testId<ApplicationId>(21);
const INTERVIEW = testId<string>(22);
const LETTER = testId<string>(23);
const SMS = testId<string>(24);
const PHONE = '+46701740605';

const deleted = (applicationId: ApplicationId): Change =>
  setStatus({ applicationId, personId: EBBA, status: 'new' }, 'deleted', { at: 2, by: null, newId: () => testId(90) });
const SECRET = 'Zwickelbert';
const note: Change = {
  kind: 'event',
  table: 'application',
  id: APPLICATION,
  dossier: EBBA,
  event: { id: testId<string>(91), type: 'note', at: 2, by: null, text: SECRET },
};
/** Ebba's deleted application with what belongs to it. */
const DELETED: readonly Change[] = [
  ...BASICS,
  note,
  interviewCreate(INTERVIEW, { personId: EBBA, applicationId: APPLICATION }),
  messageCreate(LETTER, { personId: EBBA, applicationId: APPLICATION, subject: SECRET }),
  messageCreate(SMS, {
    personId: EBBA,
    applicationId: APPLICATION,
    channel: 'sms',
    purpose: 'reminder',
    interviewId: testId(22),
    subject: '',
    html: '',
    to: { name: 'Ebba Norrlander', address: PHONE },
    text: `Welcome, ${SECRET}`,
  }),
  deleted(APPLICATION),
];
const another = applicationCreate(SECOND, { personId: EBBA, vacancyId: VACANCY, text: 'stays' });

const wish = (everywhere: readonly PersonId[] = []): ErasureRequest => ({
  people: [EBBA],
  applications: new Set([APPLICATION]),
  everywhere: new Set(everywhere),
  today: '2026-11-18',
});

const written = (host: FakeHost): string => JSON.stringify(host.frames);
const erase = async (session: Session, request = wish()): Promise<void> => void unwrap(await session.erase(request));

describe('R16: deleting permanently', () => {
  it('C23 takes the person, whose last application it was, out of lists, dossier, outbox and journal, for good', async () => {
    const host = new FakeHost();
    const name = nameOfDatabase();
    const session = await open(host, name);
    await save(session, DELETED);
    expect(written(host)).toContain(SECRET);
    expect(written(host)).toContain(PHONE);
    expect(session.roster.current().messages.size).toBe(2);
    expect((await session.readErasures(wish()))[0]).toMatchObject({ whole: true, because: [] });
    await erase(session);
    const check = async (one: Session): Promise<void> => {
      const { people, applications, interviews, messages } = one.roster.current();
      expect([people.size, applications.size, interviews.size, messages.size]).toEqual([0, 0, 0, 0]);
      expect(await first(one.dossier(EBBA))).toBeNull();
    };
    await check(session);
    expect(written(host)).not.toContain(SECRET);
    // R76 an SMS as well, with the number that it was to go to.
    expect(written(host)).not.toContain(PHONE);
    expect(host.frames.at(-1)).toMatchObject({
      action: 'delete-permanently',
      changes: [{ kind: 'erase', whole: true }],
    });
    await session.close();
    const after = await open(host, name);
    expect(after.rebuilt).toBe(true); // what was sealed with the working store's old key is not read again
    await check(after);
    await after.close();
  });

  it('C23 leaves the person and another application whole, with the first one’s interview, mail and note gone', async () => {
    const host = new FakeHost();
    const name = nameOfDatabase();
    const session = await open(host, name);
    await save(session, [...DELETED, another]);
    const [plan] = await session.readErasures(wish());
    expect(plan).toMatchObject({ whole: false, because: ['other-applications'] });
    expect(plan?.gone.map(({ id }) => id).sort()).toEqual([APPLICATION, INTERVIEW, LETTER, SMS].sort());
    await erase(session);
    const check = async (one: Session): Promise<void> => {
      const dossier = await first(one.dossier(EBBA));
      expect(dossier?.person.fields.email).toBe('ebba@example.com');
      expect(dossier?.applications.map(({ id, fields }) => [id, fields.text])).toEqual([[SECOND, 'stays']]);
      expect([dossier?.interviews.length, dossier?.messages.length]).toEqual([0, 0]);
      const { applications, interviews, messages } = one.roster.current();
      expect([[...applications.keys()], interviews.size, messages.size]).toEqual([[SECOND], 0, 0]);
    };
    await check(session);
    expect(written(host)).not.toContain(SECRET);
    await session.close();
    const after = await open(host, name);
    await check(after);
    await save(after, [{ ...note, id: SECOND }]); // the dossier is worked with as before
    await after.close();
  });

  it('C23 erases the person everywhere when that was asked for by itself', async () => {
    const session = await open(new FakeHost(), nameOfDatabase());
    await save(session, [...DELETED, another]);
    await erase(session, wish([EBBA]));
    expect(session.roster.current().people.size).toBe(0);
    expect(session.roster.current().applications.size).toBe(0);
    await session.close();
  });

  it('R15 leaves alone what was restored in the meantime', async () => {
    const host = new FakeHost();
    const session = await open(host, nameOfDatabase());
    await save(session, DELETED);
    const restored = setStatus({ applicationId: APPLICATION, personId: EBBA, status: 'deleted' }, 'restored', {
      at: 3,
      by: null,
      newId: () => testId(92),
    });
    await save(session, [restored]);
    expect(await session.readErasures(wish())).toEqual([]);
    await erase(session);
    expect(session.roster.current().applications.get(APPLICATION)?.status).toBe('restored');
    expect(host.frames.at(-1)?.action).not.toBe('delete-permanently');
    await session.close();
  });

  it('throws away the drafts that name what goes, and no others', async () => {
    const host = new FakeHost();
    const session = await open(host, nameOfDatabase());
    await save(session, DELETED);
    session.drafts.write(`note-${APPLICATION}`, SECRET); // still waiting to be kept
    host.drafts.set('send-email-1', { choices: { unticked: [APPLICATION] }, texts: { sv: SECRET } });
    host.drafts.set('capture', { personId: OSKAR, form: { givenName: 'Oskar' } });
    await erase(session);
    expect([...host.drafts.keys()]).toEqual(['capture']);
    await session.close();
  });

  it('C19: without the right nothing goes, and no draft either', async () => {
    const host = new FakeHost();
    const session = await open(host, nameOfDatabase());
    const recruiter = { name: 'Per', email: 'per@example.com', rights: ['send-email'], departments: [], active: true };
    await save(session, [
      ...DELETED,
      { kind: 'create', table: 'recruiter', id: testId(3), dossier: null, fields: recruiter },
    ]);
    session.preferences.set({ ...session.preferences.current(), recruiterId: testId<RecruiterId>(3) });
    host.drafts.set(`note-${APPLICATION}`, SECRET);
    expect(await session.erase(wish())).toEqual({ ok: false, code: 'right/missing' });
    expect([...host.drafts.keys()]).toEqual([`note-${APPLICATION}`]);
    expect(session.roster.current().people.has(EBBA)).toBe(true);
    await session.close();
  });

  it('cannot be taken back', async () => {
    const session = await open(new FakeHost(), nameOfDatabase());
    const saved = await save(session, DELETED);
    await erase(session);
    await session.undo(saved);
    expect(session.roster.current().people.size).toBe(0);
    expect(await first(session.dossier(EBBA))).toBeNull();
    await session.close();
  });
});
