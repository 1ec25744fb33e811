import type { Change } from '../changes/change-set.js';
import type { Instant } from '../lib/time.js';
import type { Interview, InterviewEvent } from '../records/interview.js';
import type { InterviewId, MessageId, PersonId, RecruiterId } from '../records/primitives.js';
import type { DeliveryReason } from './delivery-reason.js';
import type { InterviewPurpose } from './interview-mail.js';
import { deliveryEvent, mayBecome, type Delivery } from './message-state.js';
import { createMessage } from './plan-mail.js';
import type { PlannedMessage } from './progress-action.js';
import { howTold, nextSequence, tellsTheTime, type Told } from './told-of-interview.js';

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

export interface InterviewMessage extends Told, Pick<Delivery, 'attempt'> {
  readonly id: MessageId;
  readonly personId: PersonId;
}

const MOVED: DeliveryReason = 'mail/interview-moved';

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
  /** Who had a mail that never left and gets one with the new time in its place. */
  readonly exchanged: readonly PersonId[];
  /** Who should be told and gets no mail: nobody wrote to them before, or nobody can. */
  readonly untold: readonly PersonId[];
}

/**
 * Moves a meeting with everybody who is invited to it, as one change. Its sequence grows, so that an answer to the earlier
 * time no longer counts (C31); it grows for the duration or the place alone, too, as the end and the place stand in the
 * candidate's calendar, which takes a change only with a higher one (RFC 5545 3.8.7.4). A mail with the old time that has
 * not left, because it waits or could not be delivered, is cancelled, as nobody has anything to do about it, and one with the
 * new time queued in its place; who was told already is told anew only when `tellAgain` says so; who was told by mouth hears
 * it by phone.
 */
export function planMeetingMove(
  interviews: readonly MovableInterview[],
  to: MeetingPlace,
  { tellAgain }: { readonly tellAgain: boolean },
  context: MoveContext,
): MeetingMove {
  const moving = interviews.filter(({ fields }) => isElsewhere(fields, to));
  const plans = moving.map((interview) => {
    const fields: MovedFields = { ...to, sequence: nextSequence(interview.fields, interview.messages) };
    const told = howTold(interview.messages);
    const unsent = interview.messages.filter(isUnsent);
    const isToBeTold = told !== 'by-mail' || unsent.length > 0 || tellAgain;
    const purpose = told === 'by-mail' ? 'interview-change' : 'invitation';
    const mail = isToBeTold && told !== 'by-mouth' ? context.mail(interview, fields, purpose) : null;
    const { personId, startsAt, minutes, place } = interview.fields;
    return { id: interview.id, personId, from: { startsAt, minutes, place }, fields, unsent, isToBeTold, mail };
  });
  return {
    moved: plans.map(({ id, fields }) => ({ id, fields })),
    changes: plans.flatMap(({ id, personId, from, unsent, mail }) => [
      moveEvent({ id, personId, from, to }, context),
      ...unsent.map((message) => takeBack(message, context)),
      ...(mail === null ? [] : [createMessage(mail)]),
    ]),
    messages: plans.flatMap(({ mail }) => mail ?? []),
    exchanged: plans.flatMap(({ personId, unsent, mail }) => (unsent.length > 0 && mail !== null ? [personId] : [])),
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

/** Tells the time, and waits or could not be delivered: tried again it would tell the earlier one. */
function isUnsent(message: InterviewMessage): boolean {
  return tellsTheTime(message) && (mayBecome(message.state, 'refused') || message.state === 'failed');
}

/** Its place is taken by another one, so nobody has anything to do about it. */
function takeBack({ id, personId, attempt }: InterviewMessage, context: MoveContext): Change {
  const { now, by } = context;
  const event = deliveryEvent({ id: context.newId(), at: now, by, state: 'cancelled', reason: MOVED, attempt });
  return { kind: 'event', table: 'message', id, dossier: personId, event };
}
