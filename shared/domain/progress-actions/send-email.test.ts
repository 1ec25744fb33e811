import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Message } from '../../records/message.js';
import { LANGUAGES, type ApplicationId, type PersonId } from '../../records/primitives.js';
import type { VacancyId } from '../../records/primitives.js';
import { applicant, planContext } from '../../testing/plan-builders.js';
import { plainToRichText } from '../plain-to-rich-text.js';
import { LISTED_STATUSES } from '../application-status.js';
import { sendEmail, type SendEmailInput } from './send-email.js';

const NOW = 1_790_000_000_000;
const VACANCY = 'c'.repeat(32) as VacancyId;

function id(n: number): string {
  return n.toString(16).padStart(32, '0');
}

const INPUT: SendEmailInput = {
  from: { name: 'Eva Lind', address: 'eva@example.com' },
  texts: { sv: { subject: 'Hej {given-name}', contents: plainToRichText('Hej {given-name},\n\nom {vacancy-title}.') } },
  unticked: new Set(),
};

describe('Send email', () => {
  it('R17 plans one mail to each applicant and changes no status', () => {
    const { included, excluded, problems } = sendEmail.plan([applicant(1), applicant(2)], INPUT, planContext());
    expect({ excluded, problems }).toEqual({ excluded: [], problems: [] });
    expect(included.map(({ changes }) => changes.map(({ kind, table }) => `${kind} ${table}`))).toEqual([
      ['create message'],
      ['create message'],
    ]);
    expect(included[0]?.messages[0]?.message).toEqual({
      channel: 'email',
      purpose: 'ad-hoc',
      interviewId: null,
      panelReviewId: null,
      calendar: null,
      replyTokenHash: null,
      attachments: [],
      written: null,
      reminder: null,
      personId: id(0xa001),
      applicationId: id(1),
      vacancyId: VACANCY,
      language: 'sv',
      from: { name: 'Eva Lind', address: 'eva@example.com' },
      to: { name: 'Name1 Berg', address: 'person1@example.com' },
      subject: 'Hej Name1',
      text: 'Hej Name1,\n\nom Trainee.',
      html: '<html lang="sv">\n<div><p style="margin:0 0 16px">Hej Name1,</p><p style="margin:0 0 16px">om Trainee.</p></div>\n</body></html>',
      messageId: `<${id(0xf001)}@example.com>`,
      queuedAt: NOW,
      holdUntil: NOW + 30_000,
      deliverBy: 'aaaaaaaaaaaaaaaa',
    });
  });

  it('freezes what the preview shows: the change holds the very message', () => {
    const [first] = sendEmail.plan([applicant(1)], INPUT, planContext()).included;
    const [change] = first?.changes ?? [];
    expect(change).toMatchObject({ kind: 'create', table: 'message', dossier: id(0xa001), id: first?.messages[0]?.id });
    expect(change?.kind === 'create' && Message.parse(change.fields)).toEqual(first?.messages[0]?.message);
  });

  it('writes in the language of the recipient', () => {
    const texts = {
      sv: { subject: 'Hej', contents: plainToRichText('Hej') },
      nl: { subject: 'Dag', contents: plainToRichText('Dag') },
    };
    const selection = [applicant(1, { language: 'nl' }), applicant(2)];
    const { included } = sendEmail.plan(selection, { ...INPUT, texts }, planContext());
    expect(included.map(({ messages }) => messages[0]?.message.subject)).toEqual(['Dag', 'Hej']);
    expect(included[0]?.messages[0]?.message.html).toContain('lang="nl"');
  });

  it('C26 writes to the rejected, withdrawn, hired and saved, and names them', () => {
    const selection = LISTED_STATUSES.map((status, n) => ({ ...applicant(n + 1), status }));
    const { included, warnings, problems } = sendEmail.plan(selection, INPUT, planContext());
    expect(included.map(({ changes }) => changes.length)).toEqual(selection.map(() => 1));
    expect(problems).toEqual([]);
    const concerned = selection.filter(({ status }) => ['saved', 'rejected', 'withdrawn', 'hired'].includes(status));
    const applicationIds = concerned.map(({ applicationId }) => applicationId);
    expect(warnings).toEqual([{ code: 'application-processed', applicationIds }]);
  });

  it('names people of the demo data and people without consent, but nobody who gets no mail', () => {
    const selection = [
      applicant(1, { demo: true }),
      applicant(2, { consented: false }),
      applicant(3, { demo: true, consented: false }),
      applicant(4, { demo: true, email: '' }),
      applicant(5, { consented: false }),
      applicant(6),
    ];
    const unticked = new Set([id(5) as ApplicationId]);
    expect(sendEmail.plan(selection, { ...INPUT, unticked }, planContext()).warnings).toEqual([
      { code: 'demo-recipients', applicationIds: [id(1), id(3)] },
      { code: 'no-consent', applicationIds: [id(2), id(3)] },
    ]);
  });

  it('has nothing to warn of where there is nothing', () => {
    expect(sendEmail.plan([applicant(1)], INPUT, planContext()).warnings).toEqual([]);
  });

  it('C33 leaves out and names whoever cannot get it, and the others go', () => {
    const selection = [
      applicant(1, { email: '' }),
      applicant(2, { email: 'none' }),
      applicant(3, { language: 'da' }),
      applicant(4),
      applicant(5),
      applicant(6, { id: id(0xa005) as PersonId }),
    ];
    const unticked = new Set([id(4) as ApplicationId, id(1) as ApplicationId]);
    const { included, excluded, problems } = sendEmail.plan(selection, { ...INPUT, unticked }, planContext());
    expect(included.map(({ applicationId }) => applicationId)).toEqual([id(5)]);
    expect(excluded).toEqual([
      { applicationId: id(1), reason: 'no-email-address' },
      { applicationId: id(2), reason: 'invalid-email-address' },
      { applicationId: id(3), reason: 'no-template-in-language' },
      { applicationId: id(4), reason: 'unticked' },
      { applicationId: id(6), reason: 'same-person-twice' },
    ]);
    expect(problems).toEqual([]);
  });

  it('R18 refuses without a valid From, Subject and Contents, and names each with its language', () => {
    const input: SendEmailInput = {
      from: { name: 'Eva', address: 'eva@' },
      texts: {
        sv: { subject: ' \n', contents: plainToRichText('x') },
        da: { subject: 'x', contents: plainToRichText('\u200e \n\n ') },
      },
      unticked: new Set(),
    };
    const { included, problems } = sendEmail.plan(
      [applicant(1), applicant(2, { language: 'da' })],
      input,
      planContext(),
    );
    const where = { field: null, applicationIds: [] };
    expect(problems).toEqual([
      { code: 'from-invalid', language: null, ...where },
      { code: 'subject-blank', language: 'sv', ...where },
      { code: 'contents-blank', language: 'da', ...where },
    ]);
    expect(included.flatMap(({ changes }) => changes)).toEqual([]);
    expect(included.flatMap(({ messages }) => messages)).toHaveLength(2);
  });

  it('C32 names an unknown field once and an unfilled one with everybody it concerns', () => {
    const texts = { sv: { subject: '{nme} {contact-person}', contents: plainToRichText('{family-name} {nme}') } };
    const selection = [applicant(1), applicant(2, { familyName: '' }), applicant(3, { familyName: ' ' })];
    const { problems } = sendEmail.plan(selection, { ...INPUT, texts }, planContext());
    expect(problems).toEqual([
      { code: 'field-unknown', language: 'sv', field: 'nme', applicationIds: [] },
      { code: 'field-unfilled', language: 'sv', field: 'contact-person', applicationIds: [id(1), id(2), id(3)] },
      { code: 'field-unfilled', language: 'sv', field: 'family-name', applicationIds: [id(2), id(3)] },
    ]);
  });

  it('does not mind a language that nobody reads: an empty variant there is no problem', () => {
    const texts = { ...INPUT.texts, nb: { subject: '', contents: plainToRichText('') } };
    expect(sendEmail.plan([applicant(1)], { ...INPUT, texts }, planContext()).problems).toEqual([]);
  });

  it('says so when nobody is left', () => {
    const { problems } = sendEmail.plan([applicant(1, { email: '' })], INPUT, planContext());
    expect(problems).toEqual([{ code: 'nobody-left', language: null, field: null, applicationIds: [] }]);
  });

  it('gives a sender in another script a Message-ID of plain characters', () => {
    const from = { name: 'Eva', address: 'eva@bücher.example' };
    const { included } = sendEmail.plan([applicant(1)], { ...INPUT, from }, planContext());
    expect(included[0]?.messages[0]?.message.messageId).toBe(`<${id(0xf001)}@message-id.invalid>`);
  });

  const anybody = fc.record({
    n: fc.nat(6),
    person: fc.nat(6),
    email: fc.constantFrom('a@example.com', '', 'bad', 'b@example.com'),
    language: fc.constantFrom(...LANGUAGES),
    givenName: fc.string(),
  });

  it('accounts for every ticked row once, writes to no application and no person twice, and is pure', () => {
    const texts = fc.dictionary(
      fc.constantFrom(...LANGUAGES),
      fc.record({ subject: fc.string(), contents: fc.string().map(plainToRichText) }),
    );
    fc.assert(
      fc.property(fc.array(anybody), texts, fc.array(fc.nat(6)), (rows, written, unticked) => {
        const selection = rows.map(({ n, person, email, language, givenName }) =>
          applicant(n, { id: id(0xa000 + person) as PersonId, email, language: language, givenName }),
        );
        const input = { ...INPUT, texts: written, unticked: new Set(unticked.map((n) => id(n) as ApplicationId)) };
        const plan = sendEmail.plan(selection, input, planContext());
        const accounted = [...plan.included, ...plan.excluded].map(({ applicationId }) => applicationId);
        expect(accounted.sort()).toEqual(selection.map(({ applicationId }) => applicationId).sort());
        const included = plan.included.map(({ applicationId }) => applicationId);
        const people = plan.included.map(({ personId }) => personId);
        expect([new Set(included).size, new Set(people).size]).toEqual([included.length, included.length]);
        const messages = plan.included.flatMap((one) => one.messages);
        expect(messages).toHaveLength(included.length);
        expect(plan.included.flatMap(({ changes }) => changes)).toHaveLength(
          plan.problems.length === 0 ? included.length : 0,
        );
        for (const { message } of messages) expect(Message.safeParse(message).success).toBe(true);
        expect(sendEmail.plan(selection, input, planContext())).toEqual(plan);
      }),
    );
  });
});
