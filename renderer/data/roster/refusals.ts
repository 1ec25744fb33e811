import { z } from 'zod';
import { HOUSEKEEPING, Refusal, REFUSAL_TABLE } from '../../../shared/changes/housekeeping.js';
import { eventsOf, valuesOf } from '../../../shared/changes/record-state.js';
import type { OpenRow } from '../sealed-row.js';

/** The refused change set stands at `place` of the journal; null where it can no longer be read. */
const Stored = Refusal.pick({ device: true, n: true, code: true, at: true, dossiers: true }).extend({
  place: z.int().nullable(),
});

/** A change set of this laptop that the server refused, and that nobody has dealt with yet. */
export interface RefusalRow extends z.infer<typeof Stored> {
  readonly id: string;
}

/** By their ids. */
export class Refusals extends Map<string, RefusalRow> {
  take({ table, id, state }: OpenRow): void {
    if (table !== REFUSAL_TABLE || state.created?.endsWith(HOUSEKEEPING) !== true) return; // nobody else tells of them
    const read = Stored.safeParse(valuesOf(state));
    if (read.success && eventsOf(state).length === 0) this.set(id, { ...read.data, id });
    else this.delete(id);
  }
}

/** How many wait for somebody to deal with them. */
export function countRefusals({ refusals }: { readonly refusals: ReadonlyMap<string, RefusalRow> }): number {
  return refusals.size;
}
