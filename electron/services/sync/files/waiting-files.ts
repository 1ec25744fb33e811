import type { ChangeSet } from '../../../../shared/changes/change-set.js';
import { dossiersLeftBy, refusalsIn } from '../../../../shared/changes/housekeeping.js';
import type { Journal } from '../../journal/journal.js';
import type { SealedFile } from '../sync-state.js';
import { fileNamedBy, type NamedFile } from './named-files.js';
import type { WaitingFile, WaitingList } from './waiting-list.js';

/** Change sets read at a time, and in one step: the window must answer meanwhile. */
const PAGE = 500;
const PAGES_AT_ONCE = 20;
/** So much of the list may be lost by a kill: it is only found again. */
const WORTH_WRITING = 20;

export type FileJournal = Pick<Journal, 'read'> & { readonly head: { readonly seq: number } };

/**
 * What is still to be sent or fetched. It holds nothing that says who somebody is: names of files stay in the journal, which
 * forgets them with their dossiers.
 */
export class WaitingFiles {
  readonly #file: SealedFile<WaitingList>;
  readonly #journal: FileJournal;
  #files = new Map<string, WaitingFile>();
  /** Sorted; perhaps with some that wait no more. */
  #order: readonly WaitingFile[] | null = null;
  readonly #wished = new Set<string>();
  #epoch: string | null = null;
  #opening: Promise<void> = Promise.resolve();
  #readTo = 0;
  #unwritten = 0;

  constructor(file: SealedFile<WaitingList>, journal: FileJournal) {
    this.#file = file;
    this.#journal = journal;
  }

  /** Of another epoch of the server, or of another server, nothing is known: everything is looked at again. */
  async open(epoch: string): Promise<void> {
    this.#opening = this.#opening
      .catch(() => undefined)
      .then(() => (this.#epoch === epoch ? undefined : this.#open(epoch)));
    await this.#opening;
  }

  async #open(epoch: string): Promise<void> {
    const kept = await this.#file.read().catch(() => null); // what cannot be read is found again in the journal
    const isOf = kept?.epoch === epoch && kept.readTo <= this.#journal.head.seq;
    this.#files = new Map(isOf ? kept.files.map((one) => [one.file, one]) : []);
    this.#readTo = isOf ? kept.readTo : 0;
    this.#epoch = epoch;
    this.#order = null;
  }

  /** Reads on in the journal, up to a place. False where there is more to read. */
  async read(upTo: number): Promise<boolean> {
    const before = this.#readTo;
    for (let pages = 0; pages < PAGES_AT_ONCE && this.#readTo < upTo; pages++) {
      const { entries } = await this.#journal.read(this.#readTo, Math.min(PAGE, upTo - this.#readTo));
      for (const { seq, changeSet } of entries) if (changeSet !== null) this.#take(seq, changeSet);
      this.#readTo = entries.at(-1)?.seq ?? upTo;
    }
    if (this.#readTo - before >= PAGE) this.#unwritten = Number.POSITIVE_INFINITY;
    return this.#readTo >= upTo;
  }

  /** What stands at the head of the journal was not looked at yet. */
  get isBehind(): boolean {
    return this.#readTo < this.#journal.head.seq;
  }

  get count(): number {
    return this.#files.size;
  }

  get(file: string): WaitingFile | undefined {
    return this.#files.get(file);
  }

  /** What somebody waits for first; then what others may wait for. */
  inOrder(): readonly WaitingFile[] {
    const isWished = ({ file }: WaitingFile): number => (this.#wished.has(file) ? 0 : 1);
    this.#order ??= [...this.#files.values()].sort(
      (a, b) => isWished(a) - isWished(b) || a.rank - b.rank || (a.rank === OTHER ? a.size - b.size : b.seq - a.seq),
    );
    return this.#order.filter(({ file }) => this.#files.has(file)); // what is done leaves the others where they were
  }

  wish(file: string): void {
    this.#wished.add(file);
    this.#order = null;
  }

  drop({ file }: WaitingFile): void {
    this.#wished.delete(file);
    if (this.#files.delete(file)) this.#unwritten += 1;
  }

  /** What the document says of its file; null where it can no longer be read. */
  async describe({ record, seq }: WaitingFile): Promise<NamedFile | null> {
    const { entries } = await this.#journal.read(seq - 1, 1);
    const change = entries[0]?.changeSet?.changes.findLast(({ id }) => id === record);
    return change === undefined ? null : fileNamedBy(change);
  }

  /** Writes the list where enough of it is new. Throws what the disk throws. */
  async write(): Promise<void> {
    const { size } = this.#files;
    const isDue = this.#unwritten > size / WORTH_WRITING; // in parts of the list: writing a long one costs
    if (this.#epoch === null || this.#unwritten === 0 || !isDue) return;
    await this.#file.write({ v: 1, epoch: this.#epoch, readTo: this.#readTo, files: [...this.#files.values()] });
    this.#unwritten = 0;
  }

  async forget(): Promise<void> {
    await this.#file.remove();
    this.#epoch = null;
    this.#files.clear();
    this.#order = null;
  }

  #take(seq: number, changeSet: ChangeSet): void {
    for (const { device, n } of refusalsIn(changeSet)) this.#dropWhere(({ by }) => by === `${device} ${n.toString()}`);
    for (const left of dossiersLeftBy(changeSet)) this.#dropWhere(({ dossier }) => dossier === left);
    const by = `${changeSet.device} ${changeSet.n.toString()}`;
    for (const change of changeSet.changes) {
      const { kind, id, dossier, table } = change;
      if (kind === 'erase' && change.whole) this.#dropWhere((one) => one.dossier === dossier);
      else if (kind === 'erase' && table === 'document') this.#dropWhere(({ record }) => record === id);
      const named = fileNamedBy(change);
      if (named === null) continue;
      const { fileId: file, record, size } = named;
      this.#files.set(file, { file, record, seq, dossier, by, rank: rankOf(named), size });
      this.#order = null;
      this.#unwritten += 1;
    }
  }

  #dropWhere(isMeant: (one: WaitingFile) => boolean): void {
    for (const one of this.#files.values()) if (isMeant(one)) this.drop(one);
  }
}

const OTHER = 2;

function rankOf({ mediaType, kind }: NamedFile): number {
  if (mediaType.startsWith('image/')) return 0;
  return kind === 'cv' ? 1 : OTHER;
}
