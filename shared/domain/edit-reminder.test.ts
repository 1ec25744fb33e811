import { describe, expect, it } from 'vitest';
import type { Change } from '../changes/change-set.js';
import { instantAt } from '../lib/time.js';
import type { Interview } from '../records/interview.js';
import { Message, MESSAGE_STATES, MessageEvent, type MessageChannel, type MessageState } from '../records/message.js';
import type { InterviewId, MessageId } from '../records/primitives.js';
import { RIGHTS } from '../records/recruiter.js';
import { movableInterview } from '../testing/meeting-builders.js';
import { applicant, NO_INTERVIEWS, planContext } from '../testing/plan-builders.js';
import { optionOf, planReminderEdit, reminderAsSet, type RemindedInterview } from './edit-reminder.js';
import { reminderMail } from './interview-reminder.js';
import { mayBeCancelled } from './message-state.js';
import type { InterviewMessage } from './movable-interview.js';
import { plainToRichText as rich } from './plain-to-rich-text.js';
import type { PlanContext } from './progress-action.js';
import { REMINDER_OF_TEMPLATE, type ReminderFields } from './progress-actions/invite-reminder.js';

const at = (date: string, time: string) => instantAt('Europe/Stockholm', date, time);
const STARTS = at('2026-11-30', '10:00');
const NOW = at('2026-11-22', '12:00');

function reminder(n: number, channel: MessageChannel, state: MessageState = 'held'): InterviewMessage {
  const id = n.toString(16).padStart(32, '0') as MessageId;
  const { personId } = movableInterview(1).fields;
  return { id, personId, channel, purpose: 'reminder', state, reason: null, sequence: 3, attempt: 0 };
}

function seat(n: number, messages: readonly InterviewMessage[] = [], phone = '+46 70 174 06 05'): RemindedInterview {
  const who = applicant(n, { phone });
  const { applicationId, vacancyId, person } = who;
  const interview: Interview = {
    ...movableInterview(n).fields,
    applicationId,
    vacancyId,
    personId: person.id,
    startsAt: STARTS,
  };
  return { applicant: who, id: (100 + n).toString(16).padStart(32, '0') as InterviewId, interview, messages };
}

function edit(
  seats: readonly RemindedInterview[],
  wish: Partial<ReminderFields>,
  context: Partial<PlanContext> = {},
  now = NOW,
) {
  const facts = planContext({ now, ...context });
  const made = planReminderEdit(
    seats,
    { reminder: { ...REMINDER_OF_TEMPLATE, ...wish }, from: facts.mail.from },
    facts,
  );
  const takenBack = made.changes.flatMap((change) => {
    if (change.kind !== 'event') return [];
    const { state, reason } = MessageEvent.parse(change.event);
    return [[Number.parseInt(change.id, 16), state, reason]];
  });
  return {
    ...made,
    takenBack,
    created: made.changes.filter(isCreate).map(({ fields }) => Message.parse(fields)),
    problemCodes: made.problems.map(({ code, field }) => (field === null ? code : `${code} ${field}`)),
  };
}

function isCreate(change: Change): change is Extract<Change, { kind: 'create' }> {
  return change.kind === 'create';
}

describe('R75 the reminder of an interview that is booked', () => {
  it.each([
    ['none', []],
    ['email', ['email']],
    ['sms', ['sms']],
    ['sms-and-email', ['email', 'sms']],
  ] as const)('R76 is added: %s', (option, channels) => {
    const { created, takenBack } = edit([seat(1)], { option, daysBefore: 2 });
    expect(created.map(({ channel }) => channel)).toEqual(channels);
    expect(takenBack).toEqual([]);
    for (const { holdUntil, reminder: made, interviewId } of created) {
      expect(holdUntil).toBe(at('2026-11-28', '09:00'));
      expect(made).toMatchObject({ daysBefore: 2, sequence: 3, startsAt: STARTS });
      expect(interviewId).toBe(seat(1).id);
    }
  });

  it('takes the place of the one that waits; a way that is not wanted any more is somebody’s word', () => {
    const before = [reminder(1, 'email'), reminder(2, 'sms', 'deferred')];
    const { created, takenBack } = edit([seat(1, before)], { option: 'email', daysBefore: 1 });
    expect(created.map(({ channel }) => channel)).toEqual(['email']);
    // Without a reason it stays away when the interview moves (C5).
    expect(takenBack).toEqual([
      [1, 'cancelled', 'mail/reminder-changed'],
      [2, 'cancelled', null],
    ]);
  });

  it.each(MESSAGE_STATES)('leaves alone what cannot be taken back: %s', (state) => {
    const { takenBack } = edit([seat(1, [reminder(1, 'email', state)])], { option: 'none' });
    expect(takenBack).toEqual(mayBeCancelled(state) ? [[1, 'cancelled', null]] : []);
  });

  it('touches no invitation', () => {
    const invitation = { ...reminder(1, 'email'), purpose: 'invitation' as const };
    expect(edit([seat(1, [invitation])], { option: 'none' }).changes).toEqual([]);
  });
});

describe('R81, R84, R77 the rules of the booking', () => {
  it('C5 an offset for which no day is left is refused, the largest named, and nothing is taken back', () => {
    const { problemCodes, changes } = edit(
      [seat(1, [reminder(1, 'email')])],
      { option: 'email', daysBefore: 7 },
      {},
      at('2026-11-26', '12:00'),
    );
    expect(problemCodes).toEqual(['reminder-days-refused 3']);
    expect(changes).toEqual([]);
  });

  it('C4 past 09:00 on its day it goes at once, and is said to', () => {
    const now = at('2026-11-28', '09:30');
    const { created, warnings } = edit([seat(1)], { option: 'email', daysBefore: 2 }, {}, now);
    expect(created.map(({ holdUntil }) => holdUntil)).toEqual([now + 30_000]);
    expect(warnings.map(({ code }) => code)).toEqual(['reminder-at-once']);
  });

  it('C6 names those without a mobile number; with SMS alone somebody must say that it is meant so', () => {
    const seats = [seat(1), seat(2, [], '08-123 456')];
    const both = edit(seats, { option: 'sms-and-email', daysBefore: 1 });
    expect(both.created.map(({ channel }) => channel)).toEqual(['email', 'sms', 'email']);
    const [, second] = seats;
    const applicationIds = [second?.applicant.applicationId];
    expect(both.warnings).toEqual([{ code: 'reminder-no-mobile', applicationIds }]);
    const alone = edit(seats, { option: 'sms', daysBefore: 1 });
    expect(alone.problems).toMatchObject([{ code: 'reminder-numbers-missing', applicationIds }]);
    const spared = edit(seats, { option: 'sms', daysBefore: 1, withoutSms: true });
    expect(spared.created.map(({ channel }) => channel)).toEqual(['sms']);
  });

  it('R77 an SMS needs the right and a gateway; to take one away needs neither', () => {
    const seats = [seat(1, [reminder(1, 'sms')])];
    const recruiter = { ...planContext().recruiter, rights: RIGHTS.filter((right) => right !== 'send-sms') };
    const refused = ['reminder-sms-refused'];
    expect(edit(seats, { option: 'sms', daysBefore: 1 }, { recruiter }).problemCodes).toEqual(refused);
    const interviews = { ...NO_INTERVIEWS, hasGateway: false };
    expect(edit(seats, { option: 'sms', daysBefore: 1 }, { interviews }).problemCodes).toEqual(refused);
    expect(edit(seats, { option: 'none' }, { recruiter, interviews }).takenBack).toEqual([[1, 'cancelled', null]]);
  });
});

describe('R82 what the form begins with', () => {
  const template = NO_INTERVIEWS.reminder('first', 'sv', ['IT']);
  const written = { daysBefore: 5, sequence: 3, startsAt: STARTS } as const;
  const email = (contents: Message['html'], signature: string) => {
    const words = {
      channel: 'email' as const,
      ...reminderMail({ subject: 'Snart', contents: rich(contents), signature }),
    };
    return { channel: 'email' as const, language: 'sv' as const, reminder: { ...written, words } };
  };
  const sms = {
    channel: 'sms' as const,
    language: 'sv' as const,
    reminder: { ...written, words: { channel: 'sms' as const, text: 'Kl. {interviewtime}' } },
  };

  it('is what was set, in the words that were written, the template’s where they say nothing', () => {
    const start = reminderAsSet([email('Hej', template.signature), sms], () => template);
    expect(start).toEqual({
      option: 'sms-and-email',
      daysBefore: 5,
      withoutSms: false,
      texts: {
        sv: { subject: 'Snart', contents: rich('Hej'), signature: template.signature, sms: 'Kl. {interviewtime}' },
      },
    });
    const alone = reminderAsSet([sms], () => template).texts.sv;
    expect(alone).toMatchObject({ subject: template.subject, signature: template.signature });
  });

  it('keeps a signature of somebody’s own among the contents, so that nothing of it is lost or doubled', () => {
    const { texts } = reminderAsSet([email('Hej', 'Maja i receptionen')], () => template);
    expect(texts.sv).toMatchObject({ contents: rich('Hej\n\nMaja i receptionen'), signature: '' });
  });

  it('is No reminder where none waits', () => {
    expect(reminderAsSet([], () => template)).toMatchObject({ option: 'none', daysBefore: null, texts: {} });
    expect(optionOf([{ channel: 'sms' }])).toBe('sms');
  });
});
