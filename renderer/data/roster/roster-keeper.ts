import type { OpenStore } from '../open-store.js';
import { Observable } from '../observable.js';
import type { OpenRow } from '../sealed-row.js';
import { asWriter } from '../writer-queue.js';
import type { Roster } from './rows.js';

const QUIET_MS = 15_000;

/** Keeps the roster in step with what is written, tells the lists, and saves its segments when it is quiet. */
export class RosterKeeper {
  readonly #opened: OpenStore;
  readonly #observable: Observable<Roster>;
  #timer: number | null = null;

  constructor(opened: OpenStore) {
    this.#opened = opened;
    this.#observable = new Observable<Roster>(opened.table);
  }

  get roster(): { subscribe(listener: () => void): () => void; current(): Roster } {
    return this.#observable;
  }

  apply(rows: readonly OpenRow[]): void {
    const { table, segments } = this.#opened;
    segments.touch(table.apply(rows));
    this.#observable.notify();
    this.#timer ??= window.setTimeout(() => {
      this.#timer = null;
      void this.saveSegments();
    }, QUIET_MS);
  }

  /** Writes the segments that are out of date; the next start then opens them instead of single rows. */
  async saveSegments(): Promise<void> {
    const { table, segments, store } = this.#opened;
    if (!segments.dirty) return;
    await asWriter(async () => {
      await segments.save(table, await store.appliedSeq());
    });
  }
}
