import type { ChangeSet } from '../../shared/changes/change-set.js';
import type { HostErrorCode } from '../../shared/host/errors.js';
import { failure, type Result } from '../../shared/lib/result.js';
import type { HostClient } from './host-client.js';

const TRIES = 3;

export type AppendErrorCode = HostErrorCode | 'commit/unknown';

/** Answers after which it may stand in the journal all the same. */
const LOST: readonly HostErrorCode[] = ['host/unreachable', 'host/fault'];

/** What the journal answers only after it looked for this very number: it is not there. */
const NOT_THERE: readonly HostErrorCode[] = [
  'journal/behind',
  'journal/different-change-set',
  'journal/disk-full',
  'journal/write-failed',
  'keyring/erased',
];

/**
 * Hands a change set to the journal. A lost answer is asked for again: the same change set answers the same place, so it
 * cannot be written twice. `commit/unknown` when it may be there or not; any other failure means that it is not.
 */
export async function appendChangeSet(
  host: HostClient,
  changeSet: ChangeSet,
  { askedBefore = false }: { readonly askedBefore?: boolean } = {},
): Promise<Result<{ readonly seq: number }, AppendErrorCode>> {
  let lost = askedBefore;
  for (let attempt = 1; ; attempt++) {
    const appended = await host.call('journal.append', { changeSet });
    if (appended.ok) return appended;
    const lostNow = LOST.includes(appended.code);
    lost ||= lostNow;
    if (lostNow && attempt < TRIES) continue;
    return lost && !NOT_THERE.includes(appended.code) ? failure('commit/unknown', appended.code) : appended;
  }
}
