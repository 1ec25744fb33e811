import { winner, type RecordState } from '../../shared/changes/record-state.js';
import type { Json } from '../../shared/lib/json.js';

/** A record as the server knows it. */
export interface KnownRecord {
  readonly table: string;
  readonly id: string;
  /** Null for a record that belongs to none. */
  readonly dossier: string | null;
  readonly state: RecordState;
}

/** Names a record among those of an organisation. */
export function recordKey({ table, id }: { readonly table: string; readonly id: string }): string {
  return `${table} ${id}`;
}

/** What stands in one field. */
export function valueOf({ state }: KnownRecord, field: string): Json | undefined {
  const register = state.fields.get(field);
  return register === undefined ? undefined : winner(register)?.value;
}
