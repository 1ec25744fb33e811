import { leadToServer } from '../../shared/domain/page-link.js';
import { NEEDS_SERVER, needsServer } from '../../shared/domain/needs-server.js';
import type { StoredMessage } from '../data/message-repository.js';
import type { MessageRow } from '../data/roster/rows.js';

/** Those that only wait for the server, the time to undo being over. */
export function heldForServer(rows: readonly MessageRow[], now: number): readonly MessageRow[] {
  return rows.filter(
    (row) => needsServer(row) && row.state === 'held' && row.reason === NEEDS_SERVER && row.holdUntil <= now,
  );
}

/** As it leaves: its link leads to the server's pages. */
export function ledToServer(message: StoredMessage, pages: string | null): StoredMessage {
  const { fields } = message;
  return pages === null || !needsServer(fields) ? message : { ...message, fields: leadToServer(fields, pages) };
}
