import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { failure, success, type Result } from '../../../shared/lib/result.js';
import type { AppendLogErrorCode } from '../append-log/open-append-log.js';
import type { Disk } from '../disk/disk.js';
import type { KeyEntry } from './key-entry.js';
import { KeyFile } from './key-file.js';
import { associatedData, KEY_BYTES, seal, unseal } from './sealing.js';

const COPIES = ['dossiers', 'dossiers-copy'] as const;

export type DossierKeyState = 'present' | 'erased' | 'unknown';
export type KeyErrorCode = AppendLogErrorCode | 'keyring/erased';

/** Keys of a dossier that are to be destroyed: those of generations below, `Infinity` for all. */
export interface Retirement {
  readonly dossier: string;
  readonly below: number;
}

/**
 * One random key a dossier, wrapped, in two files that are appended to alike, so that damage to one costs nothing. A
 * destroyed key is remembered as destroyed and never made again. A dossier can be given a new key, and its older ones be
 * destroyed (docs/adr/0019): the keys of a dossier are its generations, counted from 1.
 */
export class DossierKeys {
  readonly #wrappingKey: Uint8Array;
  readonly #files: readonly KeyFile[];
  /** By the key's name, like all that follow. */
  readonly #wrapped: Map<string, Uint8Array>;
  readonly #erased: Set<string>;
  /** Of dossiers that ever had a second key. */
  readonly #newest = new Map<string, number>();
  readonly #open = new Map<string, Uint8Array>();
  /** Made, but not known to be in both files: the next attempt takes the same key, so that a dossier never has two. */
  readonly #unconfirmed = new Map<string, Uint8Array>();
  #mustRewrite: boolean;
  #queue: Promise<unknown> = Promise.resolve();

  private constructor(wrappingKey: Uint8Array, files: readonly KeyFile[]) {
    this.#wrappingKey = wrappingKey;
    this.#files = files;
    this.#erased = new Set(files.flatMap(({ erased }) => [...erased]));
    this.#wrapped = new Map();
    for (const { keys } of files) {
      for (const [name, wrapped] of keys) {
        if (!this.#erased.has(name)) this.#wrapped.set(name, this.#better(name, wrapped));
      }
    }
    for (const name of [...this.#wrapped.keys(), ...this.#erased]) this.#noteGeneration(name);
    this.#mustRewrite = files.some(({ keys }) => [...this.#erased].some((name) => keys.has(name)));
  }

  /** Opens both copies and gives each what only the other has. Throws what the disk throws. */
  static async open(disk: Disk, folder: string, wrappingKey: Uint8Array): Promise<DossierKeys> {
    const first = await KeyFile.open(disk, join(folder, COPIES[0]));
    const second = await KeyFile.openTwin(disk, join(folder, COPIES[1]), first);
    const keys = new DossierKeys(wrappingKey, [first, second]);
    await keys.#reconcile();
    return keys;
  }

  /** Whether there is anything on disk that could hold keys. */
  static async exist(disk: Disk, folder: string): Promise<boolean> {
    const looks = await Promise.all(COPIES.map((name) => disk.look(join(folder, name))));
    return looks.some((entry) => entry !== null && entry.size > 0);
  }

  /** Whether both files are gone, which no step of ours can leave behind. */
  static async missing(disk: Disk, folder: string): Promise<boolean> {
    const looks = await Promise.all(COPIES.map((name) => disk.look(join(folder, name))));
    return looks.every((entry) => entry === null);
  }

  /** Frames that neither copy can be read in; an upper bound of the keys that are lost. */
  get damaged(): number {
    return Math.min(...this.#files.map(({ damaged }) => damaged));
  }

  /** Erased is a dossier whose newest key was destroyed; it never gets another. */
  stateOf(dossier: string, generation = this.generationOf(dossier)): DossierKeyState {
    if (this.#erased.has(nameOf(dossier, generation))) return 'erased';
    return this.keyOf(dossier, generation) === null ? 'unknown' : 'present';
  }

  /** Of the key that seals what is written now. */
  generationOf(dossier: string): number {
    return this.#newest.get(dossier) ?? 1;
  }

  keyOf(dossier: string, generation = this.generationOf(dossier)): Uint8Array | null {
    const name = nameOf(dossier, generation);
    const known = this.#open.get(name);
    if (known !== undefined) return known;
    const wrapped = this.#wrapped.get(name);
    const key = wrapped === undefined ? null : this.#unwrap(name, wrapped);
    if (key !== null) this.#open.set(name, key);
    return key;
  }

  /** Every key of a dossier that is still there, the newest first: more than one only until a renewal is finished. */
  keysOf(dossier: string): readonly Uint8Array[] {
    const newest = this.generationOf(dossier);
    const keys = Array.from({ length: newest }, (_, older) => this.keyOf(dossier, newest - older));
    return keys.filter((key) => key !== null);
  }

  /** Makes the keys that are missing. Resolves when they are on the medium: what they seal may then be written. */
  async ensure(dossiers: Iterable<string>): Promise<Result<null, KeyErrorCode>> {
    return await this.#inTurn(async () => {
      const unique = [...new Set(dossiers)];
      if (unique.some((dossier) => this.stateOf(dossier) === 'erased')) return failure('keyring/erased');
      const missing = unique.filter((dossier) => this.keyOf(dossier) === null);
      return await this.#make(missing.map((dossier) => nameOf(dossier, this.generationOf(dossier))));
    });
  }

  /** Gives each dossier a further key, which seals from here on. The older ones open what they sealed until `retire`. */
  async renew(dossiers: Iterable<string>): Promise<Result<null, KeyErrorCode>> {
    return await this.#inTurn(async () => {
      const unique = [...new Set(dossiers)];
      if (unique.some((dossier) => this.stateOf(dossier) === 'erased')) return failure('keyring/erased');
      return await this.#make(unique.map((dossier) => nameOf(dossier, this.generationOf(dossier) + 1)));
    });
  }

  /**
   * Destroys every key of these dossiers: from here on nothing opens what they sealed, and both files are written anew
   * without them. After a failure the keys are unusable all the same, and the rewriting is tried again at the next call or
   * start.
   */
  async drop(dossiers: Iterable<string>): Promise<Result<null, AppendLogErrorCode>> {
    return await this.retire([...dossiers].map((dossier) => ({ dossier, below: Infinity })));
  }

  /** Destroys, in the same way, only the keys older than a generation. */
  async retire(dossiers: Iterable<Retirement>): Promise<Result<null, AppendLogErrorCode>> {
    return await this.#inTurn(async () => {
      const names = [...dossiers].flatMap(({ dossier, below }) =>
        Array.from({ length: Math.min(below - 1, this.generationOf(dossier)) }, (_, at) => nameOf(dossier, at + 1)),
      );
      const fresh = [...new Set(names)].filter((name) => !this.#erased.has(name));
      for (const name of fresh) this.#forget(name);
      const failed = await this.#appendToAll(fresh.map((name) => ({ kind: 'erased', dossier: name })));
      if (fresh.length > 0) this.#mustRewrite = true;
      if (failed !== null) return failure(failed);
      return await this.#rewrite();
    });
  }

  async close(): Promise<void> {
    await this.#queue;
    for (const file of this.#files) await file.close();
  }

  async #make(names: readonly string[]): Promise<Result<null, AppendLogErrorCode>> {
    if (names.length === 0) return success(null);
    const entries = names.map((name) => this.#makeEntry(name));
    const failed = await this.#appendToAll(entries);
    if (failed !== null) return failure(failed);
    for (const { dossier: name, wrapped } of entries) {
      this.#wrapped.set(name, wrapped);
      this.#unconfirmed.delete(name);
      this.#noteGeneration(name);
    }
    return success(null);
  }

  #noteGeneration(name: string): void {
    const { dossier, generation } = readName(name);
    if (generation > this.generationOf(dossier)) this.#newest.set(dossier, generation);
  }

  #forget(name: string): void {
    this.#erased.add(name);
    this.#wrapped.delete(name);
    this.#unconfirmed.delete(name);
    this.#open.get(name)?.fill(0);
    this.#open.delete(name);
  }

  #makeEntry(name: string): Extract<KeyEntry, { kind: 'key' }> {
    const wrapped =
      this.#unconfirmed.get(name) ??
      seal(this.#wrappingKey, associatedData('fairdesk/dossier-key/1', name), randomBytes(KEY_BYTES));
    this.#unconfirmed.set(name, wrapped);
    return { kind: 'key', dossier: name, wrapped };
  }

  #unwrap(name: string, wrapped: Uint8Array): Uint8Array | null {
    return unseal(this.#wrappingKey, associatedData('fairdesk/dossier-key/1', name), wrapped);
  }

  /** The copies agree, or one of them is not what was written. */
  #better(name: string, wrapped: Uint8Array): Uint8Array {
    const other = this.#wrapped.get(name);
    if (other === undefined || Buffer.from(other).equals(wrapped)) return wrapped;
    return this.#unwrap(name, other) === null ? wrapped : other;
  }

  async #appendToAll(entries: readonly KeyEntry[]): Promise<AppendLogErrorCode | null> {
    if (entries.length === 0) return null;
    const results = await Promise.all(this.#files.map((file) => file.append(entries)));
    for (const result of results) if (!result.ok) return result.code;
    return null;
  }

  /** A copy that lacks something gets it from the other; a key that was to be destroyed is destroyed now. */
  async #reconcile(): Promise<void> {
    if (this.#mustRewrite) {
      await this.#rewrite();
      return;
    }
    for (const file of this.#files) {
      const entries: KeyEntry[] = [];
      for (const [dossier, wrapped] of this.#wrapped) {
        if (!file.keys.has(dossier)) entries.push({ kind: 'key', dossier, wrapped });
      }
      for (const dossier of this.#erased) if (!file.erased.has(dossier)) entries.push({ kind: 'erased', dossier });
      if (entries.length > 0) await file.append(entries);
    }
  }

  async #rewrite(): Promise<Result<null, AppendLogErrorCode>> {
    if (!this.#mustRewrite) return success(null);
    const entries: KeyEntry[] = [...this.#erased].map((dossier) => ({ kind: 'erased', dossier }));
    for (const [dossier, wrapped] of this.#wrapped) entries.push({ kind: 'key', dossier, wrapped });
    for (const file of this.#files) {
      const rewritten = await file.rewrite(entries);
      if (!rewritten.ok) return rewritten;
    }
    this.#mustRewrite = false;
    return success(null);
  }

  async #inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const mine = this.#queue.then(work);
    this.#queue = mine.catch(() => undefined);
    return await mine;
  }
}

/** The first key of a dossier has the dossier's own id for a name; ids have no stroke in them. */
function nameOf(dossier: string, generation: number): string {
  return generation === 1 ? dossier : `${dossier}/${generation.toString()}`;
}

function readName(name: string): { readonly dossier: string; readonly generation: number } {
  const [dossier = name, generation = '1'] = name.split('/');
  return { dossier, generation: Number(generation) };
}
