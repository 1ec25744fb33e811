import type { RecordEvent } from '../../../shared/changes/change-set.js';
import { eventsOf, valuesOf } from '../../../shared/changes/record-state.js';
import type { Json } from '../../../shared/lib/json.js';
import type { PersonId } from '../../../shared/records/primitives.js';
import { readDossier, type Dossier } from '../dossier-repository.js';
import { readRecord, type StoredRecord } from '../read-record.js';
import type { OpenRow } from '../sealed-row.js';
import type { WorkingStore } from '../working-store.js';

/** A record as it stands in a dossier, whatever its table. */
export interface KeptRecord {
  readonly table: string;
  readonly id: string;
  readonly fields: Readonly<Record<string, Json>>;
  /** Oldest first. */
  readonly events: readonly RecordEvent[];
  readonly takenBack: readonly RecordEvent[];
}

/** Everything that one dossier holds. */
export interface PersonRecords {
  readonly id: PersonId;
  readonly dossier: Dossier;
  readonly appointments: readonly StoredRecord<'appointment'>[];
  readonly records: readonly KeptRecord[];
}

/**
 * The one place that collects what is kept about a person. Several ids where several dossiers are the same person's; one that
 * is erased or was never there is left out.
 */
export async function readPersonRecords(
  store: WorkingStore,
  dossierIds: readonly PersonId[],
): Promise<readonly PersonRecords[]> {
  const found: PersonRecords[] = [];
  for (const id of dossierIds) {
    const rows = await store.readDossier(id);
    const dossier = readDossier(rows, id);
    if (dossier === null) continue;
    const appointments = rows.map((row) => readRecord('appointment', row)).filter((record) => record !== null);
    found.push({ id, dossier, appointments, records: rows.flatMap(keptRecord) });
  }
  return found;
}

/** Nothing of what is erased, or known only in part. */
function keptRecord({ table, id, state }: OpenRow): readonly KeptRecord[] {
  if (state.erased || state.created === null) return [];
  const takenBack = [...state.events.values()]
    .map(({ event }) => event)
    .filter(({ id: of }) => state.retracted.has(of));
  return [{ table, id, fields: valuesOf(state), events: eventsOf(state), takenBack }];
}
