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

/**
 * One random key a dossier, wrapped, in two files that are appended to alike, so that damage to one costs nothing. A
 * destroyed key is remembered as destroyed and never made again.
 */
export class DossierKeys {
  readonly #wrappingKey: Uint8Array;
  readonly #files: readonly KeyFile[];
  readonly #wrapped: Map<string, Uint8Array>;
  readonly #erased: Set<string>;
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
      for (const [dossier, wrapped] of keys) {
        if (!this.#erased.has(dossier)) this.#wrapped.set(dossier, this.#better(dossier, wrapped));
      }
    }
    this.#mustRewrite = files.some(({ keys }) => [...this.#erased].some((dossier) => keys.has(dossier)));
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

  stateOf(dossier: string): DossierKeyState {
    if (this.#erased.has(dossier)) return 'erased';
    return this.keyOf(dossier) === null ? 'unknown' : 'present';
  }

  keyOf(dossier: string): Uint8Array | null {
    const known = this.#open.get(dossier);
    if (known !== undefined) return known;
    const wrapped = this.#wrapped.get(dossier);
    const key = wrapped === undefined ? null : this.#unwrap(dossier, wrapped);
    if (key !== null) this.#open.set(dossier, key);
    return key;
  }

  /** Makes the keys that are missing. Resolves when they are on the medium: what they seal may then be written. */
  async ensure(dossiers: Iterable<string>): Promise<Result<null, AppendLogErrorCode | 'keyring/erased'>> {
    return await this.#inTurn(async () => {
      const missing: string[] = [];
      for (const dossier of new Set(dossiers)) {
        if (this.#erased.has(dossier)) return failure('keyring/erased');
        if (this.keyOf(dossier) === null) missing.push(dossier);
      }
      if (missing.length === 0) return success(null);
      const entries = missing.map((dossier) => this.#makeEntry(dossier));
      const failed = await this.#appendToAll(entries);
      if (failed !== null) return failure(failed);
      for (const { dossier, wrapped } of entries) {
        this.#wrapped.set(dossier, wrapped);
        this.#unconfirmed.delete(dossier);
      }
      return success(null);
    });
  }

  /**
   * Destroys keys: from here on nothing opens what they sealed, and both files are written anew without them. After a
   * failure the keys are unusable all the same, and the rewriting is tried again at the next call or start.
   */
  async drop(dossiers: Iterable<string>): Promise<Result<null, AppendLogErrorCode>> {
    return await this.#inTurn(async () => {
      const fresh = [...new Set(dossiers)].filter((dossier) => !this.#erased.has(dossier));
      for (const dossier of fresh) this.#forget(dossier);
      const failed = await this.#appendToAll(fresh.map((dossier) => ({ kind: 'erased', dossier })));
      if (fresh.length > 0) this.#mustRewrite = true;
      if (failed !== null) return failure(failed);
      return await this.#rewrite();
    });
  }

  async close(): Promise<void> {
    await this.#queue;
    for (const file of this.#files) await file.close();
  }

  #forget(dossier: string): void {
    this.#erased.add(dossier);
    this.#wrapped.delete(dossier);
    this.#unconfirmed.delete(dossier);
    this.#open.get(dossier)?.fill(0);
    this.#open.delete(dossier);
  }

  #makeEntry(dossier: string): Extract<KeyEntry, { kind: 'key' }> {
    const wrapped =
      this.#unconfirmed.get(dossier) ??
      seal(this.#wrappingKey, associatedData('fairdesk/dossier-key/1', dossier), randomBytes(KEY_BYTES));
    this.#unconfirmed.set(dossier, wrapped);
    return { kind: 'key', dossier, wrapped };
  }

  #unwrap(dossier: string, wrapped: Uint8Array): Uint8Array | null {
    return unseal(this.#wrappingKey, associatedData('fairdesk/dossier-key/1', dossier), wrapped);
  }

  /** The copies agree, or one of them is not what was written. */
  #better(dossier: string, wrapped: Uint8Array): Uint8Array {
    const other = this.#wrapped.get(dossier);
    if (other === undefined || Buffer.from(other).equals(wrapped)) return wrapped;
    return this.#unwrap(dossier, other) === null ? wrapped : other;
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
