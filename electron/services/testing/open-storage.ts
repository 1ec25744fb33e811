import { join } from 'node:path';
import type { Disk } from '../disk/disk.js';
import { FileStore } from '../files/file-store.js';
import type { Journal } from '../journal/journal.js';
import { openJournal } from '../journal/open-journal.js';
import { openKeyring, type Keyring } from '../keyring/open-keyring.js';
import { dropStoreKey } from '../keyring/store-key.js';
import type { SecretStore } from '../ports.js';

const DATA = '/data';
export const KEYS = `${DATA}/keys`;
export const JOURNAL = `${DATA}/journal`;

export interface Storage {
  readonly keyring: Keyring;
  readonly journal: Journal;
  readonly files: FileStore;
  close(): Promise<void>;
}

export interface StorageOptions {
  readonly dataFolder?: string;
  readonly segmentBytes?: number;
  readonly onFault?: (error: unknown) => void;
}

/** Keyring and journal over one disk, as the services compose them. Throws when the keys do not open. */
export async function openStorage(disk: Disk, secrets: SecretStore, options: StorageOptions = {}): Promise<Storage> {
  const folder = (name: string): string => join(options.dataFolder ?? DATA, name);
  const hasSealedData = (await disk.list(folder('journal'))).length > 0;
  const keyring = await openKeyring({ disk, folder: folder('keys'), secrets, hasSealedData });
  if (!keyring.ok) throw new Error(keyring.code);
  const { dossiers } = keyring.value;
  const commonKey = keyring.value.derive('files');
  const files = new FileStore({ disk, folder: folder('files'), dossiers, commonKey, clock: { now: () => 0 } });
  const journal = await openJournal({
    disk,
    folder: folder('journal'),
    journalKey: keyring.value.derive('journal'),
    dossiers,
    renewFiles: (named) => files.renew(named),
    forgetStore: () => dropStoreKey(disk, folder('keys')),
    onErased: (erased) => files.removeErased(erased),
    onFault: options.onFault ?? (() => undefined),
    ...(options.segmentBytes === undefined ? {} : { segmentBytes: options.segmentBytes }),
  });
  return {
    keyring: keyring.value,
    journal,
    files,
    async close() {
      await journal.close();
      await keyring.value.close();
    },
  };
}

/** Every entry of a journal. */
export async function readAll(journal: Journal): Promise<Awaited<ReturnType<Journal['read']>>['entries']> {
  const all: Awaited<ReturnType<Journal['read']>>['entries'][number][] = [];
  for (;;) {
    const { entries } = await journal.read(all.at(-1)?.seq ?? 0, 1000);
    if (entries.length === 0) return all;
    all.push(...entries);
  }
}
