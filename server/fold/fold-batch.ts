import type { Change, ChangeSet, Stamp } from '../../shared/changes/change-set.js';
import { applyChange } from '../../shared/changes/merge.js';
import { EMPTY_STATE, ERASED_STATE, valuesOf } from '../../shared/changes/record-state.js';
import { Id } from '../../shared/records/primitives.js';
import type { RefusalCode } from '../../shared/sync/protocol.js';
import { recordKey, type KnownRecord } from './known-record.js';
import { asksOf, factsOf, judge, type Author } from './judge.js';
import type { SendingHere } from './judge-hand-over.js';

/** One number of a push as it came: whole, unreadable for us, or gone on the laptop itself. */
export interface Arrival {
  readonly n: number;
  readonly stamp: Stamp | null;
  readonly changeSet: ChangeSet | 'gone' | 'invalid';
}

/** What becomes of a number: refused, or taken with what is left of it. */
export interface Verdict {
  readonly n: number;
  readonly stamp: Stamp | null;
  readonly refused: RefusalCode | null;
  /** Null when nothing of it is sent on. */
  readonly changeSet: ChangeSet | null;
}

export interface FoldedBatch {
  readonly verdicts: readonly Verdict[];
  readonly written: readonly KnownRecord[];
  /** Dossiers that were erased as a whole, now. */
  readonly erased: ReadonlySet<string>;
  /** Records of which nothing may be read again, as `recordKey` names them. */
  readonly forgotten: ReadonlySet<string>;
  /** Files whose documents were deleted, now. */
  readonly files: ReadonlySet<string>;
  /** Whether the laptop still has sent nothing but what it brings along. */
  readonly isJoining: boolean;
}

export interface Known {
  readonly records: readonly KnownRecord[];
  readonly erasedDossiers: ReadonlySet<string>;
  /** Whether the laptop has sent nothing so far but what it brings along (docs/adr/0050). */
  readonly isJoining: boolean;
  /** What the server sends; null where no message is touched that may concern it. */
  readonly sending: SendingHere | null;
}

/**
 * Folds change sets of one device, in their order, into the records as they are known. Each is judged against what those before
 * it left; what somebody erased is left out of those that come after.
 */
export function foldBatch(arrivals: readonly Arrival[], known: Known, author: Author): FoldedBatch {
  const states = new Map(known.records.map((record) => [recordKey(record), record]));
  const written = new Map<string, KnownRecord>();
  const erased = new Set<string>();
  const forgotten = new Set<string>();
  const files = new Set<string>();
  let facts = factsOf(states);
  let { isJoining } = known;
  const isGone = (change: Change): boolean =>
    (change.dossier !== null && (known.erasedDossiers.has(change.dossier) || erased.has(change.dossier))) ||
    states.get(recordKey(change))?.state.erased === true;

  const take = (change: Change, stamp: Stamp): void => {
    const key = recordKey(change);
    const before = states.get(key) ?? { ...targetOf(change), state: EMPTY_STATE };
    const after = { ...before, state: applyChange(before.state, change, stamp) };
    states.set(key, after);
    written.set(key, after);
    if (change.kind !== 'erase') return;
    const { fileId } = change.table === 'document' ? valuesOf(before.state) : {};
    if (typeof fileId === 'string') files.add(fileId);
    if (change.whole && change.dossier !== null) eraseDossier(change.dossier);
    else if (change.forgets === true) forgotten.add(key);
  };

  const eraseDossier = (dossier: string): void => {
    erased.add(dossier);
    for (const [key, record] of states) {
      if (record.dossier !== dossier) continue;
      states.set(key, { ...record, state: ERASED_STATE });
      written.delete(key);
    }
  };

  const verdicts = arrivals.map((arrival): Verdict => {
    const { n, stamp, changeSet } = arrival;
    if (changeSet === 'gone') return { n, stamp, refused: null, changeSet: null };
    const refused = changeSet === 'invalid' || !isWellAddressed(changeSet) ? 'sync/invalid-request' : null;
    if (refused !== null || typeof changeSet === 'string') return { n, stamp, refused, changeSet: null };
    isJoining &&= changeSet.action === 'join';
    const judged = judge(changeSet, { facts, states, isJoining, sending: known.sending }, author);
    if (!judged.ok) return { n, stamp, refused: judged.code, changeSet: null };
    const changes: Change[] = [];
    for (const change of judged.value) {
      if (isGone(change)) continue;
      take(change, changeSet.stamp);
      changes.push(change);
    }
    if (changes.some(asksOf)) facts = factsOf(states);
    return { n, stamp, refused: null, changeSet: { ...changeSet, changes } };
  });
  const left = verdicts.map((verdict) => ({
    ...verdict,
    changeSet: withoutForgotten(verdict.changeSet, erased, forgotten),
  }));
  return { verdicts: left, written: [...written.values()], erased, forgotten, files, isJoining };
}

/** What may still be read of a change set after erasures, the erasures themselves included; null when nothing is left. */
export function withoutForgotten(
  changeSet: ChangeSet | null,
  erased: ReadonlySet<string>,
  forgotten: ReadonlySet<string>,
): ChangeSet | null {
  if (changeSet === null) return null;
  const changes = changeSet.changes.filter(
    (change) =>
      change.kind === 'erase' ||
      !((change.dossier !== null && erased.has(change.dossier)) || forgotten.has(recordKey(change))),
  );
  return changes.length === 0 ? null : { ...changeSet, changes };
}

/** Feeds name records and dossiers by ids of this form alone. */
function isWellAddressed({ changes }: ChangeSet): boolean {
  return changes.every(
    ({ id, dossier }) => Id.safeParse(id).success && (dossier === null || Id.safeParse(dossier).success),
  );
}

function targetOf({ table, id, dossier }: Change): Pick<KnownRecord, 'table' | 'id' | 'dossier'> {
  return { table, id, dossier };
}
