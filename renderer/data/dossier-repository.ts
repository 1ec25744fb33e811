import { liveQuery } from 'dexie';
import type { PersonId } from '../../shared/records/primitives.js';
import type { Table } from '../../shared/records/tables.js';
import type { Database } from './database.js';
import type { Live, LiveQuery } from './live-query.js';
import { readRecord, type StoredRecord } from './read-record.js';
import { openRow, type OpenRow } from './sealed-row.js';
import type { Sealer } from './sealing.js';

/** Everything that is kept about one person. */
export interface Dossier {
  readonly person: StoredRecord<'person'>;
  readonly applications: readonly StoredRecord<'application'>[];
  readonly documents: readonly StoredRecord<'document'>[];
  readonly interviews: readonly StoredRecord<'interview'>[];
  readonly messages: readonly StoredRecord<'message'>[];
  readonly letters: readonly StoredRecord<'letter'>[];
}

/**
 * One dossier, live; null once it is erased or was never there. The query emits sealed rows and opening follows outside
 * it (awaiting anything else inside makes a live query deaf); an opening that was overtaken is dropped.
 */
export function dossierQuery(
  database: Database,
  sealer: Sealer,
  id: PersonId,
  onDamage: (error: unknown) => void,
): LiveQuery<Dossier | null> {
  return {
    subscribe(listener: (state: Live<Dossier | null>) => void): () => void {
      let newest = 0;
      const fail = (error: unknown): void => {
        listener({ status: 'failed', code: 'store/damaged' });
        onDamage(error);
      };
      const subscription = liveQuery(() => database.records.where('owner').equals(id).toArray()).subscribe({
        next: (sealed) => {
          const mine = ++newest;
          Promise.all(sealed.map((row) => openRow(sealer, row)))
            .then((rows) => {
              if (mine === newest) listener({ status: 'ready', value: readDossier(rows) });
            })
            .catch(fail);
        },
        error: fail,
      });
      return () => {
        newest = -1;
        subscription.unsubscribe();
      };
    },
  };
}

export function readDossier(rows: readonly OpenRow[]): Dossier | null {
  const [person] = recordsOf('person', rows);
  if (person === undefined) return null;
  return {
    person,
    applications: recordsOf('application', rows).sort((a, b) => b.fields.receivedAt - a.fields.receivedAt),
    documents: recordsOf('document', rows).sort((a, b) => b.fields.addedAt - a.fields.addedAt),
    interviews: recordsOf('interview', rows).sort((a, b) => b.fields.startsAt - a.fields.startsAt),
    messages: recordsOf('message', rows).sort((a, b) => b.fields.queuedAt - a.fields.queuedAt),
    letters: recordsOf('letter', rows).sort((a, b) => b.fields.writtenAt - a.fields.writtenAt),
  };
}

function recordsOf<T extends Table>(table: T, rows: readonly OpenRow[]): StoredRecord<T>[] {
  return rows.map((row) => readRecord(table, row)).filter((record) => record !== null);
}
