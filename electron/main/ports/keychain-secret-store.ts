import path from 'node:path';
import { safeStorage } from 'electron';
import { nodeDisk } from '../../services/disk/node-disk.js';
import { writeWholeFile } from '../../services/disk/write-whole-file.js';
import type { SecretStore } from '../../services/ports.js';
import { FILE_ROOT, fileSecretStore, KEYCHAIN_ROOT } from '../../services/secrets/file-secret-store.js';

/**
 * The system's keychain where a real one answers. Linux without one falls back to a key that is the same for everybody
 * (`basic_text`): that is no keychain, so the root stays in a file and the screen says that it does.
 */
export async function chooseSecretStore(folder: string): Promise<SecretStore> {
  const available = await safeStorage.isAsyncEncryptionAvailable();
  const real =
    process.platform !== 'linux' || !['basic_text', 'unknown'].includes(safeStorage.getSelectedStorageBackend());
  return available && real ? keychainSecretStore(folder) : fileSecretStore(folder);
}

/** The root sealed by the keychain. One that a file held before is taken over, and the file goes once that is certain. */
function keychainSecretStore(folder: string): SecretStore {
  const sealedFile = path.join(folder, KEYCHAIN_ROOT);

  async function open(sealed: Uint8Array): Promise<Uint8Array> {
    const { result, shouldReEncrypt } = await safeStorage.decryptStringAsync(Buffer.from(sealed));
    const root = new Uint8Array(Buffer.from(result, 'base64'));
    if (shouldReEncrypt) await save(root);
    return root;
  }

  async function save(root: Uint8Array): Promise<void> {
    const sealed = await safeStorage.encryptStringAsync(Buffer.from(root).toString('base64'));
    await nodeDisk.makeFolder(folder);
    await writeWholeFile(nodeDisk, sealedFile, sealed);
  }

  async function takeOver(): Promise<Uint8Array | null> {
    const root = await fileSecretStore(folder).load();
    if (root === null) return null;
    await save(root);
    const written = await nodeDisk.read(sealedFile);
    if (written === null || !Buffer.from(await open(written)).equals(root))
      throw new Error('the keychain gives back another root than it was given');
    await nodeDisk.remove(path.join(folder, FILE_ROOT));
    return root;
  }

  return {
    kind: 'keychain',
    async load() {
      const sealed = await nodeDisk.read(sealedFile);
      return sealed === null ? await takeOver() : await open(sealed);
    },
    save,
  };
}
