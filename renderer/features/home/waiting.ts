import { ENDING_STATUSES } from '../../../shared/domain/end-application.js';
import type { MessageState } from '../../../shared/records/message.js';
import { messageGroup } from '../../data/roster/count-messages.js';
import type { Roster } from '../../data/roster/rows.js';

/** What only a person can put right, and what moves by itself. */
export interface Waiting {
  /** Applications in which nothing has happened yet. */
  readonly newApplications: number;
  /** Interviews whose applicant asked for a new time and has none yet (R89). */
  readonly newTimes: number;
  readonly messages: Readonly<Record<MessageState | 'held-for-you', number>>;
}

export function waitingIn(roster: Roster): Waiting {
  const messages: Record<MessageState | 'held-for-you', number> = {
    'held-for-you': 0,
    held: 0,
    due: 0,
    sending: 0,
    sent: 0,
    deferred: 0,
    failed: 0,
    uncertain: 0,
    refused: 0,
    cancelled: 0,
  };
  for (const { state, reason } of roster.messages.values()) {
    messages[state === 'held' && messageGroup({ state, reason }) === 'yours' ? 'held-for-you' : state] += 1;
  }
  let newApplications = 0;
  for (const { status } of roster.applications.values()) if (status === 'new') newApplications += 1;
  return { newApplications, newTimes: newTimesIn(roster), messages };
}

function newTimesIn({ interviews, applications }: Pick<Roster, 'interviews' | 'applications'>): number {
  return [...interviews.values()].filter(({ accTime, cancelled, applicationId }) => {
    const status = applications.get(applicationId)?.status;
    return accTime === 'new-time' && !cancelled && status !== undefined && !Object.hasOwn(ENDING_STATUSES, status);
  }).length;
}
