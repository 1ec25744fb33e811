import { randomBytes } from 'node:crypto';
import { observe, startClock, stampOf, tick } from '../../shared/changes/clock.js';
import type { Change, Stamp } from '../../shared/changes/change-set.js';
import type { Database, Queries } from '../database/database.js';
import { holdOrganisation, readOrganisation, readStanding } from './organisation-rows.js';
import { takeChangeSets } from './push-change-sets.js';

export interface ServerWriting {
  /** What it is called in the history: as a laptop's action. */
  readonly action: string;
  /** UTC milliseconds. */
  readonly now: number;
  /**
   * What is to be written, decided with what stands while nobody else can write; nothing at all is nothing. It comes after
   * `seen` (stamps of what was read), whatever the clocks say.
   */
  readonly plan: (
    queries: Queries,
  ) => Promise<{ readonly changes: readonly Change[]; readonly seen?: readonly Stamp[] }>;
}

/** Writes a change set of the server's own: it goes the way of all others, to every laptop. */
export async function writeByServer(
  database: Database,
  organisation: string,
  { action, now, plan }: ServerWriting,
): Promise<void> {
  await database.transaction(async (queries) => {
    // Before anything is read: two that answer at once would take the same number.
    await holdOrganisation(queries, organisation);
    const { changes, seen = [] } = await plan(queries);
    if (changes.length === 0) return;
    const [own] = await queries.query<{ id: string }>(
      'SELECT id FROM device WHERE organisation = $1 AND laptop IS NULL',
      [organisation],
    );
    if (own === undefined) throw new Error('the organisation has no device of its own');
    const { epoch } = await readOrganisation(queries, organisation);
    const { lastN, lastStamp } = await readStanding(queries, own.id);
    const known = [...(lastStamp === null ? [] : [lastStamp]), ...seen];
    const stamp = stampOf(tick(known.reduce(observe, startClock(own.id)), now));
    const n = lastN + 1;
    const actionId = randomBytes(16).toString('hex');
    const changeSet = { v: 1, device: own.id, n, stamp, at: now, by: null, actionId, action, changes } as const;
    const outcome = await takeChangeSets(queries, {
      organisation,
      device: own.id,
      author: { kind: 'server' },
      epoch,
      sentAt: now,
      arrivals: [{ n, stamp, changeSet }],
    });
    if (!outcome.ok) throw new Error(`what the server wrote was not taken: ${outcome.code}`);
  });
}
