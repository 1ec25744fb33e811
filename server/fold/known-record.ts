import type { RecordState } from '../../shared/changes/record-state.js';

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
