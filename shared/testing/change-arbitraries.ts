import * as fc from 'fast-check';
import type { Change, Stamp } from '../changes/change-set.js';
import type { RecordEvent } from '../changes/change-set.js';

const TARGET = { table: 'person', id: 'record', dossier: 'record' };
const DEVICES = ['00000000000000aa', '00000000000000bb', '00000000000000cc'];

/** Few enough stamps that changes meet: three devices, eight moments. */
export const anyStamp: fc.Arbitrary<Stamp> = fc
  .tuple(fc.integer({ min: 1, max: 8 }), fc.constantFrom(...DEVICES))
  .map(([ms, device]) => `${ms.toString(16).padStart(12, '0')}-0000-${device}`);

const anyField = fc.constantFrom('city', 'email', 'phone');
const anyValue = fc.oneof(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: 0, max: 2 }), fc.constant(null));
const anyElement = fc.constantFrom('x', 'y');
const anyReplaces = fc.uniqueArray(anyStamp, { maxLength: 3 });
const anyEvent: fc.Arbitrary<RecordEvent> = fc
  .constantFrom('e1', 'e2', 'e3')
  .map((id) => ({ id, type: 'note', text: `of ${id}` }));

/** A change and the stamp it was made at, as real laptops make them: nothing replaces its own stamp. */
export interface StampedChange {
  readonly change: Change;
  readonly stamp: Stamp;
}

const anyChange: fc.Arbitrary<Change> = fc.oneof(
  fc.dictionary(anyField, anyValue, { minKeys: 1 }).map((fields): Change => ({ kind: 'create', ...TARGET, fields })),
  fc
    .record({ field: anyField, value: anyValue, replaces: anyReplaces })
    .map((set): Change => ({ kind: 'set', ...TARGET, before: null, ...set })),
  fc.record({ element: anyElement }).map(({ element }): Change => ({ kind: 'add', ...TARGET, field: 'tags', element })),
  fc
    .record({ element: anyElement, replaces: anyReplaces })
    .map((remove): Change => ({ kind: 'remove', ...TARGET, field: 'tags', ...remove })),
  anyEvent.map((event): Change => ({ kind: 'event', ...TARGET, event })),
  anyEvent.map(({ id }): Change => ({ kind: 'retract', ...TARGET, event: id })),
);

const anyErase: fc.Arbitrary<Change> = fc.constant({ kind: 'erase', ...TARGET, whole: false });

/** Changes to one record from several laptops; one stamp writes a field or element once, as in a real change set. */
export const anyHistory: fc.Arbitrary<readonly StampedChange[]> = fc.uniqueArray(
  fc
    .record({
      change: fc.oneof({ weight: 30, arbitrary: anyChange }, { weight: 1, arbitrary: anyErase }),
      stamp: anyStamp,
    })
    .map(withoutSelfReplacement),
  { maxLength: 12, selector: ({ stamp }) => stamp },
);

function withoutSelfReplacement({ change, stamp }: StampedChange): StampedChange {
  if (change.kind !== 'set' && change.kind !== 'remove') return { change, stamp };
  return { stamp, change: { ...change, replaces: change.replaces.filter((replaced) => replaced !== stamp) } };
}
