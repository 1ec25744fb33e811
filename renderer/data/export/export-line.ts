import { z } from 'zod';
import { JsonValue } from '../../../shared/changes/json-value.js';
import { StampSchema, type RecordEvent } from '../../../shared/changes/change-set.js';
import { staysHere } from '../../../shared/changes/housekeeping.js';
import { eventsOf, rivals, valuesOf, type RecordState } from '../../../shared/changes/record-state.js';
import { Id } from '../../../shared/records/primitives.js';
import type { OpenRow } from '../sealed-row.js';

const Stamped = z.array(z.object({ stamp: StampSchema, event: z.looseObject({ id: Id, type: z.string().max(64) }) }));

/** One record on one line of an export of everything (docs/export-format.md), whatever its table. */
export const ExportLine = z.object({
  table: z.string().min(1).max(64),
  id: Id,
  /** The person whose it is; null where it is nobody's. */
  dossier: Id.nullable(),
  created: StampSchema,
  fields: z.record(z.string(), JsonValue),
  /** What happened to it, oldest first. */
  events: Stamped,
  /** The same, of what was taken back since. */
  takenBack: Stamped,
  /** What another laptop wrote into a field at the same time, and nobody has decided about. */
  otherValues: z.array(z.object({ field: z.string(), value: JsonValue })),
});
export type ExportLine = z.infer<typeof ExportLine>;

/** Null of what is erased, or known only in part: nobody can make it again from what is left. */
export function exportLine({ table, id, dossier, state }: OpenRow): ExportLine | null {
  if (state.erased || state.created === null || staysHere({ table })) return null;
  return {
    table,
    id,
    dossier,
    created: state.created,
    fields: valuesOf(state),
    events: eventsOf(state).map((event) => stamped(state, event)),
    takenBack: [...state.events.values()].filter(({ event }) => state.retracted.has(event.id)),
    otherValues: [...state.fields].flatMap(([field, register]) =>
      rivals(register).map(({ value }) => ({ field, value })),
    ),
  };
}

function stamped({ events, created }: RecordState, event: RecordEvent) {
  return { stamp: events.get(event.id)?.stamp ?? created ?? '', event };
}
