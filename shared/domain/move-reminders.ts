import type { Change } from '../changes/change-set.js';
import type { MessageChannel, MessageState } from '../records/message.js';
import type { DeliveryReason } from './delivery-reason.js';
import { deliveryEvent, mayBeCancelled } from './message-state.js';
import type { InterviewMessage, MovableInterview, MoveContext, MovedFields } from './movable-interview.js';
import { createMessage } from './plan-mail.js';
import type { PlannedMessage } from './progress-action.js';

export interface MovedReminders {
  readonly changes: readonly Change[];
  readonly written: readonly PlannedMessage[];
  /** One that was still to leave is taken back, and nothing stands in its place. */
  readonly dropped: boolean;
}

/**
 * C5: the reminders of an interview that moves. One that waits tells the earlier time and is taken back, the same words for
 * the new time in its place as long as there is a day for them. Who was reminded already is reminded again only when the new
 * day is still to come: whatever moves at short notice is told by the mail about the move. What somebody took back in the
 * Outbox stays away.
 */
export function moveReminders(interview: MovableInterview, to: MovedFields, context: MoveContext): MovedReminders {
  const reminders = interview.messages.filter(({ purpose }) => purpose === 'reminder');
  const moves = CHANNELS.map((channel) => {
    const ofChannel = reminders.filter((one) => one.channel === channel);
    const standing = standingOf(ofChannel, interview.fields.sequence);
    const planned = standing === null ? null : writeAgain(standing, interview, to, context);
    const reason: DeliveryReason = planned === null ? DROPPED : 'mail/interview-moved';
    const takenBack = ofChannel.filter(({ state }) => mayBeCancelled(state));
    return {
      changes: [
        ...takenBack.map((one) => cancelled(one, one === standing ? reason : 'mail/interview-moved', context)),
        ...(planned === null ? [] : [createMessage(planned)]),
      ],
      written: planned === null ? [] : [planned],
      dropped: planned === null && takenBack.some(isToLeave),
    };
  });
  return {
    changes: moves.flatMap(({ changes }) => changes),
    written: moves.flatMap(({ written }) => written),
    dropped: moves.some(({ dropped }) => dropped),
  };
}

function writeAgain(
  reminder: InterviewMessage,
  interview: MovableInterview,
  to: MovedFields,
  context: MoveContext,
): PlannedMessage | null {
  const hasLeft = HAS_LEFT.includes(reminder.state);
  // Of a place or a duration alone, whoever was reminded hears by the mail about it.
  if (hasLeft && interview.fields.startsAt === to.startsAt) return null;
  const again = context.write.reminder(interview, to, reminder);
  return again === null || (hasLeft && again.atOnce) ? null : again.planned;
}

const HAS_LEFT: readonly MessageState[] = ['sending', 'sent', 'uncertain'];

/**
 * The reminder that holds: of the interview as it stands; or, where an earlier move or another zone left no day for it, the last one before
 * that. Those that another one replaced, and those that an undo or somebody in the Outbox took back, are over.
 */
function standingOf(reminders: readonly InterviewMessage[], sequence: number): InterviewMessage | null {
  const now = reminders.filter((one) => one.sequence === sequence);
  const standing = nextOf(now.filter(({ state }) => state !== 'cancelled'));
  if (standing !== null) return standing;
  if (now.some(isTakenBack)) return null;
  const earlier = reminders.filter(
    (one) => (one.sequence ?? 0) <= sequence && (one.state !== 'cancelled' || one.reason === DROPPED),
  );
  const newest = Math.max(...earlier.map((one) => one.sequence ?? 0));
  return nextOf(earlier.filter((one) => one.sequence === newest));
}

/** Whoever was reminded may be reminded once more: what is still to leave, or was until a move, comes before what has left. */
function nextOf(reminders: readonly InterviewMessage[]): InterviewMessage | null {
  return reminders.find(isToLeave) ?? reminders.find(({ reason }) => reason === DROPPED) ?? reminders[0] ?? null;
}

function isToLeave({ state }: InterviewMessage): boolean {
  return state !== 'refused' && mayBeCancelled(state);
}

function isTakenBack({ state, reason }: InterviewMessage): boolean {
  return state === 'cancelled' && reason === null;
}

const CHANNELS: readonly MessageChannel[] = ['email', 'sms'];
const DROPPED: DeliveryReason = 'mail/reminder-dropped';

/** Takes a message back whose place another one takes, or nobody; null: somebody wants it so. */
export function cancelled(
  { id, personId, attempt }: InterviewMessage,
  reason: DeliveryReason | null,
  { now, by, newId }: Pick<MoveContext, 'now' | 'by' | 'newId'>,
): Change {
  const event = deliveryEvent({ id: newId(), at: now, by, state: 'cancelled', reason, attempt });
  return { kind: 'event', table: 'message', id, dossier: personId, event };
}
