import { describe, expect, it } from 'vitest';
import { instantAt, SECOND } from '../../lib/time.js';
import { Message } from '../../records/message.js';
import type { InterviewReminder } from '../../records/interview-reminder.js';
import type { RecruiterId } from '../../records/primitives.js';
import { applicant, NO_INTERVIEWS, planContext } from '../../testing/plan-builders.js';
import { plainToRichText as rich } from '../plain-to-rich-text.js';
import type { Applicant, Plan, PlanContext } from '../progress-action.js';
import { REMINDER_OF_TEMPLATE, type ReminderFields } from './invite-reminder.js';
import { inviteToInterview } from './invite-to-interview.js';

const EVA = '9'.padStart(32, '0') as RecruiterId;
const at = (date: string, time: string) => instantAt('Europe/Stockholm', date, time);
const EMAIL = { option: 'email', daysBefore: 2 } as const;
const WORDS = { subject: 'Snart', contents: rich('Hej {given-name}'), signature: '{company}', sms: '{interviewtime}' };

type Input = Parameters<typeof inviteToInterview.plan>[1];
/** On 30 November 2026 at ten, looked at on the 22nd. */
function plan(
  reminder: Partial<ReminderFields>,
  people: readonly Applicant[] = [applicant(1)],
  { input = {}, context = {} }: { readonly input?: Partial<Input>; readonly context?: Partial<PlanContext> } = {},
): Plan {
  const fields: Input = {
    type: 'first',
    kind: null,
    recruiterIds: [EVA],
    date: '2026-11-30',
    time: '10:00',
    minutes: 30,
    place: 'Rum 4',
    arrangement: 'in-turn',
    places: null,
    group: null,
    sendsEmail: true,
    confirmLink: null,
    reminder: { ...REMINDER_OF_TEMPLATE, ...reminder },
    from: { name: 'Eva Lind', address: 'eva@example.com' },
    texts: { sv: { subject: 'Intervju', contents: rich('Hej') }, da: { subject: 'Samtale', contents: rich('Hej') } },
    unticked: new Set(),
    tickedIn: new Set(),
    ...input,
  };
  return inviteToInterview.plan(people, fields, planContext({ now: at('2026-11-22', '12:00'), ...context }));
}

const mailsOf = (made: Plan) => made.included.flatMap(({ messages }) => messages.map(({ message }) => message));
const remindersOf = (made: Plan) => mailsOf(made).filter(({ purpose }) => purpose === 'reminder');
const problemsOf = (made: Plan) => made.problems.map(({ code, field, language }) => [code, field, language]);
const withTemplate = (change: Partial<InterviewReminder>): Partial<PlanContext> => ({
  interviews: {
    ...NO_INTERVIEWS,
    reminder: (...of) => ({ ...NO_INTERVIEWS.reminder(...of), ...change }),
  },
});

describe('R75 the reminder that is set with the invitation', () => {
  it.each([
    ['none', []],
    ['email', ['email']],
    ['sms', ['sms']],
    ['sms-and-email', ['email', 'sms']],
  ] as const)('R76 %s', (option, channels) => {
    const people = [applicant(1, { phone: '+46 70 123' })];
    const made = plan({ option, daysBefore: 2 }, people);
    expect(remindersOf(made).map(({ channel }) => channel)).toEqual(channels);
    expect(made.problems).toEqual([]);
    expect(made.included[0]?.changes.filter(({ table }) => table === 'message')).toHaveLength(1 + channels.length);
    for (const mail of mailsOf(made)) expect(Message.safeParse(mail).success).toBe(true);
  });

  it('R79, R80 leaves at 09:00 so many days before, and keeps what a move needs', () => {
    const made = plan(EMAIL);
    const interview = made.included[0]?.changes[0];
    expect(remindersOf(made)[0]).toMatchObject({
      holdUntil: at('2026-11-28', '09:00'),
      interviewId: interview?.id,
      calendar: null,
      subject: 'sv first soon',
      reminder: { daysBefore: 2, sequence: 0, startsAt: at('2026-11-30', '10:00'), words: { channel: 'email' } },
    });
  });

  it('R82 has Subject, Contents and Signature of its own in each recipient’s language', () => {
    const people = [applicant(1), applicant(2, { language: 'da' })];
    const made = plan({ ...EMAIL, texts: { sv: WORDS } }, people);
    expect(remindersOf(made).map(({ subject, text, language }) => [language, subject, text])).toEqual([
      ['sv', 'Snart', 'Hej Name1\n\nExample AB'],
      ['da', 'da first soon', expect.stringContaining('Eva Lind')],
    ]);
  });

  it('C29 of several in turn each has the day of the own interview', () => {
    const made = plan(EMAIL, [applicant(1), applicant(2)], { input: { time: '23:50', minutes: 20 } });
    expect(remindersOf(made).map(({ holdUntil }) => holdUntil)).toEqual([
      at('2026-11-28', '09:00'),
      at('2026-11-29', '09:00'),
    ]);
  });

  it('R65 No email and a reminder is the reminder alone; without one it is a booking', () => {
    const alone = plan(EMAIL, undefined, { input: { sendsEmail: false, texts: {} } });
    expect(mailsOf(alone).map(({ purpose }) => purpose)).toEqual(['reminder']);
    expect(alone.included[0]?.interview?.invitation).toBe('none');
    expect(mailsOf(plan({ option: 'none' }, undefined, { input: { sendsEmail: false, texts: {} } }))).toEqual([]);
  });
});

describe('when it cannot be had', () => {
  const near = (date: string, time = '12:00') => ({ context: { now: at(date, time) } });

  it.each([
    ['2026-11-29', 2, '1'],
    ['2026-11-26', 7, '3'],
    ['2026-11-24', 7, '5'],
  ] as const)('R81, C5 on %s %i days before is refused with the largest that fits', (today, daysBefore, largest) => {
    const made = plan({ option: 'email', daysBefore }, undefined, near(today));
    expect(problemsOf(made)).toEqual([['reminder-days-refused', largest, null]]);
    expect(made.included[0]?.changes).toEqual([]);
    expect(plan({ option: 'none', daysBefore }, undefined, near(today)).problems).toEqual([]);
  });

  it('C5 none fits for an interview today', () => {
    expect(problemsOf(plan({ option: 'email' }, undefined, near('2026-11-30', '08:00')))).toEqual([
      ['reminder-impossible', null, null],
    ]);
  });

  it('C5 a template’s that cannot be met gives way and blocks nobody', () => {
    const of = (now: number) =>
      plan({}, undefined, { context: { now, ...withTemplate({ option: 'email', daysBefore: 7 }) } });
    const [shorter, none] = [of(at('2026-11-27', '12:00')), of(at('2026-11-30', '08:00'))];
    expect([shorter.problems, none.problems]).toEqual([[], []]);
    expect(remindersOf(shorter).map(({ holdUntil }) => holdUntil)).toEqual([at('2026-11-27', '12:00') + 30 * SECOND]);
    expect(remindersOf(none)).toEqual([]);
  });

  it('C4 past 09:00 of its day it goes at once, and the plan says so', () => {
    const made = plan(EMAIL, undefined, near('2026-11-28', '09:00'));
    expect(remindersOf(made)[0]?.holdUntil).toBe(at('2026-11-28', '09:00') + 30 * SECOND);
    expect(made.warnings.map(({ code }) => code)).toContain('reminder-at-once');
    expect(plan(EMAIL, undefined, near('2026-11-28', '08:00')).warnings).toEqual([]);
  });

  it('R77, R103, C19 SMS without the right or without a gateway is refused', () => {
    const people = [applicant(1, { phone: '+46 70 123' })];
    const recruiter = { id: EVA, name: 'Eva', email: 'eva@example.com', rights: ['invite-first-second' as const] };
    const noGateway = { interviews: { ...NO_INTERVIEWS, hasGateway: false } };
    for (const context of [{ recruiter }, noGateway]) {
      const made = plan({ option: 'sms', daysBefore: 2 }, people, { context });
      expect(made.problems.map(({ code }) => code)).toEqual(['reminder-sms-refused']);
    }
  });
});

describe('who cannot be reached', () => {
  const people = [applicant(1, { phone: '+46 70 123' }), applicant(2)];

  it('R84, C6 with SMS and email the email goes, and who has no number is named', () => {
    const made = plan({ option: 'sms-and-email', daysBefore: 2 }, people);
    expect(remindersOf(made).map(({ channel }) => channel)).toEqual(['email', 'sms', 'email']);
    expect(made.problems).toEqual([]);
    expect(made.warnings).toContainEqual({ code: 'reminder-no-mobile', applicationIds: [people[1]?.applicationId] });
  });

  it('R84, C6 with SMS alone somebody chooses another or confirms; the others get theirs', () => {
    const asked = plan({ option: 'sms', daysBefore: 2 }, people);
    expect(asked.problems).toMatchObject([
      { code: 'reminder-numbers-missing', applicationIds: [people[1]?.applicationId] },
    ]);
    const confirmed = plan({ option: 'sms', daysBefore: 2, withoutSms: true }, people);
    expect(confirmed.problems).toEqual([]);
    expect(remindersOf(confirmed).map(({ to }) => to.address)).toEqual(['+4670123']);
    expect(confirmed.warnings.map(({ code }) => code)).toEqual(['reminder-no-mobile']);
  });

  it('C33 without an invitation it is named who has no address; the others get theirs', () => {
    const made = plan(EMAIL, [applicant(1, { email: '' }), applicant(2)], { input: { sendsEmail: false, texts: {} } });
    expect(made.warnings).toMatchObject([{ code: 'reminder-no-email', applicationIds: [applicant(1).applicationId] }]);
    expect(remindersOf(made)).toHaveLength(1);
  });

  it('C32 what its words lack is said of the reminder, in its language', () => {
    const texts = { sv: { ...WORDS, subject: ' ', contents: rich('{nobody} {route}'), sms: '{other}' } };
    const made = plan({ option: 'sms-and-email', daysBefore: 2, texts }, people);
    expect(problemsOf(made)).toEqual([
      ['reminder-sms-unknown', 'other', 'sv'],
      ['reminder-subject-blank', null, 'sv'],
      ['reminder-field-unknown', 'nobody', 'sv'],
      ['reminder-field-unfilled', 'route', 'sv'],
    ]);
    const long = plan({ option: 'sms', daysBefore: 2, texts: { sv: { ...WORDS, sms: 'a'.repeat(500) } } }, [
      people[0] as Applicant,
    ]);
    expect(problemsOf(long)).toEqual([['reminder-sms-long', null, 'sv']]);
  });

  it('C32 asks for the place that it speaks of, and for a sender where no invitation does', () => {
    const texts = { sv: { ...WORDS, contents: rich('I {address}') } };
    expect(problemsOf(plan({ ...EMAIL, texts }, undefined, { input: { place: '' } }))).toMatchObject([
      ['interview-place-missing', null, null],
      ['reminder-field-unfilled', 'address', 'sv'],
    ]);
    const from = { name: '', address: '' };
    expect(problemsOf(plan(EMAIL, undefined, { input: { sendsEmail: false, texts: {}, from } }))).toEqual([
      ['reminder-sender-missing', null, null],
    ]);
  });
});
