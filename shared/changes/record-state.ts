import { sameJson, type Json } from '../lib/json.js';
import type { PackedRegister, PackedState, RecordEvent, Stamp } from './change-set.js';

/**
 * One field as all its versions leave it. `heads` are the versions that nothing supersedes: one normally, several after
 * two laptops wrote without seeing each other. `past` are the superseded stamps, kept so that a version that arrives
 * late stays superseded. Joining two registers is union, so it cannot depend on order or repetition.
 */
export interface Register {
  readonly heads: ReadonlyMap<Stamp, Json>;
  readonly past: ReadonlySet<Stamp>;
}

/** Everything known about one record, stamps included. A join-semilattice: see `merge.ts`. */
export interface RecordState {
  readonly created: Stamp | null;
  readonly fields: ReadonlyMap<string, Register>;
  /** Set-valued fields: an element is in while its register has a head. */
  readonly sets: ReadonlyMap<string, ReadonlyMap<string, Register>>;
  readonly events: ReadonlyMap<string, { readonly stamp: Stamp; readonly event: RecordEvent }>;
  readonly retracted: ReadonlySet<string>;
  readonly erased: boolean;
}

export const EMPTY_STATE: RecordState = {
  created: null,
  fields: new Map(),
  sets: new Map(),
  events: new Map(),
  retracted: new Set(),
  erased: false,
};

/** Erased is all that is left of an erased record. */
export const ERASED_STATE: RecordState = { ...EMPTY_STATE, erased: true };

/** Whether nothing at all is known of a record: it left this laptop's sight, or the only change to it was refused. */
export function isUnknown({ created, fields, sets, events, retracted, erased }: RecordState): boolean {
  return created === null && !erased && fields.size + sets.size + events.size + retracted.size === 0;
}

/** The head that counts: the greatest stamp. The others are a conflict, kept and shown. */
export function winner(register: Register): { readonly stamp: Stamp; readonly value: Json } | null {
  let best: { stamp: Stamp; value: Json } | null = null;
  for (const [stamp, value] of register.heads) {
    if (best === null || stamp > best.stamp) best = { stamp, value };
  }
  return best;
}

/** Values that lost against the winner without having been seen by it, and differ from it. */
export function rivals(register: Register): readonly { readonly stamp: Stamp; readonly value: Json }[] {
  const best = winner(register);
  if (best === null) return [];
  return [...register.heads]
    .filter(([stamp, value]) => stamp !== best.stamp && !sameJson(value, best.value))
    .map(([stamp, value]) => ({ stamp, value }))
    .sort((a, b) => (a.stamp < b.stamp ? 1 : -1));
}

/** The stamps a new value of this field replaces when somebody edits what is shown: the winner's. */
export function stampsToReplace(state: RecordState, field: string): readonly Stamp[] {
  const register = state.fields.get(field);
  const best = register === undefined ? null : winner(register);
  return best === null ? [] : [best.stamp];
}

/** Field values as shown. */
export function valuesOf(state: RecordState): Record<string, Json> {
  const values: Record<string, Json> = {};
  for (const [field, register] of state.fields) {
    const best = winner(register);
    if (best !== null) values[field] = best.value;
  }
  for (const [field, elements] of state.sets) {
    values[field] = [...elements].filter(([, register]) => register.heads.size > 0).map(([element]) => element);
  }
  return values;
}

/** Events that were not taken back, in the order of their stamps. */
export function eventsOf(state: RecordState): readonly RecordEvent[] {
  return everyEventOf(state).filter(({ id }) => !state.retracted.has(id));
}

/** The same with those that were taken back. */
export function everyEventOf(state: RecordState): readonly RecordEvent[] {
  return [...state.events.values()]
    .sort((a, b) => (a.stamp < b.stamp ? -1 : a.stamp > b.stamp ? 1 : a.event.id < b.event.id ? -1 : 1))
    .map(({ event }) => event);
}

/** For storing: fields that stand as created carry no stamp of their own. Keys are sorted, equal states pack equal. */
export function packState(state: RecordState): PackedState {
  const values: Record<string, Json> = {};
  const fields: Record<string, PackedRegister> = {};
  for (const [field, register] of sortedEntries(state.fields)) {
    const [only] = register.heads;
    const asCreated = register.heads.size === 1 && register.past.size === 0 && only?.[0] === state.created;
    if (asCreated) values[field] = only[1];
    else fields[field] = packRegister(register);
  }
  const sets: Record<string, Record<string, PackedRegister>> = {};
  for (const [field, elements] of sortedEntries(state.sets)) {
    sets[field] = Object.fromEntries(sortedEntries(elements).map(([name, register]) => [name, packRegister(register)]));
  }
  return {
    created: state.created,
    erased: state.erased,
    events: Object.fromEntries(sortedEntries(state.events)),
    fields,
    retracted: [...state.retracted].sort(),
    sets,
    values,
  };
}

export function unpackState(packed: PackedState): RecordState {
  const fields = new Map<string, Register>();
  if (packed.created !== null) {
    for (const [field, value] of Object.entries(packed.values)) {
      fields.set(field, { heads: new Map([[packed.created, value]]), past: new Set() });
    }
  }
  for (const [field, register] of Object.entries(packed.fields)) fields.set(field, unpackRegister(register));
  const sets = new Map<string, ReadonlyMap<string, Register>>();
  for (const [field, elements] of Object.entries(packed.sets)) {
    sets.set(field, new Map(Object.entries(elements).map(([name, register]) => [name, unpackRegister(register)])));
  }
  return {
    created: packed.created,
    fields,
    sets,
    events: new Map(Object.entries(packed.events)),
    retracted: new Set(packed.retracted),
    erased: packed.erased,
  };
}

function packRegister(register: Register): PackedRegister {
  return {
    heads: sortedEntries(register.heads).map(([stamp, value]) => ({ stamp, value })),
    past: [...register.past].sort(),
  };
}

function unpackRegister(packed: PackedRegister): Register {
  return { heads: new Map(packed.heads.map(({ stamp, value }) => [stamp, value])), past: new Set(packed.past) };
}

function sortedEntries<Value>(map: ReadonlyMap<string, Value>): [string, Value][] {
  return [...map].sort(([a], [b]) => (a < b ? -1 : 1));
}
