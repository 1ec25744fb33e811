import { ChangeSchema, type ChangeSet, type FoldChange } from '../../../shared/changes/change-set.js';
import { failure, success } from '../../../shared/lib/result.js';
import type { Housekeeping, Received } from '../journal/housekeeping.js';
import type { FeedEntry, FeedPage } from './feed.js';
import { loadAnew } from './greet.js';
import { houseNote } from './house-note.js';
import { asStep, type Round, type Step } from './round.js';
import type { Answer } from './sync-trouble.js';

export interface Pulled {
  readonly received: number;
  readonly more: boolean;
  /** Nothing was taken: what is written here of a dossier that leaves must be sent first. */
  readonly isBehind: boolean;
}

/** Records in one change set of the journal. */
const RECORDS_AT_ONCE = 500;

/** Takes one page: of the first load, or of what others wrote. The journal has it before its cursor is remembered. */
export async function pullPage(round: Round): Promise<Step<Pulled>> {
  if (round.state.load === null && round.state.cursor === null) await loadAnew(round, 'first');
  if (round.state.load?.after === null) {
    await round.change({ load: { ...round.state.load, fromSeq: round.journal.head.seq, done: 0 } });
  }
  const answer = await ask(round);
  if (!answer.ok) {
    const reason = answer.code === 'sync/scope' ? 'scope' : answer.code === 'sync/cursor-expired' ? 'expired' : null;
    if (reason === null) return asStep(answer);
    await loadAnew(round, reason);
    return failure('again', answer.code);
  }
  const received = toReceived(answer.value.entries, round);
  if (received === null) return failure('sync/not-understood', 'a record');
  const kept = await round.journal.receive(received, { sentTo: await round.sentTo() });
  if (!kept.ok && kept.code === 'journal/not-sent') return success({ received: 0, more: false, isBehind: true });
  if (!kept.ok) return kept;
  await noteRenewals(round, received);
  return await moveOn(round, answer.value, kept.value.written);
}

async function ask(round: Round): Promise<Answer<FeedPage>> {
  const { load, cursor, epoch } = round.state;
  if (load !== null) return await round.client.records(round.line(), load.after, epoch);
  return await round.client.pull(round.line(), cursor ?? '');
}

async function moveOn(round: Round, { end, entries }: FeedPage, written: number): Promise<Step<Pulled>> {
  const { load } = round.state;
  const head = Math.max(end.head, round.state.head);
  const leaving = [...leavingAfter(round, entries)];
  if (load === null) await round.change({ cursor: end.cursor, head, leaving });
  else if (end.more) {
    const done = load.done + entries.length;
    await round.change({ load: { ...load, after: end.cursor, done, total: end.total ?? load.total }, head, leaving });
  } else {
    const finished = await finishLoad(round);
    const gone = new Set([...leaving, ...finished.gone]);
    await round.change({ cursor: end.cursor, load: null, head, ...finished.state, leaving: [...gone] });
  }
  return success({ received: written, more: end.more, isBehind: false });
}

/** Which dossiers are out of sight once a page was taken: whatever the server tells of is in sight. */
function leavingAfter({ state: { load, leaving: before } }: Round, entries: readonly FeedEntry[]): ReadonlySet<string> {
  const leaving = new Set(before);
  for (const entry of entries) {
    if ('record' in entry) leaving.delete(entry.record.dossier ?? '');
    else if ('changeSet' in entry) for (const { dossier } of entry.changeSet.changes) leaving.delete(dossier ?? '');
    else if (load === null) leaving.add(entry.left);
    else leaving.delete(entry.left); // it was erased
  }
  return leaving;
}

interface Finished {
  readonly state: Partial<Round['state']>;
  /** Dossiers that did not come. */
  readonly gone: readonly string[];
}

/** After all records came: what did not is to go, or, after a restore or in a laptop that brings something along, is what the server is to be told. */
async function finishLoad(round: Round): Promise<Finished> {
  const { journal, state } = round;
  const { load } = state;
  if (load === null) return { state: {}, gone: [] };
  if (load.reason === 'epoch' || state.brings)
    return { state: { resend: { from: load.fromSeq, to: journal.head.seq } }, gone: [] };
  const kept = new Set([
    ...(await journal.reader.dossiersWithin(load.fromSeq)), // came, or was written here meanwhile
    ...(await journal.reader.dossiersWithin(Math.min(await round.sentTo(), journal.head.seq))),
  ]);
  const before = await journal.reader.dossiersWithin(0, load.fromSeq);
  return { state: {}, gone: [...before].filter((dossier) => !kept.has(dossier)) };
}

/** Dossiers of which somebody else deleted something permanently are to be written anew by this laptop. */
async function noteRenewals(round: Round, received: readonly Received[]): Promise<void> {
  const changes = received.filter((one): one is ChangeSet => 'device' in one).flatMap((one) => one.changes);
  const dossiers = changes.flatMap((one) =>
    one.kind === 'erase' && one.forgets && !one.whole ? (one.dossier ?? []) : [],
  );
  const gone = new Set<string | null>(
    received.flatMap((one) =>
      one.changes.flatMap((change) => {
        if (change.kind === 'erase' && change.whole) return [change.dossier];
        return !('device' in one) && change.kind === 'create' ? [change.id] : []; // it left sight
      }),
    ),
  );
  const toRenew = new Set([...round.state.toRenew, ...dossiers].filter((dossier) => !gone.has(dossier)));
  await round.change({ toRenew: [...toRenew] });
}

/**
 * Not only the person's record: the dossier's key goes, so that nothing of an erased person can be opened here, nor comes back
 * by what the page writes of it before it has taken this in.
 */
function erasedNote(round: Round, dossier: string): Housekeeping {
  return houseNote(round, [{ kind: 'erase', table: 'person', id: dossier, dossier, whole: true }]);
}

/** Null where a record is none. */
function toReceived(entries: readonly FeedEntry[], round: Round): readonly Received[] | null {
  const isLoading = round.state.load !== null;
  const received: Received[] = [];
  let folds: FoldChange[] = [];
  const flush = (): void => {
    if (folds.length > 0) received.push(houseNote(round, folds));
    folds = [];
  };
  for (const entry of entries) {
    if ('record' in entry) {
      const { table, id, dossier, state } = entry.record;
      const fold = ChangeSchema.safeParse({ kind: 'fold', table, id, dossier, state });
      if (!fold.success || fold.data.kind !== 'fold') return null;
      if (id === dossier && fold.data.state.erased) {
        received.push(erasedNote(round, id));
        continue;
      }
      folds.push(fold.data);
      if (folds.length === RECORDS_AT_ONCE) flush();
      continue;
    }
    flush();
    if ('changeSet' in entry) received.push(entry.changeSet);
    else if (isLoading) received.push(erasedNote(round, entry.left));
  }
  flush();
  return received;
}
