import { join } from 'node:path';
import { nodeDisk } from '../../electron/services/disk/node-disk.js';
import { FileStore } from '../../electron/services/files/file-store.js';
import { openKeyring, type Keyring } from '../../electron/services/keyring/open-keyring.js';
import { dropStoreKey } from '../../electron/services/keyring/store-key.js';
import { fileSecretStore } from '../../electron/services/secrets/file-secret-store.js';
import type { Journal } from '../../electron/services/journal/journal.js';
import { openJournal } from '../../electron/services/journal/open-journal.js';

export interface OpenFolder {
  readonly keyring: Keyring;
  readonly journal: Journal;
  readonly files: FileStore;
  close(): Promise<void>;
}

/** Keys, journal and files of a data folder, with segments short enough that a run crosses many. */
export async function openFolder(dataFolder: string): Promise<OpenFolder> {
  const disk = nodeDisk;
  const hasSealedData = (await disk.list(join(dataFolder, 'journal'))).length > 0;
  const secrets = fileSecretStore(dataFolder);
  const opened = await openKeyring({ disk, folder: join(dataFolder, 'keys'), secrets, hasSealedData });
  if (!opened.ok) throw new Error(opened.code);
  const keyring = opened.value;
  const { dossiers } = keyring;
  const clock = { now: () => Date.now() };
  const commonKey = keyring.derive('files');
  const files = new FileStore({ disk, folder: join(dataFolder, 'files'), dossiers, commonKey, clock });
  const journal = await openJournal({
    disk,
    folder: join(dataFolder, 'journal'),
    journalKey: keyring.derive('journal'),
    dossiers,
    renewFiles: (named) => files.renew(named),
    forgetStore: () => dropStoreKey(disk, join(dataFolder, 'keys')),
    onErased: (erased) => files.removeErased(erased),
    onFault: (error) => {
      throw error;
    },
    segmentBytes: 100_000,
  });
  return {
    keyring,
    journal,
    files,
    async close() {
      await journal.close();
      await keyring.close();
    },
  };
}
