import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyHistory, type StampedChange } from '../testing/change-arbitraries.js';
import { setField } from '../testing/change-builders.js';
import type { Change, Stamp } from './change-set.js';
import { applyChange, joinStates } from './merge.js';
import {
  EMPTY_STATE,
  eventsOf,
  packState,
  rivals,
  unpackState,
  valuesOf,
  winner,
  type RecordState,
} from './record-state.js';

const TARGET = { table: 'person', id: 'r', dossier: 'r' };
const A = 'aaaaaaaaaaaaaaaa';
const B = 'bbbbbbbbbbbbbbbb';

function stamp(ms: number, device: string): Stamp {
  return `${ms.toString(16).padStart(12, '0')}-0000-${device}`;
}

function foldAll(history: readonly StampedChange[], from: RecordState = EMPTY_STATE): RecordState {
  return history.reduce((state, { change, stamp: at }) => applyChange(state, change, at), from);
}

function create(fields: Record<string, string>): Change {
  return { kind: 'create', ...TARGET, fields };
}

describe('merge', () => {
  it('is commutative: any order of the same changes ends in the same record', () => {
    fc.assert(
      fc.property(anyHistory, fc.infiniteStream(fc.nat()), (history, dice) => {
        const thrown = [...dice.take(history.length)];
        const shuffled = history
          .map((item, index) => ({ item, at: thrown[index] ?? 0 }))
          .sort((a, b) => a.at - b.at)
          .map(({ item }) => item);
        expect(packState(foldAll(shuffled))).toEqual(packState(foldAll(history)));
      }),
      { numRuns: 2000 },
    );
  });

  it('is idempotent: a change that arrives again, or a whole history twice, changes nothing', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        const once = foldAll(history);
        expect(packState(foldAll(history, once))).toEqual(packState(once));
        expect(packState(joinStates(once, once))).toEqual(packState(once));
      }),
      { numRuns: 2000 },
    );
  });

  it('is associative: records merged in any grouping are equal', () => {
    fc.assert(
      fc.property(anyHistory, fc.infiniteStream(fc.integer({ min: 1, max: 7 })), (history, dice) => {
        const thrown = [...dice.take(history.length)];
        const seenBy = history.map((item, index) => ({ item, laptops: thrown[index] ?? 1 })); // each reached some of three
        const known = (laptop: number) =>
          seenBy.filter(({ laptops }) => (laptops & laptop) !== 0).map(({ item }) => item);
        const [a, b, c] = [foldAll(known(1)), foldAll(known(2)), foldAll(known(4))];
        expect(packState(joinStates(joinStates(a, b), c))).toEqual(packState(joinStates(a, joinStates(b, c))));
        expect(packState(joinStates(a, b))).toEqual(packState(joinStates(b, a)));
        expect(packState(joinStates(joinStates(a, b), c))).toEqual(packState(foldAll(history)));
      }),
      { numRuns: 1000 },
    );
  });

  it('folds a record into itself by a `fold` change without changing it', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        const state = foldAll(history);
        const folded: Change = { kind: 'fold', ...TARGET, state: packState(state) };
        expect(packState(applyChange(EMPTY_STATE, folded, stamp(99, A)))).toEqual(packState(state));
        expect(packState(unpackState(packState(state)))).toEqual(packState(state));
      }),
    );
  });

  it('lets causality decide, whatever the clocks say', () => {
    const first = stamp(100, A);
    const behind = stamp(5, B); // this laptop's clock is wrong, but it saw the first value
    const history = [
      { change: create({ city: 'Oslo' }), stamp: first },
      { change: setField(TARGET, 'city', 'Bergen', [first]), stamp: behind },
    ];
    expect(valuesOf(foldAll(history))).toEqual({ city: 'Bergen' });
    expect(valuesOf(foldAll([...history].reverse()))).toEqual({ city: 'Bergen' });
  });

  it('keeps the value that lost between two laptops that did not see each other', () => {
    const base = stamp(1, A);
    const state = foldAll([
      { change: create({ city: 'Oslo' }), stamp: base },
      { change: setField(TARGET, 'city', 'Bergen', [base]), stamp: stamp(2, A) },
      { change: setField(TARGET, 'city', 'Trondheim', [base]), stamp: stamp(2, B) },
    ]);
    expect(valuesOf(state)).toEqual({ city: 'Trondheim' });
    const register = state.fields.get('city');
    expect(register === undefined ? [] : rivals(register)).toEqual([{ stamp: stamp(2, A), value: 'Bergen' }]);
  });

  it('settles a conflict by a value that replaces both', () => {
    const state = foldAll([
      { change: create({ city: 'Oslo' }), stamp: stamp(1, A) },
      { change: setField(TARGET, 'city', 'Bergen', [stamp(1, A)]), stamp: stamp(2, A) },
      { change: setField(TARGET, 'city', 'Trondheim', [stamp(1, A)]), stamp: stamp(2, B) },
      { change: setField(TARGET, 'city', 'Bergen', [stamp(2, A), stamp(2, B)]), stamp: stamp(3, A) },
    ]);
    const register = state.fields.get('city');
    expect(register === undefined ? null : winner(register)?.value).toBe('Bergen');
    expect(register === undefined ? null : rivals(register)).toEqual([]);
  });

  it('keeps an element that was added elsewhere while it was removed here', () => {
    const state = foldAll([
      { change: { kind: 'add', ...TARGET, field: 'tags', element: 'grid' }, stamp: stamp(1, A) },
      {
        change: { kind: 'remove', ...TARGET, field: 'tags', element: 'grid', replaces: [stamp(1, A)] },
        stamp: stamp(2, A),
      },
      { change: { kind: 'add', ...TARGET, field: 'tags', element: 'grid' }, stamp: stamp(2, B) },
    ]);
    expect(valuesOf(state)).toEqual({ tags: ['grid'] });
  });

  it('lets erasure beat every edit, earlier or later', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        const erased = applyChange(foldAll(history), { kind: 'erase', ...TARGET, whole: true }, stamp(3, A));
        expect(packState(foldAll(history, erased))).toEqual(packState(erased));
        expect(valuesOf(erased)).toEqual({});
        expect(eventsOf(erased)).toEqual([]);
      }),
    );
  });

  it('drops an event that was taken back, even when it arrives after its retraction', () => {
    const note: Change = { kind: 'event', ...TARGET, event: { id: 'n1', type: 'note', text: 'call' } };
    const state = foldAll([
      { change: { kind: 'retract', ...TARGET, event: 'n1' }, stamp: stamp(2, A) },
      { change: note, stamp: stamp(1, A) },
    ]);
    expect(eventsOf(state)).toEqual([]);
  });
});
