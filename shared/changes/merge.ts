import { assertNever } from '../lib/assert.js';
import type { Json } from '../lib/json.js';
import type { Change, Stamp } from './change-set.js';
import { EMPTY_STATE, ERASED_STATE, unpackState, type RecordState, type Register } from './record-state.js';

/**
 * The only merge there is. What is known about a record is a join of what each change says about it, and a join does
 * not depend on order, grouping or repetition; so replay, undo, sync and repair all end in the same state.
 */
export function joinStates(left: RecordState, right: RecordState): RecordState {
  if (left.erased || right.erased) return ERASED_STATE;
  return {
    created: earliest(left.created, right.created),
    fields: joinMaps(left.fields, right.fields, joinRegisters),
    sets: joinMaps(left.sets, right.sets, (a, b) => joinMaps(a, b, joinRegisters)),
    events: joinMaps(left.events, right.events, (a, b) => (a.stamp <= b.stamp ? a : b)),
    retracted: union(left.retracted, right.retracted),
    erased: false,
  };
}

/** A record after one more change, made at `stamp`. */
export function applyChange(state: RecordState, change: Change, stamp: Stamp): RecordState {
  return joinStates(state, contribution(change, stamp));
}

/** What one change says, taken alone. */
function contribution(change: Change, stamp: Stamp): RecordState {
  switch (change.kind) {
    case 'create':
      return {
        ...EMPTY_STATE,
        created: stamp,
        fields: new Map(Object.entries(change.fields).map(([field, value]) => [field, write(stamp, value, [])])),
      };
    case 'set':
      return { ...EMPTY_STATE, fields: new Map([[change.field, write(stamp, change.value, change.replaces)]]) };
    case 'add':
      return { ...EMPTY_STATE, sets: new Map([[change.field, new Map([[change.element, write(stamp, true, [])]])]]) };
    case 'remove':
      return {
        ...EMPTY_STATE,
        sets: new Map([
          [change.field, new Map([[change.element, { heads: new Map(), past: new Set(change.replaces) }]])],
        ]),
      };
    case 'event':
      return { ...EMPTY_STATE, events: new Map([[change.event.id, { stamp, event: change.event }]]) };
    case 'retract':
      return { ...EMPTY_STATE, retracted: new Set([change.event]) };
    case 'erase':
      return ERASED_STATE;
    case 'fold':
      return unpackState(change.state);
    default:
      return assertNever(change);
  }
}

function write(stamp: Stamp, value: Json, replaces: readonly Stamp[]): Register {
  return { heads: new Map([[stamp, value]]), past: new Set(replaces) };
}

function joinRegisters(left: Register, right: Register): Register {
  const past = union(left.past, right.past);
  const heads = new Map<Stamp, Json>();
  for (const [stamp, value] of [...left.heads, ...right.heads]) if (!past.has(stamp)) heads.set(stamp, value);
  return { heads, past };
}

function joinMaps<Value>(
  left: ReadonlyMap<string, Value>,
  right: ReadonlyMap<string, Value>,
  join: (left: Value, right: Value) => Value,
): ReadonlyMap<string, Value> {
  if (right.size === 0) return left;
  if (left.size === 0) return right;
  const joined = new Map(left);
  for (const [key, value] of right) {
    const there = joined.get(key);
    joined.set(key, there === undefined ? value : join(there, value));
  }
  return joined;
}

function union<Value>(left: ReadonlySet<Value>, right: ReadonlySet<Value>): ReadonlySet<Value> {
  if (right.size === 0) return left;
  return left.size === 0 ? right : new Set([...left, ...right]);
}

function earliest(left: Stamp | null, right: Stamp | null): Stamp | null {
  if (left === null) return right;
  return right === null || left < right ? left : right;
}
