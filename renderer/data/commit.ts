import type { Change, ChangeSet } from '../../shared/changes/change-set.js';
import { observe, stampOf, tick, type Clock } from '../../shared/changes/clock.js';
import type { HostErrorCode } from '../../shared/host/errors.js';
import { failure, success, type Result } from '../../shared/lib/result.js';
import { applyChangeSet, cutByDossier, findStale, idsToRead, type Working } from './apply-changes.js';
import type { HostClient } from './host-client.js';
import { replay, type ReplayListener } from './replay.js';
import { changedRows, type WorkingStore } from './working-store.js';
import { asWriter } from './writer-queue.js';

/** A bulk is cut here, so that no change set grows beyond what one append should carry. */
export const DOSSIERS_PER_CHANGE_SET = 500;
const TRIES = 3;

export type CommitErrorCode = HostErrorCode | 'commit/stale' | 'commit/empty';

export interface CommitRequest {
  /** What the person did, as a literal: `capture`, `send-email`. */
  readonly action: string;
  readonly actionId: string;
  readonly by: string | null;
  readonly changes: PlannedChanges;
}

/** Changes, or how to plan them where nobody else can write: what they rest on cannot change under them. */
export type PlannedChanges = readonly Change[] | (() => readonly Change[] | Promise<readonly Change[]>);

export interface Saved {
  readonly actionId: string;
  readonly changeSets: readonly ChangeSet[];
}

export interface CommitDeps {
  readonly host: HostClient;
  readonly store: WorkingStore;
  readonly listener: ReplayListener;
  now(): number;
  /** Called when the change set is saved but the working store could not take it: it is rebuilt at the next start. */
  onStoreFailed(error: unknown): void;
}

/** Where this device stands: its clock and the last number it used. */
export interface DevicePosition {
  clock: Clock;
  n: number;
}

/**
 * The only way anything is written. What it answers as saved is sealed in the journal and synced to disk; the working
 * store follows in a transaction of its own and can be made again if it fails.
 */
export async function commit(
  deps: CommitDeps,
  position: DevicePosition,
  request: CommitRequest,
): Promise<Result<Saved, CommitErrorCode>> {
  return await asWriter(async () => {
    const planned = typeof request.changes === 'function' ? await request.changes() : request.changes;
    if (planned.length === 0) return failure('commit/empty');
    const changeSets: ChangeSet[] = [];
    for (const changes of cutByDossier(planned, DOSSIERS_PER_CHANGE_SET)) {
      const written = await writeOne(deps, position, { ...request, changes });
      if (!written.ok) return changeSets.length === 0 ? written : failure(written.code, 'in part');
      changeSets.push(written.value);
    }
    return success({ actionId: request.actionId, changeSets });
  });
}

/** A piece of a request that becomes one change set. */
interface CutRequest extends Omit<CommitRequest, 'changes'> {
  readonly changes: readonly Change[];
}

async function writeOne(
  deps: CommitDeps,
  position: DevicePosition,
  request: CutRequest,
): Promise<Result<ChangeSet, CommitErrorCode>> {
  const { host, store, listener } = deps;
  for (let attempt = 1; ; attempt++) {
    const working = await store.read(idsToRead(request.changes));
    const stale = findStale(request.changes, (id) => working.rows.get(id)?.state);
    if (stale !== null) return failure('commit/stale', `${stale.table} ${stale.kind}`);
    const changeSet = stampChangeSet(position, request, deps.now());
    const appended = await append(host, changeSet);
    if (appended.ok) {
      position.n = changeSet.n;
      listener.onChangeSet(changeSet);
      await applySaved(deps, working, changeSet, appended.value.seq);
      return success(changeSet);
    }
    const behind = appended.code === 'journal/behind' || appended.code === 'journal/different-change-set';
    if (!behind || attempt === TRIES) return appended;
    const caughtUp = await catchUp(deps, position);
    if (!caughtUp.ok) return caughtUp;
  }
}

/** Another window wrote meanwhile: learn where the journal stands, and take in what it wrote. */
async function catchUp(
  { host, store, listener }: CommitDeps,
  position: DevicePosition,
): Promise<Result<unknown, HostErrorCode>> {
  const head = await host.call('journal.open', null);
  if (!head.ok) return head;
  position.n = head.value.n;
  if (head.value.stamp !== null) position.clock = observe(position.clock, head.value.stamp);
  return await replay(host, store, listener);
}

/** A lost answer is asked for again: the same change set answers the same place, so it cannot be written twice. */
async function append(
  host: HostClient,
  changeSet: ChangeSet,
): Promise<Result<{ readonly seq: number }, HostErrorCode>> {
  for (let attempt = 1; ; attempt++) {
    const appended = await host.call('journal.append', { changeSet });
    if (appended.ok || appended.code !== 'host/unreachable' || attempt === TRIES) return appended;
  }
}

/** The change set of a request: the device's next number, the clock's next moment. */
export function stampChangeSet(position: DevicePosition, request: CutRequest, now: number): ChangeSet {
  position.clock = tick(position.clock, now);
  const { action, actionId, by, changes } = request;
  const { device } = position.clock;
  return { v: 1, device, n: position.n + 1, stamp: stampOf(position.clock), at: now, by, actionId, action, changes };
}

/** From here the change set is saved, and no failure may say otherwise. */
async function applySaved(deps: CommitDeps, working: Working, changeSet: ChangeSet, seq: number): Promise<void> {
  const { host, store, listener } = deps;
  applyChangeSet(working, changeSet, seq);
  try {
    if (await store.write(working, seq - 1, seq)) {
      listener.onRows(changedRows(working), seq - 1, seq);
      return;
    }
    const caughtUp = await replay(host, store, listener);
    if (!caughtUp.ok) throw new Error(caughtUp.code);
  } catch (error) {
    listener.onRows(changedRows(working), seq - 1, seq);
    deps.onStoreFailed(error);
  }
}

/** A position that has seen a change set: later stamps are greater, own numbers follow on. */
export function observeChangeSet(position: DevicePosition, changeSet: ChangeSet): void {
  position.clock = observe(position.clock, changeSet.stamp);
  if (changeSet.device === position.clock.device) position.n = Math.max(position.n, changeSet.n);
}
