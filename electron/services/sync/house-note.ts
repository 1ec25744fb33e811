import type { Change } from '../../../shared/changes/change-set.js';
import { observe, startClock, stampOf } from '../../../shared/changes/clock.js';
import { greatestStamp } from '../../../shared/changes/greatest-stamp.js';
import { HOUSEKEEPING } from '../../../shared/changes/housekeeping.js';
import type { Housekeeping } from '../journal/housekeeping.js';
import type { Round } from './round.js';

/** What the host itself writes into the journal. Its stamp is as great as any in it, so that the clock of this laptop has seen them all. */
export function houseNote(
  { now, newId }: Pick<Round, 'now' | 'newId'>,
  changes: readonly Change[],
  { actionId = newId(), action = 'sync' }: { readonly actionId?: string; readonly action?: string } = {},
): Housekeeping {
  const newest = greatestStamp(changes.filter((change) => change.kind === 'fold'));
  const clock = startClock(HOUSEKEEPING);
  const stamp = stampOf(newest === null ? clock : observe(clock, newest));
  return { stamp, at: now(), by: null, actionId, action, changes };
}
