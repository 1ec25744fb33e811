import { randomBytes } from 'node:crypto';
import { dirname, join } from 'node:path';
import type { MediaType } from '../../../shared/records/document.js';
import { failure, success, type Result } from '../../../shared/lib/result.js';
import type { Disk } from '../disk/disk.js';
import { isDiskFull } from '../disk/error-code.js';
import { isUnfinished, writeWholeFile } from '../disk/write-whole-file.js';
import type { DossierKeys } from '../keyring/dossier-keys.js';
import type { WallClock } from '../ports.js';
import { safeFileName } from '../../../shared/lib/file-name.js';
import { FileSweeper } from './file-sweeper.js';
import { checkMediaType } from './media-type.js';
import { openFile, OWNER_BYTES, ownerOf, sealFile, type OpenFile } from './sealed-file.js';

/** 10 MB, as it is promised on the screen. */
export const MAX_FILE_BYTES = 10 * 1024 * 1024;
const FILE_ID = /^[0-9a-f]{32}$/;

export interface StoredFile {
  readonly fileId: string;
  readonly mediaType: MediaType;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
}

export type PutErrorCode =
  | 'file/too-large'
  | 'file/empty'
  | 'file/unknown-type'
  | 'file/not-what-its-name-says'
  | 'file/disk-full'
  | 'keyring/erased';

export interface FileStoreOptions {
  readonly disk: Disk;
  readonly folder: string;
  readonly dossiers: Pick<DossierKeys, 'ensure' | 'generationOf' | 'keyOf' | 'keysOf' | 'stateOf'>;
  /** For files that belong to no dossier. */
  readonly commonKey: Uint8Array;
  readonly clock: WallClock;
}

/** Files beside the journal, each sealed with the key of its dossier: `<folder>/<first two digits>/<id>`. */
export class FileStore {
  readonly #options: FileStoreOptions;
  readonly #sweeper: FileSweeper;
  /** Stored since the start: no sweep takes them, whatever the clock says. */
  readonly #fresh = new Set<string>();

  constructor(options: FileStoreOptions) {
    this.#options = options;
    this.#sweeper = new FileSweeper(options);
  }

  /** Durable when it answers, so that a record may name it. */
  async put(bytes: Uint8Array, name: string, dossier: string | null): Promise<Result<StoredFile, PutErrorCode>> {
    if (bytes.length === 0) return failure('file/empty');
    if (bytes.length > MAX_FILE_BYTES) return failure('file/too-large');
    const checked = await checkMediaType(bytes, safeFileName(name));
    if (!checked.ok) return checked;
    const fileId = randomBytes(16).toString('hex');
    const kept = await this.keep(fileId, { ...checked.value, bytes }, dossier);
    return kept.ok ? success({ fileId, ...checked.value, size: bytes.length }) : kept;
  }

  /** Seals a file under an id that it has already. Durable when it answers. */
  async keep(
    fileId: string,
    file: OpenFile,
    dossier: string | null,
  ): Promise<Result<null, 'file/disk-full' | 'keyring/erased'>> {
    const { disk, folder } = this.#options;
    this.#fresh.add(fileId);
    for (let sealedWith = 0; sealedWith !== this.#generationOf(dossier);) {
      sealedWith = this.#generationOf(dossier); // should the dossier begin anew meanwhile, it is sealed once more
      const key = await this.#keyFor(dossier);
      if (!key.ok) return key;
      const sealed = sealFile(key.value, fileId, dossier, file);
      try {
        await disk.makeFolder(join(folder, fileId.slice(0, 2)));
        await writeWholeFile(disk, this.#path(fileId), sealed);
      } catch (error) {
        if (isDiskFull(error)) return failure('file/disk-full');
        throw error;
      }
    }
    return success(null);
  }

  /** Whether it lies here, readable or not. */
  async has(fileId: string): Promise<boolean> {
    if (!FILE_ID.test(fileId)) return false;
    return (await this.#options.disk.look(this.#path(fileId))) !== null || (await this.#sweeper.holds(fileId));
  }

  async get(fileId: string): Promise<Result<OpenFile, 'file/not-found' | 'file/damaged' | 'keyring/erased'>> {
    if (!FILE_ID.test(fileId)) return failure('file/not-found');
    const sealed = (await this.#options.disk.read(this.#path(fileId))) ?? (await this.#sweeper.bringBack(fileId));
    if (sealed === null) return failure('file/not-found');
    const owner = ownerOf(sealed);
    if (owner === undefined) return failure('file/damaged');
    if (owner !== null && this.#options.dossiers.stateOf(owner) === 'erased') return failure('keyring/erased');
    const opened = this.#open(fileId, owner, sealed);
    return opened === null ? failure('file/damaged') : success(opened);
  }

  /**
   * Seals files anew with the newest key of their dossier, by dossier: those of the ids that are files of it. What is not
   * named dies with the older key.
   */
  async renew(named: ReadonlyMap<string, ReadonlySet<string>>): Promise<Result<null, 'file/disk-full'>> {
    const aside = await this.#sweeper.idsAside();
    try {
      for (const [dossier, ids] of named) for (const id of ids) await this.#renewOne(dossier, id, aside.has(id));
      return success(null);
    } catch (error) {
      if (isDiskFull(error)) return failure('file/disk-full');
      throw error;
    }
  }

  async #renewOne(dossier: string, id: string, isAside: boolean): Promise<void> {
    const { disk, dossiers } = this.#options;
    const path = this.#path(id);
    const sealed = isAside ? await this.#sweeper.bringBack(id) : await disk.read(path);
    if (sealed === null || ownerOf(sealed) !== dossier) return;
    const opened = this.#open(id, dossier, sealed);
    const newest = dossiers.keyOf(dossier);
    if (opened === null || newest === null || openFile(newest, id, sealed) !== null) return;
    await writeWholeFile(disk, path, sealFile(newest, id, dossier, opened));
  }

  /** At once and for good: a file that a person took out again. */
  async discard(fileId: string): Promise<void> {
    if (!FILE_ID.test(fileId)) return;
    await this.#options.disk.remove(this.#path(fileId));
    await this.#sweeper.discard(fileId);
  }

  /** Puts aside what nothing names any more and is older than a day; answers how many. */
  async sweep(keep: readonly string[]): Promise<number> {
    return await this.#sweeper.sweep(new Set([...keep, ...this.#fresh]));
  }

  /** Removes, durably, every file that died with a key of these dossiers: their keys are gone, so this only frees room. */
  async removeErased(dossiers: readonly string[]): Promise<void> {
    const { disk } = this.#options;
    const meant = new Set(dossiers);
    const emptied = new Set<string>();
    for await (const { path, name } of this.#sweeper.all()) {
      if (isUnfinished(name)) continue; // being written at this moment, or left behind and swept a day later
      const owner = ownerOf(await disk.readRange(path, 0, OWNER_BYTES));
      if (typeof owner !== 'string' || !meant.has(owner)) continue;
      const sealed = this.#options.dossiers.stateOf(owner) === 'erased' ? null : await disk.read(path);
      const [fileId = name] = name.split('-'); // put aside, it has the date behind its name
      if (sealed !== null && this.#open(fileId, owner, sealed) !== null) continue;
      await disk.remove(path);
      emptied.add(dirname(path));
    }
    for (const shelf of emptied) await disk.syncFolder(shelf);
  }

  #open(fileId: string, owner: string | null, sealed: Uint8Array): OpenFile | null {
    const keys = owner === null ? [this.#options.commonKey] : this.#options.dossiers.keysOf(owner);
    for (const key of keys) {
      const opened = openFile(key, fileId, sealed);
      if (opened !== null) return opened;
    }
    return null;
  }

  #generationOf(dossier: string | null): number {
    return dossier === null ? 1 : this.#options.dossiers.generationOf(dossier);
  }

  async #keyFor(dossier: string | null): Promise<Result<Uint8Array, 'file/disk-full' | 'keyring/erased'>> {
    const { dossiers, commonKey } = this.#options;
    if (dossier === null) return success(commonKey);
    const ensured = await dossiers.ensure([dossier]);
    if (!ensured.ok && ensured.code === 'keyring/erased') return failure('keyring/erased');
    if (!ensured.ok && ensured.code === 'log/disk-full') return failure('file/disk-full');
    const key = dossiers.keyOf(dossier);
    if (!ensured.ok || key === null) throw new Error('The key of a dossier could not be written');
    return success(key);
  }

  #path(fileId: string): string {
    return join(this.#options.folder, fileId.slice(0, 2), fileId);
  }
}
