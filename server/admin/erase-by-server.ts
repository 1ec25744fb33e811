import { randomBytes } from 'node:crypto';
import { observe, startClock, stampOf, tick } from '../../shared/changes/clock.js';
import type { Database } from '../database/database.js';
import { readOrganisation, readStanding } from '../store/organisation-rows.js';
import { pushChangeSets } from '../store/push-change-sets.js';

/** Files the erasure of a person as a change set of the server's own: it goes the way of all others, to every laptop. */
export async function eraseByServer(
  database: Database,
  organisation: string,
  { person, now }: { readonly person: string; readonly now: number },
): Promise<void> {
  const [own] = await database.query<{ id: string }>(
    'SELECT id FROM device WHERE organisation = $1 AND laptop IS NULL',
    [organisation],
  );
  if (own === undefined) throw new Error('the organisation has no device of its own');
  const { epoch } = await readOrganisation(database, organisation);
  const { lastN, lastStamp } = await readStanding(database, own.id);
  const clock = startClock(own.id);
  const stamp = stampOf(tick(lastStamp === null ? clock : observe(clock, lastStamp), now));
  const n = lastN + 1;
  const target = { table: 'person', id: person, dossier: person };
  const changeSet = {
    v: 1,
    device: own.id,
    n,
    stamp,
    at: now,
    by: null,
    actionId: randomBytes(16).toString('hex'),
    action: 'delete-permanently',
    changes: [{ kind: 'erase', ...target, whole: true, forgets: true }],
  } as const;
  const arrivals = [{ n, stamp, changeSet }];
  const outcome = await pushChangeSets(database, {
    organisation,
    device: own.id,
    author: { kind: 'server' },
    epoch,
    sentAt: now,
    arrivals,
  });
  if (!outcome.ok) throw new Error(`the erasure was not taken: ${outcome.code}`);
}
