import type { SyncJournal } from '../../electron/services/sync/round.js';
import type { WorkingStore } from '../../renderer/data/working-store.js';

/** Faults that a test plants where the parts of a world meet. */
export interface Plants {
  /** What a laptop's exchange takes for its journal. */
  readonly journal?: (journal: SyncJournal) => SyncJournal;
  /** What a page takes for its working store. */
  readonly store?: (store: WorkingStore) => WorkingStore;
}
