import type { Change } from '../changes/change-set.js';
import type { InterviewEvent } from '../records/interview.js';
import type { PersonId } from '../records/primitives.js';
import { deliveryEvent, mayBeCancelled } from './message-state.js';
import type { InterviewMessage, MovableInterview, MoveContext } from './movable-interview.js';
import { createMessage } from './plan-mail.js';
import type { PlannedMessage } from './progress-action.js';
import { howTold, nextSequence, wasTold } from './told-of-interview.js';

export interface MeetingCancellation {
  /** The cancellations, mails taken back, and those that tell of it. */
  readonly changes: readonly Change[];
  readonly messages: readonly PlannedMessage[];
  /** Who should be told and gets no mail: they heard of it by mouth, or nobody can write to them. */
  readonly untold: readonly PersonId[];
}

/** Whether somebody is still expected: who was told the time, of an interview that has not begun. */
export function mustBeToldOff(
  { fields, messages }: Pick<MovableInterview, 'fields' | 'messages'>,
  now: MoveContext['now'],
): boolean {
  return fields.startsAt > now && wasTold({ messages });
}

/**
 * A meeting that no longer takes place, for everybody in it. What still waits to tell of it does not go; whoever was told the
 * time already gets a mail that takes it out of the calendar again (RFC 5546 3.2.5), unless `tell` says no. The status
 * stays: what comes next is the recruiter's to say (R92).
 */
export function planMeetingCancellation(
  interviews: readonly MovableInterview[],
  { tell }: { readonly tell: boolean },
  context: MoveContext,
): MeetingCancellation {
  const plans = interviews.map((interview) => {
    const { fields, messages } = interview;
    const isToBeMailed = tell && mustBeToldOff(interview, context.now);
    const newer = { ...fields, sequence: nextSequence(fields, messages) };
    const mail = isToBeMailed ? context.write.mail(interview, newer, 'interview-cancellation') : null;
    const byMouth = fields.startsAt > context.now && howTold(messages) === 'by-mouth';
    return { interview, isUntold: byMouth || (isToBeMailed && mail === null), mail };
  });
  return {
    changes: plans.flatMap(({ interview, mail }) => [
      cancellation(interview, context),
      ...interview.messages.flatMap((message) =>
        mayBeCancelled(message.state) ? [takeBack(interview, message, context)] : [],
      ),
      ...(mail === null ? [] : [createMessage(mail)]),
    ]),
    messages: plans.flatMap(({ mail }) => mail ?? []),
    untold: plans.flatMap(({ interview, isUntold }) => (isUntold ? [interview.fields.personId] : [])),
  };
}

type Stamping = Pick<MoveContext, 'now' | 'by' | 'newId'>;

function cancellation({ id, fields }: MovableInterview, { now, by, newId }: Stamping): Change {
  const event: InterviewEvent = { id: newId(), type: 'cancellation', at: now, by };
  return { kind: 'event', table: 'interview', id, dossier: fields.personId, event };
}

function takeBack({ fields }: MovableInterview, { id, attempt }: InterviewMessage, context: Stamping): Change {
  const { now, by, newId } = context;
  const event = deliveryEvent({ id: newId(), at: now, by, state: 'cancelled', attempt });
  return { kind: 'event', table: 'message', id, dossier: fields.personId, event };
}
