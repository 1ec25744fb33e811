import type { Stamp } from '../../../shared/changes/change-set.js';
import { rivals, winner } from '../../../shared/changes/record-state.js';
import type { Json } from '../../../shared/lib/json.js';
import type { OpenRow } from '../sealed-row.js';

/** A value of a field, under the stamp that says where and when it was written. */
export interface StampedValue {
  readonly stamp: Stamp;
  readonly value: Json;
}

/** A field that two laptops wrote without seeing each other (docs/adr/0005, 0047). */
export interface FieldConflict {
  /** Of the record. */
  readonly id: string;
  readonly table: string;
  readonly dossier: string | null;
  readonly field: string;
  readonly standing: StampedValue;
  /** The newest first; never empty. */
  readonly others: readonly StampedValue[];
  /** Of all that nothing has replaced yet, those with the same value too: what a decision replaces. */
  readonly heads: readonly Stamp[];
}

/** The few records that have any, by their ids; found from the records each time that one is read, and stored nowhere else. */
export class FieldConflicts extends Map<string, readonly FieldConflict[]> {
  take(row: OpenRow): void {
    const found = conflictsOf(row);
    if (found.length > 0) this.set(row.id, found);
    else if (this.size > 0) this.delete(row.id);
  }

  removeDossier(dossier: string): void {
    for (const [id, [first]] of this) if (first?.dossier === dossier) this.delete(id);
  }
}

function conflictsOf({ id, table, dossier, state }: OpenRow): readonly FieldConflict[] {
  if (state.created === null) return [];
  return [...state.fields].flatMap(([field, register]) => {
    if (register.heads.size < 2) return [];
    const standing = winner(register);
    const others = rivals(register);
    return standing === null || others.length === 0
      ? []
      : [{ id, table, dossier, field, standing, others, heads: [...register.heads.keys()] }];
  });
}
