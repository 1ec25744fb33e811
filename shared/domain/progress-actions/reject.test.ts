import { describe, expect, it } from 'vitest';
import { ApplicationEvent, APPLICATION_STATUSES, REJECTION_STAGES } from '../../records/application.js';
import { InterviewEvent } from '../../records/interview.js';
import { MESSAGE_PURPOSES, MESSAGE_STATES, MessageEvent } from '../../records/message.js';
import type { ApplicationId, InterviewId, MessageId } from '../../records/primitives.js';
import { SHIPPED_REJECTION_REASONS } from '../../records/rejection-reason.js';
import { testId } from '../../testing/change-builders.js';
import { applicant, knownInterview, planContext } from '../../testing/plan-builders.js';
import { plainToRichText } from '../plain-to-rich-text.js';
import type { KnownInterview, KnownMessage, Plan, PlanContext } from '../progress-action.js';
import { reject, type RejectInput } from './reject.js';

const PLANNED_AT = planContext().now;
const REASON = SHIPPED_REJECTION_REASONS[0]!.id;
const INPUT: RejectInput = {
  stage: 'first',
  reasonId: REASON,
  from: { name: 'Eva Lind', address: 'eva@example.com' },
  texts: { sv: { subject: 'Din ansökan', contents: plainToRichText('Hej {given-name}, tack.') } },
  unticked: new Set(),
  tickedIn: new Set(),
};
const ONE = testId<ApplicationId>(1);

function message(n: number, known: Partial<KnownMessage> = {}): KnownMessage {
  const common = { applicationId: ONE, interviewId: testId<InterviewId>(60), sequence: null, attempt: 0 };
  return { id: testId<MessageId>(n), ...common, purpose: 'invitation', state: 'held', ...known };
}
function interview(n: number, known: Partial<KnownInterview> = {}): KnownInterview {
  return knownInterview(n, ONE, { startsAt: PLANNED_AT + 1, ...known });
}
function changesOf({ included }: Plan) {
  return included.flatMap(({ changes }) => changes);
}
function planOne(context: Partial<PlanContext> = {}, input: Partial<RejectInput> = {}): Plan {
  return reject.plan([applicant(1)], { ...INPUT, ...input }, planContext(context));
}

describe('Rejection', () => {
  it.each(REJECTION_STAGES)('R52, R54, R56 sets the status with stage %s and reason, and queues its mail', (stage) => {
    const plan = planOne({}, { stage });
    expect(plan.problems).toEqual([]);
    const [status, mail, ...more] = changesOf(plan);
    expect(more).toEqual([]);
    expect(status).toMatchObject({ kind: 'event', table: 'application', id: ONE, dossier: testId(0xa001) });
    expect(status?.kind === 'event' && ApplicationEvent.parse(status.event)).toMatchObject({
      to: 'rejected',
      by: testId(9),
      at: PLANNED_AT,
      rejection: { stage, reasonId: REASON },
    });
    expect(mail).toMatchObject({
      kind: 'create',
      table: 'message',
      fields: { purpose: 'rejection', text: 'Hej Name1, tack.' },
    });
  });

  it('R54, C21 asks for type and reason; a reason taken from the list is none', () => {
    const retired = SHIPPED_REJECTION_REASONS.map((reason) => ({ ...reason, retired: true }));
    const { organisation } = planContext();
    const codes = (plan: Plan) => plan.problems.map(({ code }) => code);
    const nothing = planOne({}, { stage: null, reasonId: null });
    expect(codes(nothing)).toEqual(['reject-type-missing', 'reject-reason-missing']);
    expect(changesOf(nothing)).toEqual([]);
    expect(codes(planOne({ organisation: { ...organisation, rejectionReasons: retired } }))).toEqual([
      'reject-reason-missing',
    ]);
    expect(codes(planOne({}, { reasonId: testId(77) }))).toEqual(['reject-reason-missing']);
  });

  it('R21, C26 rejects at any stage, but not the rejected, the hired and who stands in no list; they are named', () => {
    const selection = APPLICATION_STATUSES.map((status, n) => ({ ...applicant(n + 1), status }));
    const { included, excluded } = reject.plan(selection, INPUT, planContext());
    expect(excluded.map(({ reason }) => reason)).toEqual([
      'already-rejected',
      'already-hired',
      'already-deleted',
      'already-moved',
    ]);
    expect(included).toHaveLength(APPLICATION_STATUSES.length - 4);
  });

  it('C33 rejects those without an address or a text in their language, without a mail and with the reason', () => {
    const selection = [
      applicant(1, { email: '' }),
      applicant(2, { email: 'nowhere' }),
      applicant(3, { language: 'nl' }),
      applicant(4),
    ];
    const { included, problems } = reject.plan(selection, INPUT, planContext());
    expect(problems).toEqual([]);
    expect(included.map(({ withoutMail, messages }) => [withoutMail, messages.length])).toEqual([
      ['no-email-address', 0],
      ['invalid-email-address', 0],
      ['no-template-in-language', 0],
      [null, 1],
    ]);
    expect(included.map(({ changes }) => changes[0]?.table)).toEqual(Array(4).fill('application'));
  });

  it('asks for no sender where nobody is written to, and for one otherwise (R18)', () => {
    const from = { name: '', address: '' };
    const nobody = [applicant(1, { email: '' })];
    expect(reject.plan(nobody, { ...INPUT, from }, planContext()).problems).toEqual([]);
    expect(planOne({}, { from }).problems.map(({ code }) => code)).toEqual(['from-invalid']);
  });

  it('spares the unticked, and says when nobody is left', () => {
    const { excluded, problems } = planOne({}, { unticked: new Set([ONE]) });
    expect(excluded).toEqual([{ applicationId: ONE, reason: 'unticked' }]);
    expect(problems.map(({ code }) => code)).toEqual(['nobody-left']);
  });
});

describe('what waits for a rejected application', () => {
  it.each(MESSAGE_PURPOSES)('C34 a waiting message: %s', (purpose) => {
    const plan = planOne({ messagesOf: () => [message(50, { purpose, attempt: 2 })] });
    const events = changesOf(plan).flatMap((change) =>
      change.table === 'message' && change.kind === 'event' ? [MessageEvent.parse(change.event)] : [],
    );
    const found = events.map(({ state, reason, attempt }) => [state, reason, attempt]);
    const expected = {
      'ad-hoc': [['held', 'mail/status-changed', 2]],
      contract: [['refused', 'mail/application-rejected', 2]],
      offer: [['refused', 'mail/application-rejected', 2]],
      invitation: [['refused', 'mail/application-rejected', 2]],
      'interview-change': [['refused', 'mail/application-rejected', 2]],
      reminder: [['refused', 'mail/application-rejected', 2]],
      'interview-cancellation': [],
      rejection: [],
      'panel-review': [],
      credentials: [['held', 'mail/status-changed', 2]],
      forward: [['held', 'mail/status-changed', 2]],
    };
    expect(found).toEqual(expected[purpose]);
  });

  it('C34 touches only what still waits, and of this application (R1)', () => {
    const messages = [
      ...MESSAGE_STATES.map((state, n) => message(50 + n, { state })),
      message(70, { applicationId: testId<ApplicationId>(2) }),
      message(71, { applicationId: null }),
    ];
    const touched = changesOf(planOne({ messagesOf: () => messages })).flatMap((change) =>
      change.table === 'message' && change.kind === 'event' ? [change.id] : [],
    );
    const waiting = messages.filter(
      ({ id, state }) => Number.parseInt(id, 16) < 70 && ['held', 'due', 'sending', 'deferred'].includes(state),
    );
    expect(touched).toEqual(waiting.map(({ id }) => id));
  });

  it('C34 cancels its interviews that have not begun, and no other', () => {
    const interviews = [
      interview(60),
      interview(61, { startsAt: PLANNED_AT }),
      interview(62, { cancelled: true }),
      interview(63, { applicationId: testId<ApplicationId>(2) }),
    ];
    const plan = planOne({ interviewsOf: () => interviews });
    const cancelled = changesOf(plan).flatMap((change) =>
      change.table === 'interview' && change.kind === 'event'
        ? [[change.id, InterviewEvent.parse(change.event).type]]
        : [],
    );
    expect(cancelled).toEqual([[testId(60), 'cancellation']]);
  });

  it('C34 is seen before it is confirmed', () => {
    const plan = planOne({
      messagesOf: () => [message(50), message(51, { purpose: 'ad-hoc' })],
      interviewsOf: () => [interview(60)],
    });
    expect(plan.warnings).toEqual([
      { code: 'messages-stopped', applicationIds: [ONE] },
      { code: 'messages-held', applicationIds: [ONE] },
      { code: 'interviews-cancelled', applicationIds: [ONE] },
    ]);
    expect(planOne().warnings).toEqual([]);
  });
});

describe('C34 the interview of a rejected applicant who has the invitation already', () => {
  const told = (known: Partial<PlanContext> = {}, input: Partial<RejectInput> = {}) =>
    planOne(
      { interviewsOf: () => [interview(60)], messagesOf: () => [message(50, { state: 'sent' })], ...known },
      input,
    );
  const cancellationsOf = (plan: Plan) =>
    plan.included.flatMap(({ messages }) =>
      messages.map(({ message: mail }) => mail).filter(({ purpose }) => purpose === 'interview-cancellation'),
    );

  it.each(MESSAGE_STATES)(
    'is called off by a mail of its own when the invitation has left or may have: %s',
    (state) => {
      const plan = told({ messagesOf: () => [message(50, { state })] });
      expect(cancellationsOf(plan)).toHaveLength(['sending', 'sent', 'uncertain'].includes(state) ? 1 : 0);
    },
  );

  it('shows both mails, queues both with the status, and calls off the same meeting from the mailbox that rejects', () => {
    const plan = told();
    const [{ messages, changes } = { messages: [], changes: [] }] = plan.included;
    expect(messages.map(({ message: mail }) => mail.purpose)).toEqual(['rejection', 'interview-cancellation']);
    const queued = changes.flatMap((change) => (change.kind === 'create' ? [change.id] : []));
    expect(queued).toEqual(messages.map(({ id }) => id));
    expect(messages[1]?.message).toMatchObject({
      subject: 'sv interview-cancelled',
      from: INPUT.from,
      interviewId: testId(60),
      calendar: {
        method: 'CANCEL',
        uid: `${testId(60)}@fairdesk`,
        sequence: 4,
        startsAt: PLANNED_AT + 1,
        organiser: INPUT.from,
        attendee: { address: 'person1@example.com' },
      },
    });
    expect(messages[0]?.message.calendar).toBeNull();
    expect(plan.warnings.map(({ code }) => code)).toEqual(['interviews-cancelled', 'cancellation-mailed']);
  });

  it('C33 is called off also where no rejection can be mailed, and by phone where nothing can', () => {
    const other = told({}, { texts: {} });
    expect(other.included[0]).toMatchObject({ withoutMail: 'no-template-in-language' });
    expect(cancellationsOf(other)).toHaveLength(1);
    const known = { interviewsOf: () => [interview(60)], messagesOf: () => [message(50, { state: 'sent' })] };
    const nowhere = reject.plan([applicant(1, { email: '' })], INPUT, planContext(known));
    expect(cancellationsOf(nowhere)).toEqual([]);
    expect(nowhere.warnings.map(({ code }) => code)).toEqual(['interviews-cancelled', 'cancellation-by-phone']);
  });

  it('C34 is called off by phone where it was told by mouth, and by nobody where the invitation never left', () => {
    const codes = (messages: readonly KnownMessage[]) =>
      told({ messagesOf: () => messages }).warnings.map(({ code }) => code);
    expect(codes([])).toEqual(['interviews-cancelled', 'cancellation-by-phone']);
    expect(codes([message(50, { state: 'failed' })])).toEqual(['interviews-cancelled']);
    expect(codes([message(50)])).toEqual(['messages-stopped', 'interviews-cancelled']);
    const reminder = message(51, { purpose: 'reminder' });
    expect(codes([message(50), reminder])).toEqual(['messages-stopped', 'reminders-stopped', 'interviews-cancelled']);
    expect(codes([message(50, { state: 'failed' }), reminder])).toEqual(['reminders-stopped', 'interviews-cancelled']);
  });

  it('C31 has a higher sequence than a cancellation that left before an undo', () => {
    const left = message(51, { purpose: 'interview-cancellation', state: 'sent', sequence: 4 });
    const plan = told({ messagesOf: () => [message(50, { state: 'sent', sequence: 3 }), left] });
    expect(cancellationsOf(plan)).toMatchObject([{ calendar: { sequence: 5 } }]);
  });

  it('says nothing of an interview that has begun, or that only another one was told of', () => {
    expect(cancellationsOf(told({ interviewsOf: () => [interview(60, { startsAt: PLANNED_AT })] }))).toEqual([]);
    expect(cancellationsOf(told({ interviewsOf: () => [interview(61)] }))).toEqual([]);
  });
});
