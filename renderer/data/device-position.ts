import type { Change, ChangeSet } from '../../shared/changes/change-set.js';
import { nodeOf, observe, startClock, stampOf, tick, type Clock } from '../../shared/changes/clock.js';
import type { JournalHead } from '../../shared/host/contract.js';
import type { EarlierAttempt } from './earlier-attempt.js';
import { newId } from './new-id.js';

/** Where this device stands: its name, its clock, the last number it used, and what it does not know of its own writing. */
export interface DevicePosition {
  device: string;
  clock: Clock;
  n: number;
  earlier: EarlierAttempt | null;
}

export function startPosition({ device, n, stamp }: JournalHead): DevicePosition {
  const clock = startClock(nodeOf(device, newId()));
  return { device, clock: stamp === null ? clock : observe(clock, stamp), n, earlier: null };
}

/** Where the journal stands now, which may have taken another name meanwhile; the clock never goes back. */
export function followJournal(position: DevicePosition, journal: JournalHead): void {
  const { node } = position.clock;
  position.device = journal.device;
  position.n = journal.n;
  position.clock = { ...position.clock, node: nodeOf(journal.device, node.slice(8)) };
  if (journal.stamp !== null) position.clock = observe(position.clock, journal.stamp);
}

/** What a change set is made of, besides number and moment. */
export interface StampRequest {
  readonly action: string;
  readonly actionId: string;
  readonly by: string | null;
  readonly changes: readonly Change[];
}

/** The change set of a request: the device's next number, the clock's next moment. */
export function stampChangeSet(position: DevicePosition, request: StampRequest, now: number): ChangeSet {
  position.clock = tick(position.clock, now);
  const { action, actionId, by, changes } = request;
  const { device, n } = position;
  return { v: 1, device, n: n + 1, stamp: stampOf(position.clock), at: now, by, actionId, action, changes };
}

/** A position that has seen a change set: later stamps are greater, own numbers follow on. */
export function observeChangeSet(position: DevicePosition, changeSet: ChangeSet): void {
  position.clock = observe(position.clock, changeSet.stamp);
  if (changeSet.device === position.device) position.n = Math.max(position.n, changeSet.n);
}
