import type { ApplicationStatus } from '../records/application.js';
import type { MessagePurpose } from '../records/message.js';
import type { DeliveryReason } from './delivery-reason.js';
import { ENDING_STATUSES, isEnding, WHEN_ENDED } from './end-application.js';

/** What decides at the moment of sending, as it stands then. */
export interface SendingFacts {
  readonly purpose: MessagePurpose;
  /** Of the message's application; null when it is not there any more, undefined when the message is about none. */
  readonly status: ApplicationStatus | null | undefined;
  /** Of the message's interview; null when it is not there any more, undefined when the message is about none. */
  readonly interview: { readonly cancelled: boolean; readonly sequence: number } | null | undefined;
  /** SEQUENCE of the invitation that goes along; null without one. */
  readonly sequence: number | null;
}

/**
 * C34: why a message may not leave, although nothing stopped it when it was queued: somebody was rejected since, perhaps on
 * another laptop, or the interview is off or at another time. Null: it may.
 */
export function refuseAtSending({ purpose, status, interview, sequence }: SendingFacts): DeliveryReason | null {
  if (status === null) return 'mail/application-ended';
  if (purpose === 'forward' && status === 'deleted') return ENDING_STATUSES.deleted;
  // C26: a contract may be written to somebody whose application has ended, on purpose; one that waited was refused then.
  if (purpose === 'contract' || WHEN_ENDED[purpose] !== 'refuse') return null;
  if (status !== undefined && isEnding(status)) return ENDING_STATUSES[status];
  if (interview === undefined) return null;
  if (interview === null || interview.cancelled) return 'mail/interview-cancelled';
  return sequence !== null && sequence !== interview.sequence ? 'mail/interview-moved' : null;
}
