import { randomBytes } from 'node:crypto';
import type { Change, ChangeSet, Stamp } from '../../shared/changes/change-set.js';
import { nodeOf, observe, startClock, stampOf, tick } from '../../shared/changes/clock.js';
import { greatestStamp } from '../../shared/changes/greatest-stamp.js';
import { packState } from '../../shared/changes/record-state.js';
import type { Database, Queries } from '../database/database.js';
import { holdOrganisation, readOrganisation, readStanding, serverDevice } from './organisation-rows.js';
import { takeChangeSets } from './push-change-sets.js';
import { readRecords } from './record-rows.js';

export interface ServerWriting {
  /** What it is called in the history: as a laptop's action. */
  readonly action: string;
  /** UTC milliseconds. */
  readonly now: number;
  /**
   * What is to be written, decided with what stands while nobody else can write; nothing at all is nothing. It comes after what
   * stands in the records that it changes, whatever the clocks say.
   */
  readonly plan: (queries: Queries) => Promise<{ readonly changes: readonly Change[] }>;
}

/** Another one at each start: a server that was put back comes to moments at which it has written before. */
const START = randomBytes(8).toString('hex');

/** Writes a change set of the server's own: it goes the way of all others, to every laptop. */
export async function writeByServer(
  database: Database,
  organisation: string,
  { action, now, plan }: ServerWriting,
): Promise<void> {
  await database.transaction(async (queries) => {
    // Before anything is read: two that write at once would take the same number.
    await holdOrganisation(queries, organisation);
    const { changes } = await plan(queries);
    if (changes.length === 0) return;
    const { epoch } = await readOrganisation(queries, organisation);
    const device = await serverDevice(queries, organisation);
    const { lastN, lastStamp } = await readStanding(queries, device);
    const known = [lastStamp, await newestStamp(queries, organisation, changes)].filter((stamp) => stamp !== null);
    const stamp = stampOf(tick(known.reduce(observe, startClock(nodeOf(device, START))), now));
    const n = lastN + 1;
    const actionId = randomBytes(16).toString('hex');
    const changeSet: ChangeSet = { v: 1, device, n, stamp, at: now, by: null, actionId, action, changes };
    const arrivals = [{ n, stamp, changeSet }];
    const author = { kind: 'server' } as const;
    const outcome = await takeChangeSets(queries, { organisation, device, author, epoch, sentAt: now, arrivals });
    if (!outcome.ok) throw new Error(`what the server wrote was not taken: ${outcome.code}`);
  });
}

/** Of all that stands in what is changed: a laptop's clock may run ahead of this one. */
async function newestStamp(queries: Queries, organisation: string, changes: readonly Change[]): Promise<Stamp | null> {
  const records = await readRecords(queries, organisation, changes);
  return greatestStamp(
    records.map(({ table, id, dossier, state }) => ({ kind: 'fold', table, id, dossier, state: packState(state) })),
  );
}
