import type { Change } from '../../shared/changes/change-set.js';
import type { HostErrorCode } from '../../shared/host/errors.js';
import { success, type Result } from '../../shared/lib/result.js';
import { compareWithServer } from './compare.js';
import { catchUp, type CommitDeps } from './commit.js';
import type { DevicePosition } from './device-position.js';
import { foldOf } from './repair-journal.js';
import { resendWhatIsMissing } from './resend.js';
import { asWriter } from './writer-queue.js';

export interface Taker {
  /**
   * Takes in what the journal received: shows it, writes anew the dossiers of which somebody else deleted something
   * permanently (docs/adr/0019), and after the server's restore writes down what the server does not know any more.
   */
  takeIn(): Promise<Result<null, HostErrorCode>>;
  /** Whether this laptop and the server know something else; then the next exchanges bring and send what is missing. */
  compare(): Promise<Result<{ readonly differs: boolean }, HostErrorCode>>;
}

export interface TakerParts {
  /** Who works here. */
  readonly by: () => string | null;
  /** Names damage of the working store. */
  readonly watched: <Value>(work: Promise<Value>) => Promise<Value>;
}

export function taker(deps: CommitDeps, position: DevicePosition, { by, watched }: TakerParts): Taker {
  const takeIn = async (): Promise<Result<null, HostErrorCode>> =>
    await asWriter(async () => {
      const caughtUp = await catchUp(deps, position);
      if (!caughtUp.ok) return caughtUp;
      const standing = await deps.host.call('sync.state', null);
      if (!standing.ok) return standing;
      for (const dossier of standing.value?.toRenew ?? []) {
        const renewed = await renew(deps, position, dossier);
        if (!renewed.ok) return renewed;
      }
      const resend = standing.value?.resend ?? null;
      return resend === null ? success(null) : await resendWhatIsMissing(deps, position, { ...resend, by: by() });
    });
  return { takeIn: () => watched(takeIn()), compare: () => watched(compareWithServer(deps.host, deps.store)) };
}

/** In vain where something arrives or is not sent yet: it is done at the next time. */
async function renew(
  deps: CommitDeps,
  position: DevicePosition,
  dossier: string,
): Promise<Result<unknown, HostErrorCode>> {
  const rows = await deps.store.readDossier(dossier);
  const at = await deps.store.appliedSeq();
  const changes = rows.map((row): Change => {
    const { table, id, state } = row;
    return state.erased ? { kind: 'erase', table, id, dossier, whole: false, forgets: true } : foldOf(row);
  });
  const isLiving = rows.some(({ id, state }) => id === dossier && !state.erased);
  const renewed = await deps.host.call('sync.renew', { at, dossiers: [dossier], changes: isLiving ? changes : [] });
  if (renewed.ok) return await catchUp(deps, position);
  const isForLater = renewed.code === 'journal/behind' || renewed.code === 'journal/not-sent';
  return isForLater ? success(null) : renewed;
}
