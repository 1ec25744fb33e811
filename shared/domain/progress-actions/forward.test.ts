import { describe, expect, it } from 'vitest';
import { Message } from '../../records/message.js';
import type { FileId } from '../../records/primitives.js';
import { applicant, planContext } from '../../testing/plan-builders.js';
import { LISTED_STATUSES } from '../application-status.js';
import { whatEnds } from '../end-application.js';
import type { ForwardedDossier } from '../forwarded-profile.js';
import { plainToRichText } from '../plain-to-rich-text.js';
import type { Applicant } from '../progress-action.js';
import { forward, type ForwardInput } from './forward.js';

const CV = {
  fileId: 'f'.repeat(32) as FileId,
  name: 'CV Name1.pdf',
  mediaType: 'application/pdf',
  size: 9,
} as const;
const DOSSIER: ForwardedDossier = {
  school: 'KTH',
  city: 'Växjö',
  text: 'I am Name1 {salary} <b>\nand more.',
  answers: { gone: 'An answer to nothing' },
  documents: [CV],
  otherDetails: [],
};

function inputFor(selection: readonly Applicant[], change: Partial<ForwardInput> = {}): ForwardInput {
  return {
    to: 'Per Holm <per@example.org>, eva@example.org',
    language: 'en',
    withholdsPersonal: false,
    withoutFiles: false,
    dossiers: Object.fromEntries(selection.map(({ applicationId }) => [applicationId, DOSSIER])),
    from: { name: 'Eva Lind', address: 'eva@example.com' },
    texts: { en: { subject: '{candidate}, {vacancy-title}', contents: plainToRichText('Hello. {recruiter-name}') } },
    unticked: new Set(),
    tickedIn: new Set(),
    ...change,
  };
}

function plan(selection: readonly Applicant[], change: Partial<ForwardInput> = {}) {
  return forward.plan(selection, inputFor(selection, change), planContext());
}

const codes = ({ problems }: ReturnType<typeof plan>) => problems.map(({ code, field }) => [code, field]);

describe('Forward to email', () => {
  it('R29 writes a mail about each applicant to each recipient, kept in the dossier, and changes no status', () => {
    const selection = [applicant(1), applicant(2, { email: '' })];
    const { included, excluded, problems, warnings } = plan(selection);
    expect({ excluded, problems, warnings }).toEqual({ excluded: [], problems: [], warnings: [] });
    for (const [n, { changes, messages }] of included.entries()) {
      expect(changes.map(({ kind, table, dossier }) => [kind, table, dossier])).toEqual(
        messages.map(() => ['create', 'message', selection[n]?.person.id]),
      );
      expect(messages.map(({ message }) => message.to)).toEqual([
        { name: 'Per Holm', address: 'per@example.org' },
        { name: '', address: 'eva@example.org' },
      ]);
      for (const { message } of messages) {
        expect(Message.parse(message)).toMatchObject({
          purpose: 'forward',
          language: 'en',
          attachments: [{ name: CV.name }],
        });
        expect(message.applicationId).toBe(selection[n]?.applicationId);
      }
    }
  });

  it('R29 holds the application as the candidate wrote it: no field is filled, no markup made, nothing of ours goes along', () => {
    const { message, merged } = plan([applicant(1)]).included[0]?.messages[0] ?? {};
    expect(message?.subject).toBe('Name1 Berg, Trainee');
    expect(message?.text).toContain('I am Name1 {salary} <b>\nand more.');
    expect(message?.html).toContain('I am Name1 {salary} &lt;b&gt;<br>and more.');
    for (const word of ['person1@example.com', 'KTH', 'Växjö', '<sv>']) expect(message?.text).toContain(word);
    expect(message?.text).not.toContain('An answer to nothing');
    expect(merged?.map(({ start, end }) => message?.text.slice(start, end))).toContainEqual(
      expect.stringContaining('I am Name1'),
    );
  });

  it('R30, C36 says a number instead of a name and sends no file, whatever the other box says', () => {
    const selection = [applicant(1), applicant(2), applicant(3)];
    for (const withoutFiles of [true, false]) {
      const { included, problems } = plan(selection, { withholdsPersonal: true, withoutFiles });
      expect(problems).toEqual([]);
      const mails = included.map(({ messages }) => messages[0]?.message);
      expect(mails.map((mail) => mail?.subject)).toEqual(
        [1, 2, 3].map((n) => `en candidate ${n.toString()}/3, Trainee`),
      );
      expect(mails.flatMap((mail) => mail?.attachments ?? [])).toEqual([]);
      expect(mails[0]?.text).toContain('I am <name> {salary}');
      expect(JSON.stringify(mails)).not.toMatch(/KTH|Växjö|person\d@example|<sv>/);
    }
  });

  it('R30, G-13 withholds also what the person was called or reached by in another dossier, and writes to none of it', () => {
    const former = { givenName: 'Ebba', familyName: 'Quist', email: 'eb@example.net', phone: '+46701740605' };
    const dossier: ForwardedDossier = {
      ...DOSSIER,
      text: 'I am Name1, once Ebba Quist of Lund: eb@example.net, 070-174 06 05.',
      otherDetails: [{ ...former, school: 'LTH', city: 'Lund' }],
    };
    const one = applicant(1);
    const dossiers = { [one.applicationId]: dossier };
    const [mail] = plan([one], { withholdsPersonal: true, dossiers }).included[0]?.messages ?? [];
    expect(`${mail?.message.text ?? ''}${mail?.message.html ?? ''}`).not.toMatch(/Ebba|Quist|Lund|eb@example|174/);
    const texts = { en: { subject: 'Quist', contents: plainToRichText('Hello.') } };
    expect(codes(plan([one], { withholdsPersonal: true, dossiers, texts }))).toEqual([['detail-in-subject', 'Quist']]);
    expect(codes(plan([one], { dossiers, to: former.email }))).toEqual([['forward-recipient-applicant', former.email]]);
    const shown = plan([one], { dossiers }).included[0]?.messages[0]?.message.text ?? '';
    expect(shown.slice(0, shown.indexOf('I am'))).not.toContain('Quist');
  });

  it('R31 leaves the files here and the names in, where only that is asked for', () => {
    const message = plan([applicant(1)], { withoutFiles: true }).included[0]?.messages[0]?.message;
    expect(message?.attachments).toEqual([]);
    expect(message?.text).toContain('person1@example.com');
  });

  it('R30 never changes what somebody typed: it names what tells who it is, and where', () => {
    const texts = {
      en: { subject: 'About name1', contents: plainToRichText('BERG, {given-name}: person1@example.com') },
    };
    const withheld = plan([applicant(1)], { withholdsPersonal: true, texts });
    expect(codes(withheld)).toEqual([
      ['field-withheld', 'given-name'],
      ['detail-in-subject', 'name1'],
      ['detail-in-contents', 'BERG'],
      ['detail-in-contents', 'person1@example.com'],
    ]);
    expect(withheld.included[0]?.changes).toEqual([]);
    expect(codes(plan([applicant(1)], { texts }))).toEqual([]);
  });

  it('R30 what the organisation’s own fields say is not the applicant’s, even where a name is the same', () => {
    expect(codes(plan([applicant(1, { givenName: 'Eva', familyName: 'Lind' })], { withholdsPersonal: true }))).toEqual(
      [],
    );
  });

  it('R18, R29 names a recipient that is missing, wrong, or one of the applicants', () => {
    expect(codes(plan([applicant(1)], { to: ' ' }))).toEqual([['forward-recipient-missing', null]]);
    expect(codes(plan([applicant(1)], { to: 'per@' }))).toEqual([['forward-recipient-invalid', 'per@']]);
    expect(codes(plan([applicant(1)], { to: 'Person1@example.com' }))).toEqual([
      ['forward-recipient-applicant', 'Person1@example.com'],
    ]);
    expect(plan([applicant(1)], { to: '' }).included[0]?.messages).toHaveLength(1);
  });

  it('R18 asks for a sender, a subject and contents', () => {
    const from = { name: '', address: '' };
    expect(codes(plan([applicant(1)], { from, texts: {} })).map(([code]) => code)).toEqual([
      'from-invalid',
      'subject-blank',
      'contents-blank',
    ]);
  });

  it('C26 takes everybody who stands in a list, and leaves out the unticked and whose dossier cannot be read', () => {
    const everybody = LISTED_STATUSES.map((status, n) => ({ ...applicant(n + 1), status }));
    expect(plan(everybody).included).toHaveLength(LISTED_STATUSES.length);
    const [one, two] = [applicant(1), applicant(2)];
    const { excluded, problems } = plan([one, two], { unticked: new Set([one.applicationId]), dossiers: {} });
    expect(excluded.map(({ reason }) => reason)).toEqual(['dossier-unreadable', 'dossier-unreadable']);
    expect(problems.map(({ code }) => code)).toEqual(['nobody-left']);
    expect(plan([one, two], { unticked: new Set([one.applicationId]) }).excluded.map(({ reason }) => reason)).toEqual([
      'unticked',
    ]);
  });

  it('says whose consent is missing before it is passed on', () => {
    const warnings = plan([applicant(1), applicant(2, { consented: false })]).warnings;
    expect(warnings).toEqual([{ code: 'no-consent', applicationIds: [applicant(2).applicationId] }]);
  });

  it('C34 one that waits is held for the recruiter when the application ends, and stopped when it is deleted', () => {
    const { applicationId } = applicant(1);
    const waiting = {
      id: '1' as never,
      applicationId,
      interviewId: null,
      purpose: 'forward',
      state: 'held',
      sequence: null,
      attempt: 0,
    } as const;
    const known = { applicationId, messages: [waiting], interviews: [] };
    expect(whatEnds(known, 'withdrawn', 0)).toMatchObject({ refused: [], held: [waiting] });
    expect(whatEnds(known, 'deleted', 0)).toMatchObject({ refused: [waiting], held: [] });
  });
});
