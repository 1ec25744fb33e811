import path from 'node:path';
import { nodeDisk } from '../disk/node-disk.js';
import { writeWholeFile } from '../disk/write-whole-file.js';
import type { SecretStore } from '../ports.js';

/** Name, in the data folder, of the root as it is. */
export const FILE_ROOT = 'root.key';
/** Name, in the data folder, of the root sealed by the system's keychain. */
export const KEYCHAIN_ROOT = 'root.sealed';
const ROOT_LENGTH = 32;

/** The root was given to the keychain: whoever cannot ask that one must not start over with a new root. */
export class RootIsInKeychainError extends Error {
  constructor() {
    super('The root of the keys lies in the keychain, which only the Electron application can ask.');
    this.name = 'RootIsInKeychainError';
  }
}

/**
 * The root of all keys in a file that only this user account may read (0600). It protects no more than the account does:
 * who can read the account's files can read everything. The screen says so.
 */
export function fileSecretStore(folder: string): SecretStore {
  const file = path.join(folder, FILE_ROOT);
  return {
    kind: 'file',
    async load() {
      const root = await nodeDisk.read(file);
      if (root === null && (await nodeDisk.look(path.join(folder, KEYCHAIN_ROOT))) !== null)
        throw new RootIsInKeychainError();
      if (root !== null && root.length !== ROOT_LENGTH) throw new Error(`${FILE_ROOT} is not what was stored`);
      return root;
    },
    async save(root) {
      await nodeDisk.makeFolder(folder);
      await writeWholeFile(nodeDisk, file, root);
    },
  };
}
