import type { Instant } from '../lib/time.js';
import type { ApplicationStatus } from '../records/application.js';
import type { Interview, InterviewAnswer } from '../records/interview.js';
import type { MessagePurpose } from '../records/message.js';
import type { DeliveryReason } from './delivery-reason.js';
import { WHEN_ENDED } from './end-application.js';
import { ENDING_STATUSES, isEnding } from './ending-statuses.js';
import { refuseReminder } from './reminders.js';

interface SentOf extends Pick<Interview, 'sequence' | 'startsAt'> {
  readonly cancelled: boolean;
  readonly accTime: InterviewAnswer | null;
}

/** What decides at the moment of sending, as it stands then. */
export interface SendingFacts {
  readonly purpose: MessagePurpose;
  /** Of the message's application; null when it is not there any more, undefined when the message is about none. */
  readonly status: ApplicationStatus | null | undefined;
  /** Of the message's interview; null when it is not there any more, undefined when the message is about none. */
  readonly interview: SentOf | null | undefined;
  /** SEQUENCE of the interview that it speaks of; null where its time is not told. */
  readonly sequence: number | null;
  /** Of a reminder, when the interview begins that it tells of. */
  readonly remindsOf: Instant | null;
  readonly now: Instant;
}

/**
 * C34: why a message may not leave, although nothing stopped it when it was queued: somebody was rejected since, perhaps on
 * another laptop, or the interview is off, at another time, too near to be reminded of (C27), or declined. Null: it may.
 */
export function refuseAtSending(facts: SendingFacts): DeliveryReason | null {
  const { purpose, status, interview, sequence, remindsOf, now } = facts;
  if (status === null) return 'mail/application-ended';
  if (purpose === 'forward' && status === 'deleted') return ENDING_STATUSES.deleted;
  // C26: a contract may be written to somebody whose application has ended, on purpose; one that waited was refused then.
  if (purpose === 'contract' || WHEN_ENDED[purpose] !== 'refuse') return null;
  if (status !== undefined && isEnding(status)) return ENDING_STATUSES[status];
  if (interview === undefined) return null;
  if (interview === null || interview.cancelled) return 'mail/interview-cancelled';
  if (sequence !== null && sequence !== interview.sequence) return 'mail/interview-moved';
  if (remindsOf === null) return null;
  // Decided only now: an answer may be taken back until then, by whichever way and on whichever laptop.
  if (interview.accTime === 'not-accepted') return 'mail/interview-declined';
  // Two laptops that moved it at the same time gave it the same sequence; one time won.
  return remindsOf === interview.startsAt ? refuseReminder({ startsAt: remindsOf, now }) : 'mail/interview-moved';
}
