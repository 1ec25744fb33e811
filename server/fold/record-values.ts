import { valuesOf } from '../../shared/changes/record-state.js';
import { recordKey, type KnownRecord } from './known-record.js';

export type Records = ReadonlyMap<string, KnownRecord>;

/** Records by their names. */
export function byKey(records: readonly KnownRecord[]): Records {
  return new Map(records.map((record) => [recordKey(record), record]));
}

interface Schema<Value> {
  safeParse(input: unknown): { readonly success: true; readonly data: Value } | { readonly success: false };
}

/** What one of them says; null where it is not there, or says nothing that is known here. */
export function valueIn<Value>(records: Records, table: string, id: string, schema: Schema<Value>): Value | null {
  const record = records.get(recordKey({ table, id }));
  return record === undefined ? null : readValue(record, schema);
}

/** Null for a record that is erased, or that a newer program wrote in another shape. */
export function readValue<Value>({ state }: KnownRecord, schema: Schema<Value>): Value | null {
  const read = state.erased ? null : schema.safeParse(valuesOf(state));
  return read?.success === true ? read.data : null;
}
