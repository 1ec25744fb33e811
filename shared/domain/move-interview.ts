import type { Change } from '../changes/change-set.js';
import type { InterviewEvent } from '../records/interview.js';
import type { InterviewId, PersonId } from '../records/primitives.js';
import type { DeliveryReason } from './delivery-reason.js';
import { mayBecome } from './message-state.js';
import type {
  InterviewMessage,
  MeetingPlace,
  MovableInterview,
  MoveContext,
  MovedFields,
} from './movable-interview.js';
import { cancelled, moveReminders } from './move-reminders.js';
import { createMessage } from './plan-mail.js';
import type { PlannedMessage } from './progress-action.js';
import { howTold, nextSequence, tellsTheTime } from './told-of-interview.js';

const MOVED: DeliveryReason = 'mail/interview-moved';

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
  /** C5: whose reminder waits for its day anew, and whose is no longer possible. */
  readonly reminders: readonly PlannedMessage[];
  readonly unreminded: readonly PersonId[];
}

/**
 * Moves a meeting with everybody who is invited to it, as one change. Its sequence grows, so that an answer to the earlier
 * time no longer counts (C31); it grows for the duration or the place alone, too, as the end and the place stand in the
 * candidate's calendar, which takes a change only with a higher one (RFC 5545 3.8.7.4). A mail with the old time that has
 * not left, because it waits or could not be delivered, is cancelled, as nobody has anything to do about it, and one with the
 * new time queued in its place; who was told already is told anew only when `tellAgain` says so; who was told by mouth hears
 * it by phone. Reminders are computed anew (C5), whoever hears of the move.
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
    const mail = isToBeTold && told !== 'by-mouth' ? context.write.mail(interview, fields, purpose) : null;
    const { personId, startsAt, minutes, place } = interview.fields;
    const from = { startsAt, minutes, place };
    const reminders = moveReminders(interview, fields, context);
    return { id: interview.id, personId, from, fields, unsent, isToBeTold, mail, reminders };
  });
  return {
    moved: plans.map(({ id, fields }) => ({ id, fields })),
    changes: plans.flatMap(({ id, personId, from, unsent, mail, reminders }) => [
      moveEvent({ id, personId, from, to }, context),
      ...unsent.map((message) => takeBack(message, context)),
      ...(mail === null ? [] : [createMessage(mail)]),
      ...reminders.changes,
    ]),
    messages: plans.flatMap(({ mail }) => mail ?? []),
    exchanged: plans.flatMap(({ personId, unsent, mail }) => (unsent.length > 0 && mail !== null ? [personId] : [])),
    untold: plans.flatMap(({ personId, isToBeTold, mail }) => (isToBeTold && mail === null ? [personId] : [])),
    reminders: plans.flatMap(({ reminders }) => reminders.written),
    unreminded: plans.flatMap(({ personId, reminders }) => (reminders.dropped ? [personId] : [])),
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
function takeBack(message: InterviewMessage, context: MoveContext): Change {
  return cancelled(message, MOVED, context);
}
