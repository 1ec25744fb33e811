import { isUnknown } from '../../../shared/changes/record-state.js';
import type { Words } from '../../../shared/domain/search/query.js';
import { isStoreDamage } from '../discard-store.js';
import { Observable } from '../observable.js';
import { readRecord } from '../read-record.js';
import { openRow, type OpenRow } from '../sealed-row.js';
import type { WorkingStore } from '../working-store.js';
import { asWriter } from '../writer-queue.js';
import { FileTexts, type FileReader } from './file-texts.js';
import type { IndexedText, TextRef } from './indexed-text.js';
import { readKeptIndex, writeKeptIndex } from './kept-index.js';
import { recordTexts, textsOfGone } from './record-texts.js';
import type { SearchEngine } from './search-engine.js';
import type { TextChanges, WordHits } from './search-index.js';

/** Rows read at a time: between two of them a search is answered. */
const PAGE = 50;
const QUIET_MS = 5_000;
const AGAIN_MS = 30_000;
/** No place of the journal: what the index holds beyond the kept one is not in the records. */
const NEVER_KEPT = -1;

export interface SearchPorts extends FileReader {
  readonly engine: SearchEngine;
  /** Hears of what the search cannot go on after; everything else works without it. */
  onFault(error: unknown): void;
}

export interface SearchState {
  /** Everything that is saved is in the index. */
  readonly current: boolean;
  /** Grows with every change of the index: a search made before may find more now. */
  readonly version: number;
  /** Files without a text that could be searched. */
  readonly wordless: number;
}

/** What the screens know of it. */
export interface Search {
  readonly state: { readonly subscribe: (listener: () => void) => () => void; readonly current: () => SearchState };
  /** Begins to follow the working store; before that, and without it, nothing is found. */
  start(ports: SearchPorts): void;
  find(asked: readonly Words[]): Promise<readonly WordHits[]>;
  /** The text that a hit stands in; null once it is gone. */
  textOf(ref: TextRef): Promise<string | null>;
  /** Files came that were not here: after so many milliseconds they are read, all at once. */
  filesCame(after?: number): void;
  /** After this nothing of erased people is left in the index, in no byte that is kept. */
  settled(): Promise<void>;
}

/** Keeps the index in step with the records, reads files when they come, and seals the segments when it is quiet. */
export class SearchKeeper implements Search {
  readonly state = new Observable<SearchState>({ current: false, version: 0, wordless: 0 });
  readonly #store: WorkingStore;
  readonly #files: FileTexts;
  readonly #onDamage: (error: unknown) => void;
  readonly #wordless = new Set<string>();
  #ports: SearchPorts | null = null;
  #seq = 0;
  #keptSeq = 0;
  #run: Promise<void> | null = null;
  #wanted = false;
  #closed = false;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #looking: ReturnType<typeof setTimeout> | null = null;

  /** `onDamage` hears of a working store that is broken. */
  constructor(store: WorkingStore, onDamage: (error: unknown) => void) {
    this.#store = store;
    this.#files = new FileTexts(store.database, store.sealer);
    this.#onDamage = onDamage;
  }

  start(ports: SearchPorts): void {
    if (this.#ports !== null) return;
    this.#ports = ports;
    this.#run = this.#guard(this.#load(ports));
    this.poke();
  }

  /** Something was written. */
  poke(): void {
    if (this.#ports === null || this.#closed) return;
    this.#wanted = true;
    this.#run = (this.#run ?? Promise.resolve()).then(() => this.#guard(this.#follow()));
  }

  async find(asked: readonly Words[]): Promise<readonly WordHits[]> {
    if (this.#ports === null || asked.length === 0) return [];
    return await this.#ports.engine.find(asked);
  }

  async textOf({ id, kind }: TextRef): Promise<string | null> {
    if (kind === 'cv' || kind === 'document') return await this.#files.read(id);
    const row = await this.#rowOf(id);
    return row === undefined ? null : (recordTexts(row).find((text) => text.kind === kind)?.text ?? null);
  }

  filesCame(after = AGAIN_MS): void {
    if (this.#ports === null || this.#closed) return;
    this.#looking ??= setTimeout(() => {
      this.#looking = null;
      this.#run = (this.#run ?? Promise.resolve()).then(() => this.#guard(this.#readMissing()));
    }, after);
  }

  async settled(): Promise<void> {
    this.poke();
    await this.#run;
  }

  async close(): Promise<void> {
    this.#closed = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
    if (this.#looking !== null) clearTimeout(this.#looking);
    await this.#run;
    if (this.#ports === null) return;
    await this.#guard(this.#keep(this.#ports));
    this.#ports.engine.close();
  }

  async #load({ engine }: SearchPorts): Promise<void> {
    const kept = await readKeptIndex(this.#store.database, this.#store.sealer);
    if (kept === null || !(await engine.load(kept.segments))) return; // made again from the records
    if (kept.seq > (await this.#store.appliedSeq())) {
      await engine.load([]);
      return;
    }
    this.#seq = this.#keptSeq = kept.seq;
    for (const id of kept.wordless) this.#wordless.add(id);
  }

  /** Takes in what was written since, a page at a time. */
  async #follow(): Promise<void> {
    const ports = this.#ports;
    if (ports === null || !this.#wanted) return;
    this.#wanted = false;
    for (;;) {
      const page = this.#closed ? null : await this.#nextPage();
      if (page === null) break;
      const changes = await this.#changesOf(page.rows, ports);
      if (changes === null) {
        this.#tell(false);
        this.#later(AGAIN_MS, () => {
          this.poke();
        });
        return;
      }
      await ports.engine.change(changes);
      this.#seq = page.seq;
      if (changes.removed.length > 0) await this.#keep(ports); // erased is erased, not when it is quiet
      this.#tell(false);
    }
    this.#tell(true);
    if (this.#seq > this.#keptSeq) this.#later(QUIET_MS, () => void this.#guard(this.#keep(ports)));
  }

  async #nextPage(): Promise<{ readonly rows: readonly OpenRow[]; readonly seq: number } | null> {
    const { database, sealer } = this.#store;
    const records = database.records.where('changedSeq');
    const last = (await records.above(this.#seq).limit(PAGE).toArray()).at(-1);
    if (last === undefined) return null;
    const sealed = await database.records
      .where('changedSeq')
      .between(this.#seq, last.changedSeq, false, true)
      .toArray(); // a change set is never cut
    const mine = sealed.filter(({ table }) => table === 'person' || table === 'application' || table === 'document');
    return { rows: await Promise.all(mine.map((row) => openRow(sealer, row))), seq: last.changedSeq };
  }

  /** Null where a file cannot be had at the moment: nothing is passed over. */
  async #changesOf(rows: readonly OpenRow[], reader: FileReader): Promise<TextChanges | null> {
    const texts: IndexedText[] = [];
    const removed: TextRef[] = [];
    const forgotten: string[] = [];
    for (const row of rows) {
      if (row.state.erased || isUnknown(row.state)) {
        if (row.table === 'person') forgotten.push(row.id);
        removed.push(...textsOfGone(row));
        this.#wordless.delete(row.id);
        await this.#files.forget(row.id);
      } else if (row.table === 'document') {
        const text = await this.#documentText(row, reader);
        if (text === 'later') return null;
        if (text !== null) texts.push(text);
      } else texts.push(...recordTexts(row));
    }
    return { texts, removed, forgotten };
  }

  async #documentText(row: OpenRow, reader: FileReader): Promise<IndexedText | 'later' | null> {
    const record = readRecord('document', row);
    if (record === null) return null;
    const read = await this.#files.textOf(record, reader);
    if (read === null) return 'later';
    if (read.none === null) this.#wordless.delete(row.id);
    else this.#wordless.add(row.id);
    const { kind, personId } = record.fields;
    return { id: row.id, kind: kind === 'cv' ? 'cv' : 'document', owner: personId, text: read.text };
  }

  /** Reads files that could not be had when their documents came. */
  async #readMissing(): Promise<void> {
    const ports = this.#ports;
    if (ports === null) return;
    for (const id of this.#wordless) {
      const row = this.#closed || !(await this.#files.isMissing(id)) ? undefined : await this.#rowOf(id);
      if (row === undefined) continue;
      await this.#files.forget(id);
      const text = await this.#documentText(row, ports);
      if (text === null || text === 'later' || this.#wordless.has(id)) continue;
      await ports.engine.change({ texts: [text], removed: [], forgotten: [] });
      this.#keptSeq = NEVER_KEPT;
      this.#tell(this.state.current().current);
    }
    if (this.#keptSeq === NEVER_KEPT) this.#later(QUIET_MS, () => void this.#guard(this.#keep(ports)));
  }

  async #rowOf(id: string): Promise<OpenRow | undefined> {
    return (await this.#store.read([id])).rows.get(id);
  }

  async #keep({ engine }: SearchPorts): Promise<void> {
    await asWriter(async () => {
      if (this.#seq === this.#keptSeq) return;
      const reached = { seq: this.#seq, wordless: [...this.#wordless] };
      const { database, sealer } = this.#store;
      await writeKeptIndex(database, sealer, await engine.keep(), reached);
      this.#keptSeq = reached.seq;
    });
  }

  #later(ms: number, work: () => void): void {
    if (this.#timer !== null || this.#closed) return;
    this.#timer = setTimeout(() => {
      this.#timer = null;
      work();
    }, ms);
  }

  #tell(current: boolean): void {
    const { version } = this.state.current();
    this.state.set({ current, version: version + 1, wordless: this.#wordless.size });
  }

  async #guard(work: Promise<void>): Promise<void> {
    try {
      await work;
    } catch (error) {
      if (this.#closed) return;
      if (isStoreDamage(error)) this.#onDamage(error);
      else this.#ports?.onFault(error);
    }
  }
}
