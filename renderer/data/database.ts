import { Dexie, type Table as DexieTable } from 'dexie';

/**
 * One sealed record. In clear stands only what finding it needs: random ids, the table's name, key id, revision and the
 * journal place of its last change. All of it is associated data of the seal, so no row can stand in for another.
 */
export interface SealedRow {
  readonly id: string;
  /** The dossier it belongs to; empty for none, since IndexedDB does not index null. */
  readonly owner: string;
  readonly table: string;
  readonly kid: string;
  readonly rev: number;
  readonly changedSeq: number;
  /** Nonce and AES-256-GCM ciphertext. */
  readonly box: Uint8Array<ArrayBuffer>;
}

/** A sealed part of the roster, so that a start opens a few dozen boxes instead of every row. */
export interface SegmentRow {
  readonly n: number;
  readonly kid: string;
  readonly box: Uint8Array<ArrayBuffer>;
}

/** The text of a file of a dossier, read once, or why there is none. */
export interface FileTextRow {
  /** Of the document. */
  readonly id: string;
  /** The dossier it belongs to. */
  readonly owner: string;
  readonly kid: string;
  readonly box: Uint8Array<ArrayBuffer>;
}

/** A sealed segment of the search index; 0 says which there are and how far they reach. */
export interface SearchSegmentRow {
  readonly n: number;
  readonly kid: string;
  readonly box: Uint8Array<ArrayBuffer>;
}

export interface StoreMeta {
  readonly key: 'store';
  /** The journal that this store was filled from. */
  readonly journalId: string;
  readonly kid: string;
  /** Place in the journal up to which the rows are current. */
  readonly appliedSeq: number;
}

export interface SegmentsMeta {
  readonly key: 'segments';
  /** Shape of the rows in them (`SEGMENT_FORMAT`); the first shape did not say so. */
  readonly format?: number;
  /** Place in the journal up to which the segments are current. */
  readonly seq: number;
  readonly count: number;
}

export interface DamageMeta {
  readonly key: 'damage';
  /** Places of frames that cannot be read any more: put back, or read by somebody. */
  readonly settled: readonly number[];
  /** Places that nothing could put back and that nobody was told of yet. */
  readonly lost: readonly number[];
}

/** The working store. Everything in it can be made again from the journal. */
export class Database extends Dexie {
  declare records: DexieTable<SealedRow, string>;
  declare segments: DexieTable<SegmentRow, number>;
  declare fileTexts: DexieTable<FileTextRow, string>;
  declare searchSegments: DexieTable<SearchSegmentRow, number>;
  declare meta: DexieTable<StoreMeta | SegmentsMeta | DamageMeta, string>;

  constructor(name = 'fairdesk') {
    // Relaxed: the journal is what durability rests on, and it replays whatever a power cut takes from here.
    super(name, { chromeTransactionDurability: 'relaxed' });
    this.version(1).stores({ records: 'id, owner, changedSeq', segments: 'n', meta: 'key' });
    this.version(2).stores({ fileTexts: 'id, owner', searchSegments: 'n' });
  }

  async storeMeta(): Promise<StoreMeta | null> {
    const row = await this.meta.get('store');
    return row?.key === 'store' ? row : null;
  }

  async damageMeta(): Promise<DamageMeta> {
    const row = await this.meta.get('damage');
    return row?.key === 'damage' ? row : { key: 'damage', settled: [], lost: [] };
  }

  async segmentsMeta(): Promise<SegmentsMeta | null> {
    const row = await this.meta.get('segments');
    return row?.key === 'segments' ? row : null;
  }
}
