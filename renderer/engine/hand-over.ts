import type { Change } from '../../shared/changes/change-set.js';
import { needsServer } from '../../shared/domain/needs-server.js';
import type { Result } from '../../shared/lib/result.js';
import { MINUTE, type Instant } from '../../shared/lib/time.js';
import type { MessageId } from '../../shared/records/primitives.js';
import type { RefusalCode, Sends } from '../../shared/sync/protocol.js';
import type { MessageRow } from '../data/roster/rows.js';
import type { OutboxDeps } from './outbox-deps.js';

/** Longer than anything is held so that it can be undone. */
const LATER = 15 * MINUTE;
type Deps = Omit<OutboxDeps, 'random' | 'report'>;
const NOT_HANDED_OVER: RefusalCode = 'sync/not-handed-over';

/** What the server sends, and whether it knows the address of its pages: it leads the links of reminders there as they leave. */
export interface Taking extends Sends {
  readonly leads: boolean;
}

/** Whether the server is to send it: it waits for its time, which is not soon, and nobody decided otherwise. */
export function isForServer(row: MessageRow, { channels, leads }: Taking, now: Instant): boolean {
  const { state, reason, attempt, purpose, channel, holdUntil, reassigned } = row;
  const waits = state === 'held' && reason === null && attempt === 0 && holdUntil > now + LATER;
  const mayLead = !needsServer(row) || (leads && purpose === 'reminder');
  return waits && !reassigned && mayLead && channels.includes(channel);
}

/**
 * Hands over what is due later. Each in a change set of its own, which the server takes or refuses whole: one that it cannot take
 * keeps no other back. From then on nobody here sends it.
 */
export async function handOver(
  deps: Deps,
  { sends, mine }: { readonly sends: Taking; readonly mine: () => readonly MessageRow[] },
): Promise<Result<unknown> | null> {
  const fit = () => mine().filter((row) => isForServer(row, sends, deps.now()));
  for (const { id } of fit()) {
    const changes = async () => (fit().some((row) => row.id === id) ? await sentBy(deps, id, sends.device) : []);
    const done = await deps.commit({ action: 'hand-over', changes, by: null });
    if (!done.ok && done.code !== 'commit/empty') return done;
  }
  return null;
}

/** What the server did not take stays with this laptop, which says so for good and asks nobody: it is not handed over again. */
export async function keepWhatWasRefused(
  deps: Deps,
  mine: () => readonly MessageRow[],
): Promise<Result<unknown> | null> {
  const refusals = [...deps.roster.current().refusals.values()].filter(({ code }) => code === NOT_HANDED_OVER);
  if (refusals.length === 0) return null;
  const read = await deps.readRefused(refusals);
  for (const { id } of refusals) {
    const refused = read.get(id);
    if (typeof refused !== 'object' || refused.action !== 'hand-over') continue;
    const ids = new Set<string>(refused.changes.map((change) => change.id));
    const kept = () => mine().filter((row) => ids.has(row.id) && !row.reassigned);
    const changes = async () => (await Promise.all(kept().map((row) => sentBy(deps, row.id, deps.device)))).flat();
    const done = await deps.commit({ action: 'hand-over', changes, by: null });
    if (!done.ok && done.code !== 'commit/empty') return done;
    const settled = await deps.settleRefusals([id], deps.newId(), true);
    if (!settled.ok) return settled;
  }
  return null;
}

/** Says who sends it, also where that is who did; nothing where it was erased. */
async function sentBy(deps: Deps, id: MessageId, device: string): Promise<readonly Change[]> {
  const record = await deps.edit('message', id);
  if (record === null) return [];
  const { table, dossier, fields, stamps } = record;
  const replaces = stamps.get('deliverBy') ?? [];
  return [{ kind: 'set', table, id, dossier, field: 'deliverBy', value: device, before: fields.deliverBy, replaces }];
}
