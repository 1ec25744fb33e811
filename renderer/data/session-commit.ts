import type { WriteAction } from '../../shared/domain/refuse-write.js';
import type { PlannedChanges } from './commit.js';

/** What is to be saved. */
export interface SessionCommit {
  /** Refused without its right (C19). */
  readonly action: WriteAction;
  readonly changes: PlannedChanges;
  /** One for each wish, however often it is asked for. Left out, every attempt draws a new one. */
  readonly actionId?: string;
  /** These two: see `CommitRequest`. */
  readonly beside?: true;
  readonly goOn?: (written: number, total: number) => boolean;
  /** Null for what the program does by itself; whoever is working here when left out. */
  readonly by?: null;
}
