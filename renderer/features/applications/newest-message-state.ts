import { stateAt } from '../../../shared/domain/message-state.js';
import type { Instant } from '../../../shared/lib/time.js';
import type { MessageState } from '../../../shared/records/message.js';
import type { ApplicationRow, MessageRow, Roster } from '../../data/roster/rows.js';

/** Where the newest message of an application stands at a moment (C22); null when nothing was written. */
export type NewestMessageState = (application: ApplicationRow, now: Instant) => MessageState | null;

/** Looked up for the rows in sight only. */
export function newestMessageState(roster: Roster): NewestMessageState {
  return ({ id, personId }, now) => {
    let newest: MessageRow | null = null;
    for (const message of roster.messagesOf(personId)) {
      if (message.applicationId !== id) continue;
      if (newest === null || message.queuedAt >= newest.queuedAt) newest = message;
    }
    return newest === null ? null : stateAt(newest, now);
  };
}
