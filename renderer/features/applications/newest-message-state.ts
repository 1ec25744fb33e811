import type { MessageState } from '../../../shared/records/message.js';
import type { ApplicationRow, Roster } from '../../data/roster/rows.js';

/** Where the newest message of an application stands, asked for the rows in sight only (C22). */
export type NewestMessageState = (application: ApplicationRow) => MessageState | null;

export function newestMessageState(roster: Roster): NewestMessageState {
  return ({ id, personId }) => {
    let newest: { readonly queuedAt: number; readonly state: MessageState } | null = null;
    for (const message of roster.messagesOf(personId)) {
      if (message.applicationId !== id) continue;
      if (newest === null || message.queuedAt >= newest.queuedAt) newest = message;
    }
    return newest?.state ?? null;
  };
}
