import { eventsOf, valuesOf } from '../../shared/changes/record-state.js';
import { tables, type EventOf, type FieldsOf, type Table } from '../../shared/records/tables.js';
import type { OpenRow } from './sealed-row.js';

/** A record as the screens know it: its fields and what happened to it, oldest first. */
export interface StoredRecord<T extends Table> {
  readonly id: string;
  readonly fields: FieldsOf<T>;
  readonly events: readonly EventOf<T>[];
}

/**
 * A row as a record of its table; null while it is erased or only known in part (its creation has not arrived). Throws
 * when the fields are not what the table declares.
 */
export function readRecord<T extends Table>(table: T, row: OpenRow): StoredRecord<T> | null {
  if (row.table !== table || row.state.erased || row.state.created === null) return null;
  const schema = tables[table];
  return {
    id: row.id,
    fields: schema.fields.parse(valuesOf(row.state)) as FieldsOf<T>,
    events: eventsOf(row.state).map((event) => schema.events.parse(event) as EventOf<T>),
  };
}
