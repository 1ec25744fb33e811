import { randomBytes } from 'node:crypto';
import type { Change, ChangeSet, Stamp } from '../../shared/changes/change-set.js';
import { nodeOf, observe, startClock, stampOf, tick } from '../../shared/changes/clock.js';
import { greatestStamp } from '../../shared/changes/greatest-stamp.js';
import { packState } from '../../shared/changes/record-state.js';
import type { Instant } from '../../shared/lib/time.js';
import type { Database, Queries } from '../database/database.js';
import { readOrganisation, readStanding, serverDevice } from './organisation-rows.js';
import { pushWithin } from './push-change-sets.js';
import { readRecords } from './record-rows.js';

/** Another one at each start: a server that was put back comes to moments at which it has written before. */
const START = randomBytes(8).toString('hex');

interface Writing {
  readonly action: string;
  readonly now: Instant;
  /** Decides under the organisation's lock, so that no push comes in between. Nothing is written where it answers nothing. */
  readonly plan: (queries: Queries) => Promise<readonly Change[]>;
}

/** Files a change set of the server's own: it goes the way of all others, to every laptop. */
export async function writeByServer(
  database: Database,
  organisation: string,
  { action, now, plan }: Writing,
): Promise<void> {
  await database.transaction(async (queries) => {
    await queries.query('SELECT 1 AS one FROM organisation WHERE id = $1 FOR UPDATE', [organisation]);
    const changes = await plan(queries);
    if (changes.length === 0) return;
    const { epoch } = await readOrganisation(queries, organisation);
    const device = await serverDevice(queries, organisation);
    const { lastN, lastStamp } = await readStanding(queries, device);
    const n = lastN + 1;
    const stamp = await stampAfter(queries, { organisation, device, now, lastStamp, changes });
    const said = { at: now, by: null, actionId: randomBytes(16).toString('hex'), action };
    const changeSet: ChangeSet = { v: 1, device, n, stamp, ...said, changes };
    const arrivals = [{ n, stamp, changeSet }];
    const author = { kind: 'server' } as const;
    const outcome = await pushWithin(queries, { organisation, device, author, epoch, sentAt: now, arrivals });
    if (!outcome.ok) throw new Error(`a change set of the server's own was not taken: ${outcome.code}`);
  });
}

/** Later than all that stands in what it changes: a laptop's clock may run ahead of this one. */
async function stampAfter(
  queries: Queries,
  {
    organisation,
    device,
    now,
    lastStamp,
    changes,
  }: {
    readonly organisation: string;
    readonly device: string;
    readonly now: Instant;
    readonly lastStamp: Stamp | null;
    readonly changes: readonly Change[];
  },
): Promise<Stamp> {
  const records = await readRecords(queries, organisation, changes);
  const folds = records.map(({ table, id, dossier, state }) => ({
    ...{ kind: 'fold' as const, table, id, dossier },
    state: packState(state),
  }));
  const seen = [lastStamp, greatestStamp(folds)].filter((stamp) => stamp !== null);
  return stampOf(tick(seen.reduce(observe, startClock(nodeOf(device, START))), now));
}
