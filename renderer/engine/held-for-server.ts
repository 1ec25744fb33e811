import { leadToServer } from '../../shared/domain/panel-link.js';
import { NEEDS_SERVER, needsServer } from '../../shared/domain/needs-server.js';
import type { StoredMessage } from '../data/message-repository.js';
import type { MessageRow } from '../data/roster/rows.js';

/** Those that only wait for the server, the time to undo being over. */
export function heldForServer(rows: readonly MessageRow[], now: number): readonly MessageRow[] {
  return rows.filter(
    ({ purpose, state, reason, holdUntil }) =>
      needsServer(purpose) && state === 'held' && reason === NEEDS_SERVER && holdUntil <= now,
  );
}

/** As it leaves: its link leads to the server's pages. */
export function ledToServer(message: StoredMessage, pages: string | null): StoredMessage {
  const { fields } = message;
  return pages === null || !needsServer(fields.purpose) ? message : { ...message, fields: leadToServer(fields, pages) };
}
