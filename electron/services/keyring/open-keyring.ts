import { randomBytes } from 'node:crypto';
import { failure, success, type Result } from '../../../shared/lib/result.js';
import type { Disk } from '../disk/disk.js';
import { removeUnfinished } from '../disk/write-whole-file.js';
import type { SecretStore } from '../ports.js';
import { DossierKeys } from './dossier-keys.js';
import { associatedData, deriveKey, KEY_BYTES, seal, unseal } from './sealing.js';
import { readSlots, writeSlots, type Slot, type SlotList } from './slot-file.js';

/** What the master key is turned into; each purpose has a key of its own. */
export type KeyPurpose = 'journal' | 'files' | 'drafts' | 'secrets' | 'store' | 'dossier-keys';

export interface Keyring {
  readonly dossiers: DossierKeys;
  derive(purpose: KeyPurpose): Uint8Array;
  close(): Promise<void>;
}

export interface KeyringOptions {
  readonly disk: Disk;
  readonly folder: string;
  readonly secrets: SecretStore;
  /** Whether anything sealed lies in the data folder: then a missing key is a loss, never a first start. */
  readonly hasSealedData: boolean;
}

export type KeyringErrorCode = 'keyring/locked' | 'keyring/damaged';

/**
 * Opens the keys, or makes them at the very first start. Locked is never taken for empty: once there is anything that
 * only the old keys open, no new ones are made. Throws what the disk throws.
 */
export async function openKeyring(options: KeyringOptions): Promise<Result<Keyring, KeyringErrorCode>> {
  const { disk, folder } = options;
  await disk.makeFolder(folder);
  const master = await openMasterKey(options);
  if (!master.ok) return master;
  const { key, vaultId } = master.value;
  const derive = (purpose: KeyPurpose): Uint8Array => deriveKey(key, vaultId, `fairdesk/${purpose}/1`);
  if (options.hasSealedData && (await DossierKeys.missing(disk, folder))) {
    return failure('keyring/damaged', 'both files of dossier keys are gone');
  }
  await removeUnfinished(disk, folder);
  const dossiers = await DossierKeys.open(disk, folder, derive('dossier-keys'));
  return success({
    dossiers,
    derive,
    async close() {
      await dossiers.close();
      key.fill(0);
    },
  });
}

interface Master {
  readonly key: Uint8Array;
  readonly vaultId: string;
}

async function openMasterKey(options: KeyringOptions): Promise<Result<Master, KeyringErrorCode>> {
  const { disk, folder, secrets } = options;
  const root = await loadRoot(secrets);
  if (!root.ok) return root;
  const list = await readSlots(disk, folder);
  if (list === 'damaged') return failure('keyring/damaged', 'neither copy of the key slots can be read');
  if (list !== 'none') return root.value === null ? failure('keyring/locked', 'no root') : unlock(list, root.value);
  if (options.hasSealedData || (await DossierKeys.exist(disk, folder))) {
    return failure('keyring/damaged', 'the key slots are gone');
  }
  return await createMasterKey(options, root.value);
}

async function loadRoot(secrets: SecretStore): Promise<Result<Uint8Array | null, KeyringErrorCode>> {
  try {
    const root = await secrets.load();
    if (root !== null && root.length !== KEY_BYTES) return failure('keyring/damaged', 'the root has a wrong length');
    return success(root);
  } catch (error) {
    return failure('keyring/locked', error instanceof Error ? error.name : 'the secret store cannot be read');
  }
}

function unlock(list: SlotList, root: Uint8Array): Result<Master, KeyringErrorCode> {
  for (const slot of list.slots) {
    if (slot.kind !== 'device') continue;
    const key = unseal(slotKey(root, list.vaultId), slotAssociated(list.vaultId, slot), fromBase64(slot.wrapped));
    if (key !== null) return success({ key, vaultId: list.vaultId });
  }
  return failure('keyring/locked', 'the root opens none of the slots');
}

/** The slots are written last: a start that was cut off before is simply made again. */
async function createMasterKey(
  { disk, folder, secrets }: KeyringOptions,
  existing: Uint8Array | null,
): Promise<Result<Master, KeyringErrorCode>> {
  const root = existing ?? (await saveNewRoot(secrets));
  if (root === null) return failure('keyring/locked', 'the secret store does not answer what it was given');
  const vaultId = randomBytes(16).toString('hex');
  const key = randomBytes(KEY_BYTES);
  const slot = { id: 'device', kind: 'device' };
  const wrapped = seal(slotKey(root, vaultId), slotAssociated(vaultId, slot), key);
  const slots: Slot[] = [{ ...slot, wrapped: Buffer.from(wrapped).toString('base64') }];
  const empty = await DossierKeys.open(disk, folder, deriveKey(key, vaultId, 'fairdesk/dossier-keys/1'));
  await empty.close();
  await writeSlots(disk, folder, { v: 1, vaultId, generation: 1, slots });
  return success({ key, vaultId });
}

/** Null when the store does not give back what was put in: better no keys than keys that are gone tomorrow. */
async function saveNewRoot(secrets: SecretStore): Promise<Uint8Array | null> {
  const root = randomBytes(KEY_BYTES);
  await secrets.save(root);
  const kept = await secrets.load();
  return kept !== null && Buffer.from(kept).equals(root) ? root : null;
}

function slotKey(root: Uint8Array, vaultId: string): Uint8Array {
  return deriveKey(root, vaultId, 'fairdesk/slot/1');
}

function slotAssociated(vaultId: string, slot: Pick<Slot, 'id' | 'kind'>): Uint8Array {
  return associatedData('fairdesk/slot/1', vaultId, slot.id, slot.kind);
}

function fromBase64(text: string): Uint8Array {
  return Buffer.from(text, 'base64');
}
