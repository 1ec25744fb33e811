import { invariant } from '../../shared/lib/assert.js';
import { startWorking, type Working } from './apply-changes.js';
import type { Database, StoreMeta } from './database.js';
import { openRow, sealRow, type OpenRow } from './sealed-row.js';
import type { Sealer } from './sealing.js';

/** The writer's side of Dexie: opens rows, and writes applied change sets whole or not at all. */
export class WorkingStore {
  readonly database: Database;
  readonly sealer: Sealer;
  readonly journalId: string;

  constructor(database: Database, sealer: Sealer, journalId: string) {
    this.database = database;
    this.sealer = sealer;
    this.journalId = journalId;
  }

  async read(ids: readonly string[]): Promise<Working> {
    const sealed = await this.database.records.bulkGet([...ids]); // read everything, then open
    const rows = await Promise.all(sealed.filter((row) => row !== undefined).map((row) => openRow(this.sealer, row)));
    return startWorking(rows);
  }

  /** All rows of a dossier. */
  async readDossier(dossier: string): Promise<readonly OpenRow[]> {
    const sealed = await this.database.records.where('owner').equals(dossier).toArray();
    return await Promise.all(sealed.map((row) => openRow(this.sealer, row)));
  }

  async appliedSeq(): Promise<number> {
    return (await this.database.storeMeta())?.appliedSeq ?? 0;
  }

  /**
   * Writes what `working` changed and moves the applied place from `from` to `to`, in one transaction. False when the
   * store stands elsewhere than at `from`: nothing was written, the gap must be replayed first.
   */
  async write(working: Working, from: number, to: number): Promise<boolean> {
    const sealed = await Promise.all(changedRows(working).map((row) => sealRow(this.sealer, row))); // before the transaction
    const { database } = this;
    return await database.transaction('rw', database.records, database.fileTexts, database.meta, async () => {
      const meta = await database.storeMeta();
      if ((meta?.appliedSeq ?? 0) !== from) return false;
      for (const dossier of working.erasedDossiers) {
        const keys = await database.records.where('owner').equals(dossier).primaryKeys();
        await database.records.bulkDelete(keys.filter((key) => key !== dossier));
        await database.fileTexts.where('owner').equals(dossier).delete();
      }
      await database.records.bulkPut(sealed);
      await database.meta.put(this.metaAt(to));
      return true;
    });
  }

  /**
   * Moves the applied place without writing rows: what the journal holds up to there is known to stand here. The roster
   * is read anew from the rows at the next start, and the search index made again, since places after this one are given
   * out a second time.
   */
  async moveTo(seq: number): Promise<void> {
    const { database } = this;
    await database.transaction('rw', database.meta, database.searchSegments, async () => {
      await database.searchSegments.clear();
      const segments = await database.segmentsMeta();
      if (segments !== null) await database.meta.put({ ...segments, seq: 0 });
      await database.meta.put(this.metaAt(seq));
    });
  }

  /** Remembers what became of damaged places: `settled` are put back or were read by somebody, `lost` wait for that. */
  async noteDamage(settled: readonly number[], lost: readonly number[]): Promise<void> {
    const known = await this.database.damageMeta();
    await this.database.meta.put({ key: 'damage', settled: [...new Set([...known.settled, ...settled])], lost });
  }

  private metaAt(appliedSeq: number): StoreMeta {
    invariant(appliedSeq >= 0, 'a place in the journal is not negative');
    return { key: 'store', journalId: this.journalId, kid: this.sealer.kid, appliedSeq };
  }
}

export function changedRows(working: Working): readonly OpenRow[] {
  return [...working.changed].map((id) => working.rows.get(id)).filter((row) => row !== undefined);
}
