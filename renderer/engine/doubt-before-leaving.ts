import type { Change } from '../../shared/changes/change-set.js';
import { deliveryEvent } from '../../shared/domain/message-state.js';
import { SENDER_UNTOLD } from '../../shared/domain/take-over.js';
import type { MessageRow } from '../data/roster/rows.js';
import type { OutboxDeps } from './outbox-deps.js';
import { ServerSide } from './server-side.js';

/**
 * Before this laptop leaves its server: what would wait for an answer, because somebody else may send it as well, waits for a
 * person from then on (docs/adr/0061). False: it could not be written, and the laptop must not leave.
 */
export async function doubtBeforeLeaving(deps: Omit<OutboxDeps, 'random' | 'report'>): Promise<boolean> {
  const names = await deps.names();
  if (!names.ok) return false;
  const mine = () => [...deps.roster.current().messages.values()].filter((row) => names.value.includes(row.deliverBy));
  const server = new ServerSide(deps, mine);
  await server.ask();
  const doubt = ({ id, personId: dossier, attempt }: MessageRow): Change => ({
    ...{ kind: 'event', table: 'message', id, dossier },
    event: deliveryEvent({
      ...{ id: deps.newId(), at: deps.now(), by: null, attempt },
      ...{ state: 'uncertain', reason: SENDER_UNTOLD },
    }),
  });
  const done = await deps.commit({ action: 'deliver', changes: () => server.inDoubt().map(doubt), by: null });
  return done.ok || done.code === 'commit/empty';
}
