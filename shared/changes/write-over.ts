import type { Json } from '../lib/json.js';
import type { Stamp } from './change-set.js';
import type { RecordState, Register } from './record-state.js';

/** A record whose fields have these values, written at `stamp` over everything that stands in them. */
export function writeOver(state: RecordState, values: Readonly<Record<string, Json>>, stamp: Stamp): RecordState {
  const fields = new Map(state.fields);
  for (const [field, value] of Object.entries(values)) {
    fields.set(field, { heads: new Map([[stamp, value]]), past: everyStampOf(fields.get(field)) });
  }
  return { ...state, fields };
}

/**
 * A record in which whatever was written without having seen what stands in `there` gives way to it. What was written over
 * `there` stays, and so do fields that it does not have.
 */
export function giveWay(state: RecordState, there: RecordState): RecordState {
  const fields = new Map(state.fields);
  for (const [field, { heads }] of there.fields) {
    const register = fields.get(field);
    const isUnseen = register !== undefined && [...heads.keys()].every((stamp) => register.heads.has(stamp));
    if (!isUnseen || register.heads.size === heads.size) continue;
    const past = [...everyStampOf(register)].filter((stamp) => !heads.has(stamp));
    fields.set(field, { heads, past: new Set(past) });
  }
  return { ...state, fields };
}

function everyStampOf(register: Register | undefined): ReadonlySet<Stamp> {
  return new Set(register === undefined ? [] : [...register.heads.keys(), ...register.past]);
}
