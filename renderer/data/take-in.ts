import type { Change } from '../../shared/changes/change-set.js';
import type { HostErrorCode } from '../../shared/host/errors.js';
import { success, type Result } from '../../shared/lib/result.js';
import type { SyncStanding } from '../../shared/host/sync-standing.js';
import { asAnswered, type AnsweredStanding } from './answered-standing.js';
import { bringAlong, type BringAlongParts } from './bring-along.js';
import { compareWithServer } from './compare.js';
import { catchUp, type CommitDeps } from './commit.js';
import type { DevicePosition } from './device-position.js';
import { foldOf } from './repair-journal.js';
import { tellWhatIsMissing } from './tell-server.js';
import { asWriter } from './writer-queue.js';

export interface Taker {
  /**
   * Takes in what the journal received: shows it, writes anew the dossiers of which somebody else deleted something
   * permanently (docs/adr/0019), after the server's restore writes down what the server does not know any more, and hands in
   * what was here before this laptop joined.
   */
  takeIn(): Promise<Result<null, HostErrorCode>>;
  /** Under which names messages are queued that this laptop sends: that of now, and its older ones. */
  names(): Promise<Result<readonly string[], HostErrorCode>>;
  /** Where this laptop stands with its server, and whether that has answered everything, refusals taken in. */
  standing(): Promise<AnsweredStanding>;
  /** Whether this laptop and the server know something else; then the next exchanges bring and send what is missing. */
  compare(): Promise<Result<{ readonly differs: boolean }, HostErrorCode>>;
}

export interface TakerParts extends BringAlongParts {
  /** Names damage of the working store. */
  readonly watched: <Value>(work: Promise<Value>) => Promise<Value>;
  /** Place of the journal up to which the lists show what it says. */
  readonly place: () => number;
}

export function taker(deps: CommitDeps, position: DevicePosition, parts: TakerParts): Taker {
  const { by, watched } = parts;
  const catchUpAndTell = async (): Promise<Result<SyncStanding, HostErrorCode>> =>
    await asWriter(async () => {
      const caughtUp = await catchUp(deps, position);
      if (!caughtUp.ok) return caughtUp;
      const standing = await deps.host.call('sync.state', null);
      if (!standing.ok) return standing;
      for (const dossier of standing.value?.toRenew ?? []) {
        const renewed = await renew(deps, position, dossier);
        if (!renewed.ok) return renewed;
      }
      const { resend = null, brings = false, unsent = 0 } = standing.value ?? {};
      // What is not sent yet may be refused, and is then undone here: not where it was told as part of a record.
      if (resend === null || brings || unsent > 0) return standing;
      const resent = await tellWhatIsMissing(deps, position, { ...resend, by: by() });
      return resent.ok ? standing : resent;
    });
  const takeIn = async (): Promise<Result<null, HostErrorCode>> => {
    const standing = await catchUpAndTell();
    if (!standing.ok) return standing;
    if (standing.value?.brings !== true) return success(null);
    return await bringAlong(deps, position, { parts, standing: standing.value });
  };
  const names = async (): Promise<Result<readonly string[], HostErrorCode>> => {
    const answer = await deps.host.call('sync.names', null);
    return answer.ok ? success(answer.value.names) : answer;
  };
  return {
    names,
    standing: async () => {
      const ask = async (): Promise<SyncStanding> => {
        const answer = await deps.host.call('sync.state', null);
        return answer.ok ? answer.value : null;
      };
      const standing = await ask();
      const isShown = (standing?.place ?? 0) <= parts.place();
      if (isShown) return asAnswered(standing, parts.place());
      await watched(takeIn()); // an exchange that broke off says nothing of what it had written to the journal
      return asAnswered(await ask(), parts.place());
    },
    takeIn: () => watched(takeIn()),
    compare: () => watched(compareWithServer(deps.host, deps.store)),
  };
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
