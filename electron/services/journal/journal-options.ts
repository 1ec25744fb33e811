import type { Result } from '../../../shared/lib/result.js';
import type { AppendLog } from '../append-log/open-append-log.js';
import type { Disk } from '../disk/disk.js';
import type { DossierKeyState } from '../keyring/dossier-keys.js';
import type { Chain } from './chain.js';
import type { Segment } from './segment.js';

/** What the journal needs of the keyring. */
export interface DossierKeyring {
  stateOf(dossier: string): DossierKeyState;
  keyOf(dossier: string): Uint8Array | null;
  ensure(dossiers: Iterable<string>): Promise<Result<null>>;
  drop(dossiers: Iterable<string>): Promise<Result<null>>;
}

export interface JournalOptions {
  readonly disk: Disk;
  readonly folder: string;
  readonly journalKey: Uint8Array;
  readonly dossiers: DossierKeyring;
  /** Told of dossiers whose keys were destroyed, after it happened. */
  readonly onErased: (dossiers: readonly string[]) => void;
  /** Told of failures that concern no call: the journal is whole without what failed. */
  readonly onFault: (error: unknown) => void;
  readonly segmentBytes?: number;
}

/** Everything that opening finds out. */
export interface JournalState {
  readonly journalId: string;
  readonly device: string;
  readonly segments: Segment[];
  readonly log: AppendLog;
  readonly chain: Chain;
  readonly stamp: string | null;
  readonly rolledBack: boolean;
  /** Places of the frames that were read, by device and n. */
  readonly places: ReadonlyMap<string, number>;
  /** Dossiers that frames after the anchor erase; their keys must be gone. */
  readonly erased: readonly string[];
}
