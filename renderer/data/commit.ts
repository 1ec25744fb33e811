import type { Change, ChangeSet } from '../../shared/changes/change-set.js';
import type { Write, WriteAction, WriteRefusal } from '../../shared/domain/refuse-write.js';
import type { HostErrorCode } from '../../shared/host/errors.js';
import { failure, success, type Failure, type Result } from '../../shared/lib/result.js';
import { appendChangeSet, type AppendErrorCode } from './append-change-set.js';
import { applyChangeSet, findStale, idsToRead, type Working } from './apply-changes.js';
import { cutByDossier } from './cut-changes.js';
import { followJournal, stampChangeSet, type DevicePosition, type StampRequest } from './device-position.js';
import { likenessTo, type EarlierAttempt, type Likeness } from './earlier-attempt.js';
import type { HostClient } from './host-client.js';
import { replay, type ReplayListener } from './replay.js';
import { changedRows, type WorkingStore } from './working-store.js';
import { asWriter } from './writer-queue.js';

/** A bulk is cut here, so that no change set grows beyond what one append should carry. */
const DOSSIERS_PER_CHANGE_SET = 500;
const TRIES = 3;

/**
 * `commit/unknown`: the answer was lost, it may be saved or not. `commit/settled`: not written, because an attempt before
 * it, which is perhaps the same, is saved after all; asked for once more, it is written.
 */
export type CommitErrorCode = AppendErrorCode | WriteRefusal | 'commit/stale' | 'commit/empty' | 'commit/settled';

export interface CommitFailure extends Failure<CommitErrorCode> {
  /** What stands in the journal of it nevertheless, and can be undone: a bulk is cut into several change sets. */
  readonly written?: Saved;
}

export type CommitResult = Exclude<Result<Saved, CommitErrorCode>, Failure> | CommitFailure;

export interface CommitRequest {
  /** What the person did: it needs a right of theirs. */
  readonly action: WriteAction;
  /** Asked with the same one after `commit/unknown`, the answer is that of the first attempt. */
  readonly actionId: string;
  /** The id is the caller's own, one for each wish: another one is another wish. */
  readonly ownId: boolean;
  readonly by: string | null;
  readonly changes: PlannedChanges;
  /** Written beside what stands, not over it: a conflict that was decided is put back (docs/adr/0047). */
  readonly beside?: true;
  /**
   * Asked after each change set of a big action with how many are written, and of how many: whether to go on. What is written
   * by then is saved and is answered; the rest was never begun.
   */
  readonly goOn?: (written: number, total: number) => boolean;
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
  /** C19: why this may not be written; null when it may. */
  refuse(write: Write): WriteRefusal | null;
  /** Called when the change set is saved but the working store could not take it: it is rebuilt at the next start. */
  onStoreFailed(error: unknown): void;
}

/**
 * The only way anything is written. What it answers as saved is sealed in the journal and synced to disk; the working
 * store follows in a transaction of its own and can be made again if it fails.
 */
export async function commit(
  deps: CommitDeps,
  position: DevicePosition,
  request: CommitRequest,
): Promise<CommitResult> {
  return await asWriter(async () => {
    await askForEarlier(deps, position);
    const plan = planOnce(request.changes);
    const { earlier } = position;
    if (earlier !== null) {
      const answer = answerFrom(earlier, await likenessTo(earlier, { ...request, changes: plan }));
      if (answer !== null) {
        if (earlier.state === 'standing') position.earlier = null; // they are told, and may ask anew
        return answer;
      }
    }
    const planned = await plan();
    if (planned.length === 0) return failure('commit/empty');
    const refused = deps.refuse({ ...request, changes: planned });
    if (refused !== null) return failure(refused);
    const changeSets: ChangeSet[] = [];
    const pieces = cutByDossier(planned, DOSSIERS_PER_CHANGE_SET);
    for (const [at, changes] of pieces.entries()) {
      const place = { before: changeSets, last: at === pieces.length - 1 };
      const written = await writeOne(deps, position, { ...request, changes }, place);
      if (!written.ok) return withWritten(written, { actionId: request.actionId, changeSets });
      changeSets.push(written.value);
      if (!place.last && request.goOn?.(changeSets.length, pieces.length) === false) break;
    }
    return success({ actionId: request.actionId, changeSets });
  });
}

/** What is unanswered is asked for again before anything else, so that numbers stay without a gap. */
async function askForEarlier(deps: CommitDeps, position: DevicePosition): Promise<void> {
  const { earlier } = position;
  if (earlier?.state !== 'unanswered') return;
  const { changeSet } = earlier;
  const working = await deps.store.read(idsToRead(changeSet.changes));
  const appended = await appendChangeSet(deps.host, changeSet, { askedBefore: true });
  if (appended.ok) {
    position.earlier = { ...earlier, state: 'standing' };
    await take(deps, position, working, changeSet, appended.value.seq);
  } else if (appended.code !== 'commit/unknown') {
    position.earlier = null; // it was not written, and what follows takes its number
  }
}

/** What an earlier attempt answers a request; null when the request is another one and may be written. */
function answerFrom({ state, changeSet, before, last }: EarlierAttempt, likeness: Likeness): CommitResult | null {
  const { actionId } = changeSet;
  if (state === 'unanswered') {
    if (likeness === 'another') return failure('host/unreachable'); // of this one it is known: it never left
    return withWritten(failure('commit/unknown'), { actionId, changeSets: before });
  }
  if (likeness === 'another') return null;
  const saved = { actionId, changeSets: [...before, changeSet] };
  return likeness === 'same' && last ? success(saved) : withWritten(failure('commit/settled'), saved);
}

/** Plans when it is first asked for, and at most once. */
function planOnce(changes: PlannedChanges): () => Promise<readonly Change[]> {
  let planned: Promise<readonly Change[]> | null = null;
  return () => (planned ??= (async () => (typeof changes === 'function' ? await changes() : changes))());
}

function withWritten(failed: Failure<CommitErrorCode>, written: Saved): CommitFailure {
  return written.changeSets.length === 0 ? failed : { ...failed, written };
}

async function writeOne(
  deps: CommitDeps,
  position: DevicePosition,
  request: StampRequest & Pick<CommitRequest, 'beside'>,
  place: { readonly before: readonly ChangeSet[]; readonly last: boolean },
): Promise<Result<ChangeSet, CommitErrorCode>> {
  const { host, store } = deps;
  for (let attempt = 1; ; attempt++) {
    const working = await store.read(idsToRead(request.changes));
    const stale = request.beside === true ? null : findStale(request.changes, (id) => working.rows.get(id)?.state);
    if (stale !== null) return failure('commit/stale', `${stale.table} ${stale.kind}`);
    const changeSet = stampChangeSet(position, request, deps.now());
    const appended = await appendChangeSet(host, changeSet);
    if (appended.ok) {
      await take(deps, position, working, changeSet, appended.value.seq);
      return success(changeSet);
    }
    if (appended.code === 'commit/unknown') {
      position.earlier = { state: 'unanswered', changeSet, before: [...place.before], last: place.last };
    }
    const behind = appended.code === 'journal/behind' || appended.code === 'journal/different-change-set';
    if (!behind || attempt === TRIES) return appended;
    const caughtUp = await catchUp(deps, position);
    if (!caughtUp.ok) return caughtUp;
  }
}

/** Another window wrote meanwhile: learn where the journal stands, and take in what it wrote. */
export async function catchUp(
  { host, store, listener }: Pick<CommitDeps, 'host' | 'store' | 'listener'>,
  position: DevicePosition,
): Promise<Result<unknown, HostErrorCode>> {
  const head = await host.call('journal.open', null);
  if (!head.ok) return head;
  followJournal(position, head.value);
  return await replay(host, store, listener);
}

/** From here the change set is saved, and no failure may say otherwise. */
async function take(
  deps: CommitDeps,
  position: DevicePosition,
  working: Working,
  changeSet: ChangeSet,
  seq: number,
): Promise<void> {
  const { host, store, listener } = deps;
  position.n = changeSet.n;
  listener.onChangeSet(changeSet);
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
