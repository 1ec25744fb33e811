import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Change, RecordEvent } from '../../../../shared/changes/change-set.js';
import { deliveryEvent } from '../../../../shared/domain/message-state.js';
import { createTranslator } from '../../../../shared/i18n/translate.js';
import { CopyDocument } from '../../../../shared/records/copy-document.js';
import { NOT_PERSONAL, PERSONAL_RECORDS, PersonExport } from '../../../../shared/records/person-export.js';
import { LANGUAGES, type InterviewId, type Language } from '../../../../shared/records/primitives.js';
import { TABLES } from '../../../../shared/records/tables.js';
import { messageCreate, testId } from '../../../../shared/testing/change-builders.js';
import { MAJA, OSKAR, PER, SECRET_KEY, TAKEN_BACK, WHOLE_DOSSIER } from '../../../../shared/testing/whole-dossier.js';
import type { Session } from '../../../data/session.js';
import { EBBA, unwrap } from '../../../data/testing/suite-desk.js';
import { openTestSession } from '../../../testing/open-test-session.js';
import { createFormats } from '../../../ui/formats.js';
import { copiedFiles } from './person-zip.js';
import type { CopiedPerson } from './copied-person.js';
import { copyDocument } from './copy-document.js';
import { personData } from './person-data.js';

const BYTES = new Uint8Array([1, 2, 3]);

async function copied(session: Session, language: Language = 'sv', bytes: typeof BYTES | null = BYTES) {
  const dossiers = unwrap(await session.readPerson(EBBA));
  const wordsOf = (wanted: Language) => createTranslator('en').getFixedT(wanted);
  const roster = session.roster.current();
  return {
    dossiers,
    t: wordsOf(language),
    wordsOf,
    formats: createFormats(language, 'Europe/Oslo'),
    roster,
    reviews: [...roster.panelReviews.values()],
    files: await copiedFiles(dossiers, { host: session.host, fetchBytes: () => Promise.resolve(bytes) }),
    now: 1_790_000_000_000,
    today: '2026-11-21',
    organisation: 'Fjordkraft',
  } satisfies CopiedPerson;
}

/** Somebody who works here, over all of it. */
async function desk(): Promise<Session> {
  const session = await openTestSession(WHOLE_DOSSIER);
  unwrap(await session.commit({ action: 'undo', changes: [TAKEN_BACK] }));
  session.preferences.set({ ...session.preferences.current(), recruiterId: MAJA });
  return session;
}

/** As it is handed out. */
function withoutOthers(event: RecordEvent): object {
  return Object.fromEntries(
    Object.entries(event).filter(([field]) => !/^(by|into|other|merged|merges|chosen)$/.test(field)),
  );
}

const wordsOf = (document: CopyDocument): string => JSON.stringify(document);

describe('what is handed out of one person', () => {
  it('decides about every table: a dossier’s or about nobody', () => {
    expect([...Object.keys(PERSONAL_RECORDS), ...Object.keys(NOT_PERSONAL)].sort()).toEqual([...TABLES].sort());
  });

  it('R76 says of an SMS what it said, to which number, and what became of it', async () => {
    const sms = messageCreate(testId(2400), {
      personId: EBBA,
      channel: 'sms',
      subject: '',
      html: '',
      to: { name: 'Ebba Norrlander', address: '+46701740605' },
      text: 'Välkommen kl. 10',
    });
    const delivered = (['sending', 'sent', 'sent'] as const).map((state, n): Change => {
      const reason = n === 2 ? 'sms/delivered' : null;
      const event = deliveryEvent({ id: testId(2401 + n), at: 2 + n, by: null, state, reason });
      return { kind: 'event', table: 'message', id: sms.id, dossier: EBBA, event };
    });
    const session = await openTestSession([...WHOLE_DOSSIER, sms, ...delivered]);
    session.preferences.set({ ...session.preferences.current(), recruiterId: MAJA });
    const person = await copied(session);
    const words = wordsOf(copyDocument(person));
    for (const said of ['SMS: Välkommen kl. 10', '+46701740605', 'Levererat']) expect(words).toContain(said);
    const record = personData(person).dossiers[0]?.records.message.find(({ id }) => id === sms.id);
    expect(record).toMatchObject({ fields: { channel: 'sms', text: 'Välkommen kl. 10' } });
    expect(record?.events.at(-1)).toMatchObject({ state: 'sent', reason: 'sms/delivered' });
  });

  it('R88 calls a reminder scheduled only while it will leave, as the Outbox does', async () => {
    const about = {
      personId: EBBA,
      purpose: 'reminder',
      interviewId: testId<InterviewId>(22),
      holdUntil: 100,
    } as const;
    const session = await openTestSession([...WHOLE_DOSSIER, messageCreate(testId(2400), about)]);
    session.preferences.set({ ...session.preferences.current(), recruiterId: MAJA });
    const said = async (now: number) => wordsOf(copyDocument({ ...(await copied(session)), now }));
    expect(await said(50)).toContain('Schemalagt');
    expect(await said(150)).not.toContain('Schemalagt');
    const answer = { id: testId<string>(2401), type: 'answer', at: 9, by: null, answer: 'not-accepted', sequence: 0 };
    const declined = { kind: 'event', table: 'interview', id: testId(22), dossier: EBBA, event: answer } as const;
    unwrap(await session.commit({ action: 'edit-person', changes: [declined] }));
    expect(await said(50)).not.toContain('Schemalagt');
    expect(await said(50)).toContain('Skickas inte');
  });

  it('holds every record of the dossier and every field, but the secret key', async () => {
    const person = await copied(await desk());
    const data = personData(person);
    const [dossier] = data.dossiers;
    expect(Object.values(dossier?.records ?? {}).every((records) => records.length > 0)).toBe(true);
    for (const { table, id, fields, events: of } of person.dossiers[0]?.records ?? []) {
      const records: readonly { id: string; fields: object; events: readonly object[] }[] =
        dossier?.records[table as keyof typeof PERSONAL_RECORDS] ?? [];
      const kept = records.find((record) => record.id === id);
      const { answerKey, writtenBy, ...given } = fields;
      expect(kept?.fields).toMatchObject(given);
      expect(answerKey === undefined || table === 'interview').toBe(true);
      expect(writtenBy === undefined || table === 'letter').toBe(true);
      expect(kept?.events).toEqual(of.map((event) => expect.objectContaining(withoutOthers(event)) as unknown));
    }
    expect(JSON.stringify(data)).not.toContain(SECRET_KEY);
    expect(dossier?.records.person[0]?.takenBack).toMatchObject([{ type: 'note', text: 'Taken back words' }]);
    expect(data.files).toEqual([{ documentId: testId(25), path: 'files/001 ._CV Ebba.pdf', size: 3 }]);
  });

  it('says of no event which colleague wrote it, nor which other person it was about', async () => {
    const data = JSON.stringify(personData(await copied(await desk())));
    for (const type of ['note', 'merge', 'not-same', 'replaced', 'post', 'answer', 'cancellation', 'delivery'])
      expect(data).toContain(`"type":"${type}"`);
    for (const hidden of [PER, OSKAR, '"by"', '"into"', '"other"', '"merged"', '"merges"', '"chosen"', '"writtenBy"'])
      expect(data, hidden).not.toContain(hidden);
  });

  it('names the reasons and own steps that its records speak of, and none of the organisation’s others', async () => {
    const { names } = personData(await copied(await desk(), 'en'));
    expect(names.rejectionReasons).toEqual({ f1000000000000000000000000000001: 'Missing qualifications' });
    expect(names.ownSteps).toEqual({ [testId<string>(52)]: 'Aptitude test' });
  });

  it('is what its schema says, which goes along', async () => {
    const data = personData(await copied(await desk()));
    expect(PersonExport.parse(JSON.parse(JSON.stringify(data)))).toEqual(data);
    expect(z.toJSONSchema(PersonExport, { io: 'input', reused: 'ref' })).toMatchObject({
      type: 'object',
      required: expect.any(Array) as unknown,
    });
  });

  it('holds nothing of anybody else, and names no colleague who wrote something', async () => {
    const person = await copied(await desk());
    const all = `${wordsOf(copyDocument(person))}${JSON.stringify(personData(person))}`;
    for (const hidden of ['Oskar', 'Fjellheim', 'Per Notewriter', 'Ivar Inside', 'c'.repeat(64), testId<string>(99)])
      expect(all, hidden).not.toContain(hidden);
    // Whom the person met, and who outside was given details, the person may know.
    for (const named of ['Maja Interviewer', 'Ulla Receiver', 'Olga Outside']) expect(all).toContain(named);
    expect(personData(person).recipients.map(({ purpose, name }) => [purpose, name])).toEqual([
      ['forward', 'Ulla Receiver'],
      ['panel-review', 'Olga Outside'],
    ]);
  });

  it.each(LANGUAGES)('says all of it in words, in %s', async (language) => {
    const document = CopyDocument.parse(copyDocument(await copied(await desk(), language)));
    const words = wordsOf(document);
    for (const said of [
      'Ebba Norrlander',
      'ebba@example.com',
      '+46703184729',
      'Chalmers',
      'Göteborg',
      'Björkvägen 12',
      'Trainee Grid',
      'I want to build grids',
      'Which year?',
      'The third',
      'Shy but sharp',
      'Knows her physics',
      'Engineer',
      '40 000 SEK',
      'Blue van',
      'Tack för i dag',
      'Vi hörs',
      'Vi har fått den',
      'Lunch with Ebba',
      'Canteen',
      'Room 4',
      '../CV Ebba.pdf',
      'files/001 ._CV Ebba.pdf',
      // The words of the notice, in the language in which they were read.
      'Fjordkraft sparar det du berättar',
    ])
      expect(words, said).toContain(said);
    expect(words).not.toMatch(/data\.copy|undefined|\{[a-z]+\}/);
    expect(document.language).toBe(language);
  });

  it('names a file that is damaged instead of leaving it out without a word', async () => {
    const person = await copied(await desk(), 'en', null);
    expect(personData(person)).toMatchObject({ files: [], unreadableFiles: [testId(25)] });
    expect(wordsOf(copyDocument(person))).toContain('the file is damaged and could not be handed over');
  });

  it('is nothing once the person is erased, and refused without the right', async () => {
    const session = await desk();
    session.preferences.set({ ...session.preferences.current(), recruiterId: null });
    expect(await session.readPerson(EBBA)).toMatchObject({ ok: false, code: 'right/not-working-here' });
    session.preferences.set({ ...session.preferences.current(), recruiterId: MAJA });
    const request = {
      people: [EBBA],
      applications: new Set<never>(),
      everywhere: new Set([EBBA]),
      today: '2026-11-21',
    };
    unwrap(await session.erase(request));
    expect(await session.readPerson(EBBA)).toEqual({ ok: true, value: [] });
  });
});
