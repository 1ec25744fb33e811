import { isEnding } from '../../../shared/domain/ending-statuses.js';
import { stateAt } from '../../../shared/domain/message-state.js';
import type { Instant } from '../../../shared/lib/time.js';
import { isDeclined } from '../../data/roster/is-declined.js';
import type { MessageRow, Roster } from '../../data/roster/rows.js';
import { shownMessageState, type ShownMessageState } from '../../ui/message-state-label.js';

/** What only a person can put right, and what moves by itself. */
export interface Waiting {
  /** Applications in which nothing has happened yet. */
  readonly newApplications: number;
  /** Interviews whose applicant asked for a new time and has none yet (R89). */
  readonly newTimes: number;
  readonly messages: MessagesOf;
}

/** How many messages the Outbox says each of, without what keeps a due one here. */
export type MessagesOf = (state: ShownMessageState) => number;

export function waitingIn(roster: Roster, now: Instant): Waiting {
  const messages = new Map<ShownMessageState, number>();
  for (const message of roster.messages.values()) {
    const shown = shownOf(roster, message, now);
    messages.set(shown, (messages.get(shown) ?? 0) + 1);
  }
  let newApplications = 0;
  for (const { status } of roster.applications.values()) if (status === 'new') newApplications += 1;
  return { newApplications, newTimes: newTimesIn(roster, now), messages: (state) => messages.get(state) ?? 0 };
}

function shownOf(roster: Roster, message: MessageRow, now: Instant): ShownMessageState {
  const { reason, purpose } = message;
  return shownMessageState(stateAt(message, now), null, reason, purpose, isDeclined(roster, message));
}

function newTimesIn({ interviews, applications }: Pick<Roster, 'interviews' | 'applications'>, now: Instant): number {
  return [...interviews.values()].filter(({ accTime, cancelled, applicationId, startsAt }) => {
    const status = applications.get(applicationId)?.status;
    return accTime === 'new-time' && !cancelled && startsAt > now && status !== undefined && !isEnding(status);
  }).length;
}
