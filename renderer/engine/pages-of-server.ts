import { leadToServer } from '../../shared/domain/page-link.js';
import { NEEDS_SERVER, needsServer } from '../../shared/domain/needs-server.js';
import type { StoredMessage } from '../data/message-repository.js';
import type { MessageRow } from '../data/roster/rows.js';
import type { OutboxDeps } from './outbox-deps.js';

/**
 * C18: where the pages are that links of these messages lead to, an origin; null while there is no server, or while it has not
 * got everything that was written here: a link that it does not know yet leads nowhere. Nobody is asked where none leads to it.
 */
export async function pagesOfServer(
  { host }: Pick<OutboxDeps, 'host'>,
  rows: readonly MessageRow[],
): Promise<string | null> {
  if (
    !rows.some((row) => needsServer(row) && (row.state === 'held' || row.state === 'due' || row.state === 'deferred'))
  )
    return null;
  const answer = await host.call('sync.state', null);
  const standing = answer.ok ? answer.value : null;
  if (standing === null || standing.contactAt === null || standing.unsent > 0) return null;
  const isSettled = !standing.brings && standing.resend === null && standing.loading === null;
  return isSettled ? (standing.pages ?? standing.server) : null;
}

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
