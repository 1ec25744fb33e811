import type { CreateChange, SetChange, Stamp } from '../../shared/changes/change-set.js';
import { stampsToReplace } from '../../shared/changes/record-state.js';
import { sameJson, type Json } from '../../shared/lib/json.js';
import type { EventOf, FieldsOf, Table } from '../../shared/records/tables.js';
import { readRecord } from './read-record.js';
import type { WorkingStore } from './working-store.js';

type JsonFields = Readonly<Record<string, Json>>;

/** A record as a form was opened on it. Its stamps say what the person saw, so that nobody's edit is overwritten unseen. */
export interface EditableRecord<T extends Table> {
  readonly table: T;
  readonly id: string;
  readonly dossier: string | null;
  readonly fields: FieldsOf<T>;
  /** What was noted in it, oldest first. */
  readonly events: readonly EventOf<T>[];
  readonly stamps: ReadonlyMap<string, readonly Stamp[]>;
}

/** Null when there is no such record, or it was erased. */
export async function readEditable<T extends Table>(
  store: WorkingStore,
  table: T,
  id: string,
): Promise<EditableRecord<T> | null> {
  const row = (await store.read([id])).rows.get(id);
  const record = row === undefined ? null : readRecord(table, row);
  if (row === undefined || record === null) return null;
  const stamps = new Map(Object.keys(record.fields).map((field) => [field, stampsToReplace(row.state, field)]));
  return { table, id, dossier: row.dossier, fields: record.fields, events: record.events, stamps };
}

/** One change for each field that is to be different from what was seen; empty when nothing is. */
export function changesTo<T extends Table>(
  record: EditableRecord<T>,
  wanted: Partial<FieldsOf<T>> & JsonFields,
): readonly SetChange[] {
  const { table, id, dossier, stamps } = record;
  const seen: JsonFields = record.fields; // fields of every table are JSON: they were parsed from it
  return Object.entries(wanted).flatMap(([field, value]): SetChange[] => {
    const before = seen[field] ?? null;
    if (sameJson(before, value)) return [];
    return [{ kind: 'set', table, id, dossier, field, value, before, replaces: stamps.get(field) ?? [] }];
  });
}

/** A new record of a table. `dossier` is the person it belongs to, null for what belongs to the organisation. */
export function createRecord<T extends Table>(
  table: T,
  id: string,
  dossier: string | null,
  fields: FieldsOf<T> & JsonFields,
): CreateChange {
  return { kind: 'create', table, id, dossier, fields };
}
