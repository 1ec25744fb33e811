import type { Result } from '../../../shared/lib/result.js';
import type { AppendLog } from '../append-log/open-append-log.js';
import type { Disk } from '../disk/disk.js';
import type { DossierKeyState, Retirement } from '../keyring/dossier-keys.js';
import type { Chain } from './chain.js';
import type { Erasures } from './erasures.js';
import type { Segment } from './segment.js';

/** What the journal needs of the keyring. */
export interface DossierKeyring {
  stateOf(dossier: string, generation?: number): DossierKeyState;
  generationOf(dossier: string): number;
  keyOf(dossier: string, generation?: number): Uint8Array | null;
  ensure(dossiers: Iterable<string>): Promise<Result<null>>;
  renew(dossiers: Iterable<string>): Promise<Result<null>>;
  retire(dossiers: Iterable<Retirement>): Promise<Result<null>>;
}

export interface JournalOptions {
  readonly disk: Disk;
  readonly folder: string;
  readonly journalKey: Uint8Array;
  readonly dossiers: DossierKeyring;
  /** Seals the files anew that are named, by dossier, with the dossiers' newest keys. */
  readonly renewFiles: (named: ReadonlyMap<string, ReadonlySet<string>>) => Promise<Result<null>>;
  /** Destroys the working store's key: it is made again at the next start of the page. */
  readonly forgetStore: () => Promise<void>;
  /** Clears away what died with keys of these dossiers, after it happened. */
  readonly onErased: (dossiers: readonly string[]) => Promise<void>;
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
  /** What the frames after the anchor destroy: it must be gone. */
  readonly erasures: Erasures;
}
