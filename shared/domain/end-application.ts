import type { Change } from '../changes/change-set.js';
import type { Instant } from '../lib/time.js';
import type { Message, MessagePurpose } from '../records/message.js';
import type { DeliveryReason } from './delivery-reason.js';
import { ENDING_STATUSES, type EndingStatus } from './ending-statuses.js';
import { deliveryEvent, isWaiting } from './message-state.js';
import { createMessage } from './plan-mail.js';
import type {
  Applicant,
  KnownInterview,
  KnownMessage,
  PlanContext,
  PlannedMessage,
  PlanWarning,
  PlanWarningCode,
} from './progress-action.js';
import type { ApplicationId, PersonId } from '../records/primitives.js';
import { stampOf, type StatusStamp } from './status-event.js';
import { howTold, nextSequence } from './told-of-interview.js';
import { writeInterviewMail } from './write-interview-mail.js';

/**
 * C34: what becomes of a waiting message when its application ends. What asks somebody to come or to sign is refused, what
 * was written by hand waits for the recruiter, and a rejection or the news that an interview is off goes.
 */
export const WHEN_ENDED = {
  'ad-hoc': 'hold',
  contract: 'refuse',
  offer: 'refuse',
  invitation: 'refuse',
  'interview-change': 'refuse',
  reminder: 'refuse',
  'interview-cancellation': 'send',
  rejection: 'send',
  'panel-review': 'send',
  // What goes to somebody else about them is the recruiter's to decide, and gone with them where they are deleted.
  forward: 'hold',
  credentials: 'hold',
} as const satisfies Record<MessagePurpose, 'hold' | 'refuse' | 'send'>;

/** What ends with an application: nothing of it is lost, and undo brings all of it back. */
export interface Ended {
  readonly refused: readonly KnownMessage[];
  readonly held: readonly KnownMessage[];
  readonly cancelled: readonly KnownInterview[];
}

export interface Ending extends Ended {
  /** The mails that say so to somebody who was told of an interview already; and the interviews to speak of by phone. */
  readonly mails: readonly PlannedMessage[];
  readonly byPhone: readonly KnownInterview[];
}

/** An application with all that is known of its person's messages and interviews. */
export interface EndingApplication {
  readonly applicationId: ApplicationId;
  readonly messages: readonly KnownMessage[];
  readonly interviews: readonly KnownInterview[];
}

/** C34: what waits for this application, and its interviews that have not begun. */
export function whatEnds({ applicationId, ...known }: EndingApplication, status: EndingStatus, now: Instant): Ended {
  const waiting = known.messages.filter((one) => one.applicationId === applicationId && isWaiting(one.state));
  const becoming = (fate: 'hold' | 'refuse') => waiting.filter(({ purpose }) => fateOf(purpose, status) === fate);
  const cancelled = known.interviews.filter(
    (one) => one.applicationId === applicationId && !one.cancelled && one.startsAt > now,
  );
  return { refused: becoming('refuse'), held: becoming('hold'), cancelled };
}

/**
 * The same with its mails: each of these interviews that somebody was told of is called off by a mail of its own
 * (docs/adr/0017).
 */
export function endingOf(
  applicant: Applicant,
  { status, from }: { readonly status: EndingStatus; readonly from: Message['from'] },
  context: PlanContext,
): Ending {
  const { applicationId, person } = applicant;
  const messages = context.messagesOf(person.id);
  const ended = whatEnds({ applicationId, messages, interviews: context.interviewsOf(person.id) }, status, context.now);
  const news = ended.cancelled.flatMap((interview) => {
    const about = messages.filter(({ interviewId }) => interviewId === interview.id);
    const told = howTold(about);
    if (told === 'not-yet') return [];
    const newer = { ...interview, sequence: nextSequence(interview, about) };
    const mail = { applicant, interview: newer, purpose: 'interview-cancellation', from } as const;
    return [{ interview, mail: told === 'by-mail' ? writeInterviewMail(mail, context) : null }];
  });
  return {
    ...ended,
    mails: news.flatMap(({ mail }) => mail ?? []),
    byPhone: news.flatMap(({ interview, mail }) => (mail === null ? [interview] : [])),
  };
}

/** Whoever is hired gets the contract (C24); nobody is told of whoever is deleted. */
function fateOf(purpose: MessagePurpose, status: EndingStatus): 'hold' | 'refuse' | 'send' {
  if (status === 'deleted' && purpose === 'forward') return 'refuse';
  return status === 'hired' && purpose === 'contract' ? 'send' : WHEN_ENDED[purpose];
}

/** The changes that end it, for the change set that sets the status. */
export function endApplication(
  ending: Ending,
  { person }: Applicant,
  status: EndingStatus,
  context: PlanContext,
): readonly Change[] {
  return [...endWhatWaits(ending, person.id, status, stampOf(context)), ...ending.mails.map(createMessage)];
}

/** The same without a mail. */
export function endWhatWaits(
  { refused, held, cancelled }: Ended,
  dossier: PersonId,
  status: EndingStatus,
  { at, by, newId }: StatusStamp,
): readonly Change[] {
  const stamp = () => ({ id: newId(), at, by });
  const message = ({ id, attempt }: KnownMessage, state: 'refused' | 'held', reason: DeliveryReason): Change => ({
    kind: 'event',
    table: 'message',
    id,
    dossier,
    event: deliveryEvent({ ...stamp(), state, reason, attempt }),
  });
  return [
    ...refused.map((one) => message(one, 'refused', ENDING_STATUSES[status])),
    ...held.map((one) => message(one, 'held', 'mail/status-changed')),
    ...cancelled.map(({ id }): Change => ({
      kind: 'event',
      table: 'interview',
      id,
      dossier,
      event: { ...stamp(), type: 'cancellation' },
    })),
  ];
}

/** What does not leave any more: a reminder asks nothing of anybody, so it is named for itself. */
export function stoppedBy({
  refused,
}: Pick<Ended, 'refused'>): Readonly<Record<'messages' | 'reminders', readonly KnownMessage[]>> {
  const isReminder = ({ purpose }: KnownMessage): boolean => purpose === 'reminder';
  return { messages: refused.filter((one) => !isReminder(one)), reminders: refused.filter(isReminder) };
}

const WARNED = {
  'messages-stopped': (ending) => stoppedBy(ending).messages,
  'reminders-stopped': (ending) => stoppedBy(ending).reminders,
  'messages-held': ({ held }) => held,
  'interviews-cancelled': (ending) => ending.cancelled,
  'cancellation-mailed': ({ mails }) => mails,
  'cancellation-by-phone': ({ byPhone }) => byPhone,
} as const satisfies Partial<Record<PlanWarningCode, (ending: Ending) => readonly unknown[]>>;
export type EndingWarning = keyof typeof WARNED;

/** What ends, seen before it is confirmed. */
export function endingWarnings(endings: ReadonlyMap<ApplicationId, Ending>): readonly PlanWarning[] {
  return (Object.entries(WARNED) as [EndingWarning, (ending: Ending) => readonly unknown[]][])
    .map(([code, part]) => ({
      code,
      applicationIds: [...endings].filter(([, ending]) => part(ending).length > 0).map(([id]) => id),
    }))
    .filter(({ applicationIds }) => applicationIds.length > 0);
}
