import type { LetterId } from '../../shared/records/primitives.js';
import { readRecord, type StoredRecord } from './read-record.js';
import type { WorkingStore } from './working-store.js';

export type StoredLetter = StoredRecord<'letter'>;

/** Letters with their words, in the order asked for; those that were erased or never there are left out. */
export async function readLetters(store: WorkingStore, ids: readonly LetterId[]): Promise<readonly StoredLetter[]> {
  const { rows } = await store.read(ids);
  return ids.flatMap((id) => {
    const row = rows.get(id);
    const record = row === undefined ? null : readRecord('letter', row);
    return record === null ? [] : [record];
  });
}
