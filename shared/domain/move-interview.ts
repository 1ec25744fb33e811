import type { Change } from '../changes/change-set.js';
import type { Instant } from '../lib/time.js';
import type { Interview, InterviewEvent } from '../records/interview.js';
import type { MessagePurpose } from '../records/message.js';
import type { InterviewId, MessageId, PersonId, RecruiterId } from '../records/primitives.js';
import type { DeliveryReason } from './delivery-reason.js';
import type { InterviewPurpose } from './interview-mail.js';
import { deliveryEvent, mayBecome, type Delivery } from './message-state.js';
import { createMessage } from './plan-mail.js';
import type { PlannedMessage } from './progress-action.js';

/** Where and when a meeting is to be. */
export interface MeetingPlace {
  readonly startsAt: Instant;
  readonly minutes: number;
  readonly place: string;
}

/** What a move writes into the interview of each applicant. */
export type MovedFields = MeetingPlace & Pick<Interview, 'sequence'>;

/** One applicant's interview of the meeting, with the mails that told of it. */
export interface MovableInterview {
  readonly id: InterviewId;
  readonly fields: Interview;
  readonly messages: readonly InterviewMessage[];
}

export interface InterviewMessage extends Pick<Delivery, 'state' | 'attempt'> {
  readonly id: MessageId;
  readonly purpose: MessagePurpose;
  readonly personId: PersonId;
}

/** Mails that say when an interview is. */
const TELLS_THE_TIME: readonly MessagePurpose[] = ['invitation', 'interview-change'];
const MOVED: DeliveryReason = 'mail/interview-moved';

/** Whether a mail with the time has left, or may have: then somebody must hear that it no longer holds. */
export function wasTold({ messages }: { readonly messages: readonly Told[] }): boolean {
  return messages.some(
    ({ purpose, state }) =>
      TELLS_THE_TIME.includes(purpose) && (state === 'sending' || state === 'sent' || state === 'uncertain'),
  );
}
type Told = Pick<InterviewMessage, 'purpose' | 'state'>;

/** Writes a mail about an interview at a time and place, frozen as it will be sent; null where none can be written. */
export type WriteMail = (
  interview: MovableInterview,
  at: MovedFields,
  purpose: InterviewPurpose,
) => PlannedMessage | null;

export interface MoveContext {
  readonly now: Instant;
  readonly by: RecruiterId | null;
  newId(): string;
  readonly mail: WriteMail;
}

export interface MeetingMove {
  /** New values of each interview that changes; empty when nothing does. */
  readonly moved: readonly { readonly id: InterviewId; readonly fields: MovedFields }[];
  /** Mails taken back, and those with the new time. */
  readonly changes: readonly Change[];
  readonly messages: readonly PlannedMessage[];
  /** Who should be told and cannot be written to. */
  readonly untold: readonly PersonId[];
}

/**
 * Moves a meeting with everybody who is invited to it, as one change. Its sequence grows, so that an answer to the earlier
 * time no longer counts (C31); it grows for the duration or the place alone, too, as the end and the place stand in the
 * candidate's calendar, which takes a change only with a higher one (RFC 5545 3.8.7.4). A mail with the old time that still waits is refused and one with the new time queued in its
 * place; who was told already is told anew only when `tellAgain` says so.
 */
export function planMeetingMove(
  interviews: readonly MovableInterview[],
  to: MeetingPlace,
  { tellAgain }: { readonly tellAgain: boolean },
  context: MoveContext,
): MeetingMove {
  const moving = interviews.filter(({ fields }) => isElsewhere(fields, to));
  const plans = moving.map((interview) => {
    const fields: MovedFields = { ...to, sequence: interview.fields.sequence + 1 };
    const told = wasTold(interview);
    const waiting = interview.messages.filter(isWaitingToTell);
    const isToBeTold = waiting.length > 0 || (told && tellAgain);
    const mail = isToBeTold ? context.mail(interview, fields, told ? 'interview-change' : 'invitation') : null;
    const { personId, startsAt, minutes, place } = interview.fields;
    return { id: interview.id, personId, from: { startsAt, minutes, place }, fields, waiting, isToBeTold, mail };
  });
  return {
    moved: plans.map(({ id, fields }) => ({ id, fields })),
    changes: plans.flatMap(({ id, personId, from, waiting, mail }) => [
      moveEvent({ id, personId, from, to }, context),
      ...waiting.map((message) => takeBack(message, context)),
      ...(mail === null ? [] : [createMessage(mail)]),
    ]),
    messages: plans.flatMap(({ mail }) => mail ?? []),
    untold: plans.flatMap(({ personId, isToBeTold, mail }) => (isToBeTold && mail === null ? [personId] : [])),
  };
}

interface Moved {
  readonly id: InterviewId;
  readonly personId: PersonId;
  readonly from: MeetingPlace;
  readonly to: MeetingPlace;
}

/** What the activities tell of it: from where to where. */
function moveEvent({ id, personId, from, to }: Moved, context: MoveContext): Change {
  const event: InterviewEvent = {
    id: context.newId(),
    type: 'move',
    at: context.now,
    by: context.by,
    from: { ...from },
    to: { ...to },
  };
  return { kind: 'event', table: 'interview', id, dossier: personId, event };
}

function isElsewhere(fields: MovableInterview['fields'], to: MeetingPlace): boolean {
  return fields.startsAt !== to.startsAt || fields.minutes !== to.minutes || fields.place !== to.place;
}

function isWaitingToTell({ purpose, state }: InterviewMessage): boolean {
  return TELLS_THE_TIME.includes(purpose) && mayBecome(state, 'refused');
}

function takeBack({ id, personId, attempt }: InterviewMessage, context: MoveContext): Change {
  const { now, by } = context;
  const event = deliveryEvent({ id: context.newId(), at: now, by, state: 'refused', reason: MOVED, attempt });
  return { kind: 'event', table: 'message', id, dossier: personId, event };
}
