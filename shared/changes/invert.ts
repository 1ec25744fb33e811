import { assertNever } from '../lib/assert.js';
import type { Change, ChangeSet, CreateChange, Stamp } from './change-set.js';
import type { RecordState, Register } from './record-state.js';
import { winner } from './record-state.js';

export type KeptReason = 'changed-since' | 'already-left' | 'in-use' | 'final';

export interface Inverse {
  readonly changes: readonly Change[];
  /** What stays, and why: it has left the house, was changed since, or others refer to it. */
  readonly kept: readonly { readonly change: Change; readonly reason: KeptReason }[];
}

export interface InvertContext {
  stateOf(table: string, id: string): RecordState;
  /** What takes a created record back, or why it stays: a mail is on its way, somebody works with it already. */
  undoCreate(change: CreateChange, state: RecordState): Change | 'already-left' | 'in-use';
}

/**
 * A change set that takes another one back: sets back each field that still bears its stamp, retracts its events, takes
 * back what it created. Works on what stands now, so it can be planned, shown and committed like any other.
 */
export function invert(changeSet: ChangeSet, context: InvertContext): Inverse {
  const changes: Change[] = [];
  const kept: { change: Change; reason: KeptReason }[] = [];
  for (const change of [...changeSet.changes].reverse()) {
    const state = context.stateOf(change.table, change.id);
    const inverse = invertChange(change, changeSet.stamp, state, context);
    if (typeof inverse === 'string') kept.push({ change, reason: inverse });
    else if (inverse !== null) changes.push(inverse);
  }
  return { changes, kept };
}

function invertChange(
  change: Change,
  stamp: Stamp,
  state: RecordState,
  context: InvertContext,
): Change | null | KeptReason {
  if (state.erased) return change.kind === 'erase' ? 'final' : null;
  const { table, id, dossier } = change;
  switch (change.kind) {
    case 'create': {
      if (changedSince(state, stamp)) return 'changed-since';
      return context.undoCreate(change, state);
    }
    case 'set': {
      const register = state.fields.get(change.field);
      if (!bears(register, stamp)) return 'changed-since';
      const { field, value, before } = change;
      return { kind: 'set', table, id, dossier, field, value: before, before: value, replaces: [stamp] };
    }
    case 'add':
      return { kind: 'remove', table, id, dossier, field: change.field, element: change.element, replaces: [stamp] };
    case 'remove':
      return { kind: 'add', table, id, dossier, field: change.field, element: change.element };
    case 'event':
      return state.retracted.has(change.event.id)
        ? null
        : { kind: 'retract', table, id, dossier, event: change.event.id };
    case 'retract':
    case 'erase':
    case 'fold':
      return 'final';
    default:
      return assertNever(change);
  }
}

function bears(register: Register | undefined, stamp: Stamp): boolean {
  return register !== undefined && winner(register)?.stamp === stamp;
}

/** Whether anybody set a field after the record was created. */
function changedSince(state: RecordState, created: Stamp): boolean {
  return [...state.fields.values()].some((register) => {
    const best = winner(register);
    return best !== null && best.stamp !== created;
  });
}
