import { describe, expect, it } from 'vitest';
import { setField } from '../testing/change-builders.js';
import type { Change, ChangeSet, Stamp } from './change-set.js';
import { invert, type Inverse } from './invert.js';
import { applyChange } from './merge.js';
import { EMPTY_STATE, eventsOf, valuesOf, type RecordState } from './record-state.js';

const TARGET = { table: 'person', id: 'r', dossier: 'r' };

function stamp(ms: number): Stamp {
  return `${ms.toString(16).padStart(12, '0')}-0000-aaaaaaaaaaaaaaaa`;
}

function changeSet(n: number, changes: readonly Change[]): ChangeSet {
  const device = 'aaaaaaaaaaaaaaaa';
  return { v: 1, device, n, stamp: stamp(n), at: n, by: null, actionId: `a${n.toString()}`, action: 'test', changes };
}

function apply(state: RecordState, { changes, stamp: at }: ChangeSet): RecordState {
  return changes.reduce((before, change) => applyChange(before, change, at), state);
}

function inverse(of: ChangeSet, state: RecordState): Inverse {
  return invert(of, {
    stateOf: () => state,
    undoCreate: ({ table, id, dossier }) => ({ kind: 'erase', table, id, dossier, whole: false }),
  });
}

const CREATED = changeSet(1, [{ kind: 'create', ...TARGET, fields: { city: 'Oslo', phone: '1' } }]);

describe('invert', () => {
  it('sets back each field that still bears the stamp, and retracts the events', () => {
    const edit = changeSet(2, [
      { ...setField(TARGET, 'city', 'Bergen', [stamp(1)]), before: 'Oslo' },
      { kind: 'event', ...TARGET, event: { id: 'n', type: 'note' } },
    ]);
    const state = apply(apply(EMPTY_STATE, CREATED), edit);
    const { changes, kept } = inverse(edit, state);
    const after = apply(state, changeSet(3, changes));
    expect(kept).toEqual([]);
    expect(valuesOf(after)).toEqual({ city: 'Oslo', phone: '1' });
    expect(eventsOf(after)).toEqual([]);
  });

  it('keeps and names what somebody changed since', () => {
    const edit = changeSet(2, [{ ...setField(TARGET, 'city', 'Bergen', [stamp(1)]), before: 'Oslo' }]);
    const later = changeSet(3, [setField(TARGET, 'city', 'Trondheim', [stamp(2)])]);
    const state = [CREATED, edit, later].reduce(apply, EMPTY_STATE);
    const { changes, kept } = inverse(edit, state);
    expect(changes).toEqual([]);
    expect(kept.map(({ reason }) => reason)).toEqual(['changed-since']);
  });

  it('takes back what it created, unless it was edited since', () => {
    const state = apply(EMPTY_STATE, CREATED);
    expect(inverse(CREATED, state).changes.map(({ kind }) => kind)).toEqual(['erase']);
    const edited = apply(state, changeSet(2, [setField(TARGET, 'city', 'Bergen', [stamp(1)])]));
    expect(inverse(CREATED, edited).kept.map(({ reason }) => reason)).toEqual(['changed-since']);
  });

  it('keeps and names what has already left', () => {
    const state = apply(EMPTY_STATE, CREATED);
    const { kept } = invert(CREATED, { stateOf: () => state, undoCreate: () => 'already-left' });
    expect(kept.map(({ reason }) => reason)).toEqual(['already-left']);
  });

  it('can itself be taken back: undo of an undo is redo', () => {
    const edit = changeSet(2, [{ ...setField(TARGET, 'city', 'Bergen', [stamp(1)]), before: 'Oslo' }]);
    const state = apply(apply(EMPTY_STATE, CREATED), edit);
    const undo = changeSet(3, inverse(edit, state).changes);
    const undone = apply(state, undo);
    const redo = changeSet(4, inverse(undo, undone).changes);
    expect(valuesOf(apply(undone, redo))).toEqual({ city: 'Bergen', phone: '1' });
  });
});
