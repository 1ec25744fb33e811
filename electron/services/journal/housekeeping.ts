import type { Change, ChangeSet } from '../../../shared/changes/change-set.js';
import { parseStamp } from '../../../shared/changes/clock.js';
import { HOUSEKEEPING, LEFT_TABLE } from '../../../shared/changes/housekeeping.js';
import { failure, success, type Result } from '../../../shared/lib/result.js';
import { renewedDossiers } from './erasures.js';
import type { JournalErrorCode } from './journal-error.js';

/** What only this laptop writes down; the journal gives it its number. */
export type Housekeeping = Omit<ChangeSet, 'v' | 'device' | 'n'>;

/** Somebody else's change set under its own number, or this laptop's housekeeping. */
export type Received = ChangeSet | Housekeeping;

export interface ReceiveOptions {
  /** Place up to which everybody else has this laptop's own change sets: what is not sent is never forgotten. */
  readonly sentTo: number;
  /** Where the journal must stand: what is received rests on everything up to there. */
  readonly onlyAt?: number | undefined;
}

/** A change set with the dossiers that begin anew with it. */
export interface Writing {
  readonly changeSet: ChangeSet;
  readonly renewed: readonly string[];
}

/** What the journal knows of numbers. */
export interface KnownNumbers {
  readonly own: string;
  readonly lastOf: (device: string) => number;
  /** Whether the change set can still be read here, or was: one whose frame is damaged is taken once more. */
  readonly isHere: (device: string, n: number) => boolean;
  /** The stamp of what stands here under the device and number of a change set; null where there is none to compare with. */
  readonly stampHere: (one: ChangeSet) => Promise<string | null>;
  /** Finds out every place; a journal that was just opened knows those behind its anchor. */
  readonly verify: () => Promise<void>;
}

/** Change sets with their numbers, without those that are here; foreign numbers ascend, perhaps with gaps. */
export async function numberReceived(
  received: readonly Received[],
  known: KnownNumbers,
): Promise<Result<readonly ChangeSet[], JournalErrorCode>> {
  const { own, lastOf, isHere } = known;
  const isOld = received.some((one) => 'device' in one && one.n <= lastOf(one.device) && !isHere(one.device, one.n));
  if (isOld) await known.verify();
  const told = await tellApart(received, known);
  const taken = new Set<string>();
  const fresh: ChangeSet[] = [];
  let housekeeping = lastOf(HOUSEKEEPING);
  for (const one of told) {
    if (!('device' in one)) {
      fresh.push({ ...one, v: 1, device: HOUSEKEEPING, n: ++housekeeping });
      continue;
    }
    const { device, n } = one;
    if (device === HOUSEKEEPING || (device === own && n > lastOf(own))) {
      return failure('journal/different-change-set', 'somebody else writes under a name of this laptop');
    }
    const key = `${device} ${n}`;
    if (device === own || isHere(device, n) || taken.has(key)) continue;
    taken.add(key);
    fresh.push(one);
  }
  return success(fresh);
}

/**
 * A laptop that was put back, unseen by a server that was put back too, uses its numbers a second time. What stands here of
 * before keeps the laptop's name; what it wrote since is kept under the node of its stamps, where it may be already.
 */
async function tellApart(
  received: readonly Received[],
  { stampHere, verify }: KnownNumbers,
): Promise<readonly Received[]> {
  const told: Received[] = [];
  for (const one of received) {
    const stamp = 'device' in one ? await stampHere(one) : null;
    const isOther = stamp !== null && stamp !== one.stamp;
    if (isOther) await verify();
    told.push(isOther ? { ...one, device: parseStamp(one.stamp).node } : one);
  }
  return told;
}

/**
 * Dossiers whose older keys go with a change set: this laptop deleted permanently, or the dossier left its sight. Another
 * laptop's folds know nothing of what only this one holds: renewing for it is a change set of this laptop's own.
 */
export function renewedBy({ device, changes }: Pick<ChangeSet, 'device' | 'changes'>, own: string): readonly string[] {
  if (device === own) return renewedDossiers(changes);
  if (device !== HOUSEKEEPING) return [];
  return [...new Set([...renewedDossiers(changes), ...leftDossiers(changes)])];
}

function leftDossiers(changes: readonly Change[]): readonly string[] {
  return changes.filter(({ kind, table }) => kind === 'create' && table === LEFT_TABLE).map(({ id }) => id);
}
