import type { MessageId } from '../../shared/records/primitives.js';
import { readRecord, type StoredRecord } from './read-record.js';
import type { WorkingStore } from './working-store.js';

export type StoredMessage = StoredRecord<'message'>;

/** One message with its words; null when it was erased or never there. */
export async function readMessage(store: WorkingStore, id: MessageId): Promise<StoredMessage | null> {
  const row = (await store.read([id])).rows.get(id);
  return row === undefined ? null : readRecord('message', row);
}
