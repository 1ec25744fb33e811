import { useCallback } from 'react';
import { isReminderGone, isReminderToCome, optionOf } from '../../shared/domain/edit-reminder.js';
import { stateAt, type DueObstacle } from '../../shared/domain/message-state.js';
import { ANY_INVITE } from '../../shared/domain/rights.js';
import { MINUTE, type Instant } from '../../shared/lib/time.js';
import type { ReminderOption } from '../../shared/records/interview-reminder.js';
import type { InterviewId } from '../../shared/records/primitives.js';
import { obstacleOf } from './delivery-status.js';
import { statusOf, type Delivery } from './delivery-watch.js';
import { isDeclined } from './roster/is-declined.js';
import type { MessageRow, Roster } from './roster/rows.js';
import { useDelivery } from './use-delivery.js';
import { useNow } from './use-now.js';
import { useHasRight } from './use-rights.js';
import { useSendingServer } from './use-sending-server.js';
import { useRoster } from './use-session.js';

/** The one that leaves first, where it stands at this moment, and what keeps it here once it is due. */
interface WaitingReminder extends Pick<MessageRow, 'state' | 'reason'> {
  readonly leavesAt: Instant;
  readonly obstacle: DueObstacle | null;
  /** Nothing of it leaves: who waits for it has said no. */
  readonly declined: boolean;
}

/** How a meeting is reminded of: with what that waits, and when; else when somebody was reminded last. */
export interface ReminderStands {
  readonly option: ReminderOption;
  readonly waiting: WaitingReminder | null;
  readonly leftAt: Instant | null;
  /** By whoever may invite (C19), while there is something to be reminded of. */
  readonly mayChange: boolean;
}

/** @param ids everybody in the meeting who is meant */
export function useReminderStanding(ids: readonly InterviewId[]): ReminderStands {
  const now = useNow(MINUTE);
  const mayInvite = useHasRight(ANY_INVITE);
  const messages = useRoster(useCallback((roster: Roster) => messagesAbout(roster, ids), [ids]));
  const startsAt = useRoster(
    useCallback(({ interviews }: Roster) => Math.max(0, ...ids.map((id) => interviews.get(id)?.startsAt ?? 0)), [ids]),
  );
  const delivery = useDelivery();
  const server = useSendingServer()?.device ?? null;
  const toCome = messages.filter(isReminderToCome);
  const declined = useRoster(
    useCallback((roster: Roster) => new Set(ids.filter((id) => isDeclined(roster, { interviewId: id }))), [ids]),
  );
  const reminded = toCome.filter(({ interviewId }) => interviewId !== null && !declined.has(interviewId));
  // Of whoever has said no only where nobody else is reminded.
  const waiting = reminded.length > 0 ? reminded : toCome;
  const gone = messages.filter(isReminderGone);
  return {
    option: optionOf(waiting),
    waiting: firstToLeave(waiting, { now, delivery, declined: reminded.length === 0, server }),
    leftAt: gone.length === 0 ? null : Math.max(...gone.map(({ since }) => since)),
    mayChange: mayInvite && startsAt > now,
  };
}

function firstToLeave(
  waiting: readonly MessageRow[],
  {
    now,
    delivery,
    declined,
    server,
  }: {
    readonly now: Instant;
    readonly delivery: Delivery;
    readonly declined: boolean;
    readonly server: string | null;
  },
): WaitingReminder | null {
  const [first] = [...waiting].sort((a, b) => a.holdUntil - b.holdUntil);
  if (first === undefined) return null;
  const { channel, reason, holdUntil, deliverBy } = first;
  const obstacle = deliverBy === server ? null : obstacleOf(statusOf(delivery, channel));
  return { leavesAt: holdUntil, state: stateAt(first, now), reason, obstacle, declined };
}

function messagesAbout(roster: Roster, ids: readonly InterviewId[]): readonly MessageRow[] {
  return ids.flatMap((id) => {
    const interview = roster.interviews.get(id);
    if (interview === undefined) return [];
    return roster.messagesOf(interview.personId).filter(({ interviewId }) => interviewId === id);
  });
}
