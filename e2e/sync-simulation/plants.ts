import type { SyncJournal } from '../../electron/services/sync/round.js';

/** Faults that a test plants where the parts of a world meet. */
export interface Plants {
  /** What a laptop's exchange takes for its journal. */
  readonly journal?: (journal: SyncJournal) => SyncJournal;
  /** The server takes whatever number comes next. */
  readonly acceptsGaps?: true;
  /** Laptops exchange at the same time, too, so that the server's transactions meet; such a world never happens twice. */
  readonly rush?: true;
}
