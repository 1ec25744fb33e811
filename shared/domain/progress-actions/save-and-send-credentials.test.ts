import { describe, expect, it } from 'vitest';
import { applicant, planContext } from '../../testing/plan-builders.js';
import type { PersonId } from '../../records/primitives.js';
import { STATUSES } from '../application-status.js';
import { fillLogin } from '../login-mail.js';
import type { MailPart, MailText } from '../plan-mail.js';
import { plainToRichText } from '../plain-to-rich-text.js';
import { saveAndSendCredentials } from './save-and-send-credentials.js';
import { save } from './save.js';
import { transfer } from './transfer.js';

const NOBODY = new Set<never>();
const TEXT: MailText = {
  subject: 'Your details',
  contents: plainToRichText('Hi {given-name}\n\n{my-page-url}\n\n- {username}\n- {candidate-password}'),
};

function input(sv: Partial<MailText> = {}): MailPart {
  const { from } = planContext().mail;
  return { from, texts: { sv: { ...TEXT, ...sv } }, unticked: NOBODY, tickedIn: NOBODY };
}

const planOf = (...[selection, mail = input(), context = {}]: [Parameters<typeof save.plan>[0], MailPart?, object?]) =>
  saveAndSendCredentials.plan(selection, mail, planContext(context));

describe('Save and send User Name & Password', () => {
  it('R26: is for those whom Save would save, and leaves out the others for the same reasons', () => {
    const selection = STATUSES.filter((status) => status !== 'saved').flatMap((status, n) => [
      { ...applicant(2 * n + 1), status },
      { ...applicant(2 * n + 2, { databaseConsented: false }), status },
    ]);
    const [both, saved] = [saveAndSendCredentials, save].map(({ plan }) => plan(selection, input(), planContext()));
    const whom = (plan: typeof both) => plan?.included.map(({ applicationId }) => applicationId);
    expect(whom(both)).toEqual(whom(saved));
    expect(whom(both)).not.toEqual([]);
    expect(both?.excluded).toEqual(saved?.excluded);
  });

  it('R27, R28: files one held mail for each, which names the user and holds the tag of a password', () => {
    const { included, problems } = planOf([applicant(1)]);
    expect(problems).toEqual([]);
    const [{ changes, messages }] = included as [(typeof included)[0]];
    expect(changes).toMatchObject([
      { kind: 'event', table: 'application', event: { to: 'saved' } },
      { kind: 'create', table: 'message', fields: { purpose: 'credentials' } },
      { kind: 'event', table: 'message', event: { state: 'held', reason: 'mail/needs-server' } },
    ]);
    const { text, html } = messages[0]!.message;
    for (const words of [text, html]) {
      expect(words).toContain('person1@example.com');
      expect(words).toContain('{password}');
      expect(words).toContain('https://my-page.invalid/');
    }
    const login = { password: 'bcdfg-hjkmn-pqrst-vwxyz', page: 'https://pages.example.com/my/1' };
    const left = fillLogin({ text, html }, login);
    for (const words of [left.text, left.html]) {
      expect(words).not.toMatch(/\{password\}|\.invalid/);
      expect(words).toContain(login.password);
      expect(words).toContain(login.page);
    }
  });

  it('C17: without a page that a password opens it does nothing, and says what is missing', () => {
    const { included, problems } = planOf([applicant(1, { email: '' })], input(), { hasCandidatePages: false });
    expect(included).toMatchObject([{ changes: [], messages: [] }]);
    expect(problems.map(({ code }) => code)).toEqual(['credentials-place-missing']);
  });

  it('C17: whoever is saved already can be sent a new password, and stays saved', () => {
    const { included } = planOf([{ ...applicant(1), status: 'saved' }]);
    expect(included[0]?.changes.map(({ table }) => table)).toEqual(['message', 'message']);
  });

  it('C33: leaves out whoever cannot be written to, and says why', () => {
    const { included, excluded } = planOf([
      applicant(1),
      applicant(2, { email: '' }),
      applicant(3, { email: 'nobody' }),
      applicant(4, { language: 'da' }),
    ]);
    expect(included).toHaveLength(1);
    expect(excluded.map(({ reason }) => reason)).toEqual([
      'no-email-address',
      'invalid-email-address',
      'no-template-in-language',
    ]);
  });

  it('C17, C30: saves everything of a person and of an address, and sends each one password: a second would void the first', () => {
    const one = applicant(1);
    const { included } = planOf([
      one,
      { ...applicant(2), person: one.person },
      applicant(3, { standsAs: one.person.standsAs }),
      applicant(4, { standsAs: applicant(4).person.id, email: 'PERSON1@example.com' }),
      applicant(5, { standsAs: 'e'.repeat(32) as PersonId }),
    ]);
    expect(included.map(({ messages }) => messages.length)).toEqual([1, 0, 0, 0, 1]);
    expect(included.map(({ withoutMail }) => withoutMail)).toEqual([
      null,
      ...Array<string>(3).fill('same-person-twice'),
      null,
    ]);
    for (const { changes } of included) expect(changes[0]).toMatchObject({ event: { to: 'saved' } });
  });

  it.each([
    ['no password', { contents: plainToRichText('{username} {my-page-url}') }, 'credentials-missing'],
    ['no link', { contents: plainToRichText('{username} {password}') }, 'credentials-missing'],
    ['the password in the subject', { subject: '{password}' }, 'password-misplaced'],
    [
      'the password in an address',
      { contents: plainToRichText('{my-page-url} {password} https://example.com/{password}') },
      'password-misplaced',
    ],
    ['the link in the subject', { subject: '{my-page-url}' }, 'field-misplaced'],
  ])('R18: names a text with %s, and does nothing', (_what, text, code) => {
    const { included, problems } = planOf([applicant(1)], input(text));
    expect(problems.map((one) => [one.code, one.language])).toEqual([[code, 'sv']]);
    expect(included[0]?.changes).toEqual([]);
  });

  it('G-3, C25: Transfer to the CV database does the same where it sends user name and password, with the right to send', () => {
    const fields = { ...input(), target: 'cv-database', copy: false, sends: true } as const;
    const plan = transfer.plan([applicant(1)], fields, planContext());
    expect(plan).toEqual(planOf([applicant(1)]));
    const { recruiter } = planContext();
    const without = transfer.plan(
      [applicant(1)],
      fields,
      planContext({ recruiter: { ...recruiter, rights: ['transfer'] } }),
    );
    expect(without.problems.map(({ code }) => code)).toEqual(['right-missing']);
    expect(without.included[0]?.changes).toEqual([]);
  });
});
