import type { Change, ChangeSet, Stamp } from '../../shared/changes/change-set.js';
import { dossiersLeftBy, HOUSEKEEPING, LEFT_TABLE } from '../../shared/changes/housekeeping.js';
import { applyChange } from '../../shared/changes/merge.js';
import { EMPTY_STATE, ERASED_STATE, winner, type RecordState } from '../../shared/changes/record-state.js';
import type { OpenRow } from './sealed-row.js';

/** Records as change sets leave them, in memory, before they are sealed and written. */
export interface Working {
  readonly rows: Map<string, OpenRow>;
  readonly changed: Set<string>;
  /** Dossiers erased whole, or out of this laptop's sight: every other row of theirs goes. */
  readonly erasedDossiers: Set<string>;
}

export function startWorking(rows: Iterable<OpenRow>): Working {
  return { rows: new Map([...rows].map((row) => [row.id, row])), changed: new Set(), erasedDossiers: new Set() };
}

/** Ids of the rows that must be read before these changes can be applied: the records and their dossiers' persons. */
export function idsToRead(changes: readonly Change[]): readonly string[] {
  const ids = new Set<string>();
  for (const change of changes) {
    ids.add(change.id);
    if (change.dossier !== null) ids.add(change.dossier);
  }
  return [...ids];
}

export function applyChangeSet(working: Working, changeSet: ChangeSet, seq: number): void {
  const tellsOfLeaving = ({ table }: Change): boolean => changeSet.device === HOUSEKEEPING && table === LEFT_TABLE;
  for (const change of changeSet.changes) if (!tellsOfLeaving(change)) applyOne(working, change, changeSet.stamp, seq);
  for (const dossier of dossiersLeftBy(changeSet)) leaveDossier(working, dossier, seq);
}

function applyOne(working: Working, change: Change, stamp: Stamp, seq: number): void {
  const { id, table, dossier } = change;
  // The person's record is the dossier's tombstone: nothing that arrives later brings an erased person back.
  const gone = dossier !== null && id !== dossier && working.rows.get(dossier)?.state.erased === true;
  if (gone) return;
  const before = working.rows.get(id);
  const state = applyChange(before?.state ?? EMPTY_STATE, change, stamp);
  working.rows.set(id, { id, table, dossier, rev: (before?.rev ?? 0) + 1, changedSeq: seq, state });
  working.changed.add(id);
  if (change.kind === 'erase' && change.whole && dossier !== null) eraseDossier(working, dossier);
}

function eraseDossier(working: Working, dossier: string): void {
  working.erasedDossiers.add(dossier);
  for (const [id, row] of working.rows) {
    if (row.dossier !== dossier || id === dossier) continue;
    working.rows.set(id, { ...row, state: ERASED_STATE });
    working.changed.delete(id);
  }
}

/** Nothing of it is known here any more, but it is not erased: it may come back. */
function leaveDossier(working: Working, dossier: string, seq: number): void {
  const person = working.rows.get(dossier);
  if (person === undefined || person.state.erased) return;
  working.erasedDossiers.add(dossier);
  for (const [id, row] of working.rows) {
    if (row.dossier !== dossier) continue;
    working.rows.delete(id);
    working.changed.delete(id);
  }
  working.rows.set(dossier, { ...person, rev: person.rev + 1, changedSeq: seq, state: EMPTY_STATE });
  working.changed.add(dossier);
}

/** The first change of something erased, or whose replaced stamps are no longer what stands: plan again. */
export function findStale(changes: readonly Change[], stateOf: (id: string) => RecordState | undefined): Change | null {
  for (const change of changes) {
    if (change.kind !== 'erase' && change.kind !== 'fold' && stateOf(change.id)?.erased === true) return change;
    if (change.kind === 'set') {
      const register = stateOf(change.id)?.fields.get(change.field);
      const best = register === undefined ? null : winner(register);
      if (best !== null && !change.replaces.includes(best.stamp)) return change;
    }
    if (change.kind === 'remove') {
      const register = stateOf(change.id)?.sets.get(change.field)?.get(change.element);
      const unseen = [...(register?.heads.keys() ?? [])].some((stamp) => !change.replaces.includes(stamp));
      if (unseen) return change;
    }
  }
  return null;
}
