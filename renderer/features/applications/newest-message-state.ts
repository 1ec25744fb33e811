import { stateAt } from '../../../shared/domain/message-state.js';
import type { Instant } from '../../../shared/lib/time.js';
import type { ApplicationRow, MessageRow, Roster } from '../../data/roster/rows.js';

/** Where the newest message of an application stands at a moment (C22); null when nothing was written. */
export type NewestMessageState = (application: ApplicationRow, now: Instant) => NewestMessage | null;
export type NewestMessage = Pick<MessageRow, 'state' | 'channel' | 'reason'>;

/** Looked up for the rows in sight only. */
export function newestMessageState(roster: Roster): NewestMessageState {
  return ({ id, personId }, now) => {
    let newest: MessageRow | null = null;
    for (const message of roster.messagesOf(personId)) {
      // A reminder that waits for its day says nothing of what was written last.
      if (message.applicationId !== id || message.purpose === 'reminder') continue;
      if (newest === null || message.queuedAt >= newest.queuedAt) newest = message;
    }
    if (newest === null) return null;
    const { channel, reason } = newest;
    return { state: stateAt(newest, now), channel, reason };
  };
}
