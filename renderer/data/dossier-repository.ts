import { liveQuery } from 'dexie';
import { joinEvents } from '../../shared/domain/merged-people.js';
import { sameJson } from '../../shared/lib/json.js';
import type { PersonId } from '../../shared/records/primitives.js';
import type { Table } from '../../shared/records/tables.js';
import type { Database } from './database.js';
import type { Live, LiveQuery } from './live-query.js';
import { readRecord, type StoredRecord } from './read-record.js';
import { openRow, type OpenRow } from './sealed-row.js';
import type { Sealer } from './sealing.js';

/** Everything that is kept about one person. */
export interface Dossier {
  /** With what was noted in all of the person's dossiers. */
  readonly person: StoredRecord<'person'>;
  /** G-13: the persons of the other dossiers, as they stand by themselves. */
  readonly merged: readonly StoredRecord<'person'>[];
  readonly applications: readonly StoredRecord<'application'>[];
  readonly documents: readonly StoredRecord<'document'>[];
  readonly interviews: readonly StoredRecord<'interview'>[];
  readonly messages: readonly StoredRecord<'message'>[];
  readonly letters: readonly StoredRecord<'letter'>[];
}

/** Which dossiers are one person's, the one that stands for the others first; told again whenever something is written. */
export interface DossierIndex {
  readonly subscribe: (listener: () => void) => () => void;
  readonly dossiersOf: (id: PersonId) => readonly PersonId[];
}

export interface DossierSource {
  readonly database: Database;
  readonly sealer: Sealer;
  readonly index: DossierIndex;
}

/**
 * Everything about one person, live; null once it is erased or was never there. The query emits sealed rows and opening
 * follows outside it (awaiting anything else inside makes a live query deaf); an opening that was overtaken is dropped. When
 * dossiers become one person's, or no longer are (G-13), it begins anew.
 */
export function dossierQuery(
  { database, sealer, index }: DossierSource,
  id: PersonId,
  onDamage: (error: unknown) => void,
): LiveQuery<Dossier | null> {
  return {
    subscribe(listener: (state: Live<Dossier | null>) => void): () => void {
      let newest = 0;
      let followed: readonly PersonId[] = [];
      let stop = (): void => undefined;
      const fail = (error: unknown): void => {
        listener({ status: 'failed', code: 'store/damaged' });
        onDamage(error);
      };
      const follow = (): void => {
        const dossiers = index.dossiersOf(id);
        if (sameJson(dossiers, followed)) return;
        followed = dossiers;
        stop();
        const subscription = liveQuery(() => database.records.where('owner').anyOf(dossiers).toArray()).subscribe({
          next: (sealed) => {
            const mine = ++newest;
            Promise.all(sealed.map((row) => openRow(sealer, row)))
              .then((rows) => {
                if (mine === newest) listener({ status: 'ready', value: readDossier(rows, dossiers[0] ?? id) });
              })
              .catch(fail);
          },
          error: fail,
        });
        stop = () => {
          subscription.unsubscribe();
        };
      };
      const forget = index.subscribe(follow);
      follow();
      return () => {
        newest = -1;
        forget();
        stop();
      };
    },
  };
}

/** `survivor`: whose of the dossiers stands for the others. */
export function readDossier(rows: readonly OpenRow[], survivor: PersonId): Dossier | null {
  const people = recordsOf('person', rows);
  const person = people.find(({ id }) => id === survivor);
  if (person === undefined) return null;
  const merged = people.filter((one) => one !== person);
  return {
    person: { ...person, events: joinEvents([person, ...merged].map(({ events }) => events)) },
    merged,
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
