import { join } from 'node:path';
import type { HostErrorCode } from '../../shared/host/errors.js';
import { failure, success, type Result } from '../../shared/lib/result.js';
import type { FilePlace } from '../../shared/host/sync-standing.js';
import { nodeDisk } from './disk/node-disk.js';
import { removeUnfinished } from './disk/write-whole-file.js';
import { DraftStore } from './drafts/draft-store.js';
import { FileStore } from './files/file-store.js';
import type { Journal } from './journal/journal.js';
import { openJournal } from './journal/open-journal.js';
import { openKeyring, type Keyring } from './keyring/open-keyring.js';
import { associatedData, seal, unseal } from './keyring/sealing.js';
import { dropStoreKey, storeKey, type StoreKey } from './keyring/store-key.js';
import { createMailHandlers } from './mail/create-mail-handlers.js';
import type { Ports, WallClock } from './ports.js';
import { createSmsHandlers } from './sms/create-sms-handlers.js';
import { createSyncHandlers, type SyncHandlers } from './sync/create-sync-handlers.js';
import { createFetchTransport } from './sync/fetch-transport.js';

/** The whole journal is checked once the start is over. */
const VERIFY_AFTER = 15_000;

/** Everything that only the keys open. */
export interface Vault {
  readonly journal: Journal;
  readonly files: FileStore;
  readonly drafts: DraftStore;
  readonly mail: Awaited<ReturnType<typeof createMailHandlers>>;
  readonly sms: Awaited<ReturnType<typeof createSmsHandlers>>;
  readonly sync: SyncHandlers;
  readonly storeKey: (renew: boolean) => Promise<StoreKey>;
  close(): Promise<void>;
}

/**
 * Opens keys, journal, files, mail, SMS and sync, or says why the keys do not open. `mayConnect` says whether anything may
 * leave this laptop at the moment. Throws what the disk throws.
 */
export async function openVault(
  ports: Ports,
  mayConnect: () => Promise<boolean>,
): Promise<Result<Vault, HostErrorCode>> {
  const disk = nodeDisk;
  const folder = (name: string): string => join(ports.dataFolder, name);
  const hasSealedData = await anythingIn(folder('journal'), folder('files'));
  const opened = await openKeyring({ disk, folder: folder('keys'), secrets: ports.secrets, hasSealedData });
  if (!opened.ok) return failure(opened.code, opened.detail);
  const keyring = opened.value;
  const { dossiers } = keyring;
  const { clock } = ports;
  const { files, incoming, removeErased } = openFiles(ports.dataFolder, keyring, clock);
  const onFault = (area: string) => (error: unknown) => ports.report(area, error);
  const journal = await orClose(keyring, () =>
    openJournal({
      disk,
      folder: folder('journal'),
      journalKey: keyring.derive('journal'),
      dossiers,
      renewFiles: (named) => files.renew(named),
      forgetStore: () => dropStoreKey(disk, folder('keys')),
      onErased: removeErased,
      onFault: onFault('journal'),
    }),
  );
  await removeUnfinished(disk, folder('drafts'));
  const drafts = new DraftStore({
    disk,
    folder: folder('drafts'),
    key: keyring.derive('drafts'),
    clock,
    onFault: onFault('drafts'),
  });
  const sealing = secretSealing(keyring.derive('secrets'));
  const { mail, sms, sync } = await openOutgoing(ports, { files, incoming, journal, sealing, mayConnect });
  const timer = setTimeout(() => {
    journal.verify().catch(onFault('journal'));
    incoming.sweep([]).catch(onFault('files')); // what a kill left behind; one that goes on is brought back
  }, VERIFY_AFTER);
  timer.unref();
  return success({
    journal,
    files,
    drafts,
    mail,
    sms,
    sync,
    storeKey: (renew) => storeKey(disk, folder('keys'), keyring.derive('store'), renew),
    async close() {
      clearTimeout(timer);
      await mail.close();
      await sms.close();
      await journal.close();
      await keyring.close();
    },
  });
}

/** The files of the dossiers, and what has come so far of those that are still on their way. */
function openFiles(dataFolder: string, { dossiers, derive }: Pick<Keyring, 'dossiers' | 'derive'>, clock: WallClock) {
  const open = (name: string): FileStore =>
    new FileStore({ disk: nodeDisk, folder: join(dataFolder, name), dossiers, commonKey: derive('files'), clock });
  const [files, incoming] = [open('files'), open('incoming')];
  const removeErased = async (erased: readonly string[]): Promise<void> => {
    await files.removeErased(erased);
    await incoming.removeErased(erased);
  };
  return { files, incoming, removeErased };
}

interface OutgoingParts {
  readonly files: FileStore;
  readonly incoming: FileStore;
  readonly journal: Journal;
  readonly sealing: ReturnType<typeof secretSealing>;
  readonly mayConnect: () => Promise<boolean>;
}

/** Of a file that a colleague filed: it is fetched, or not brought to the server yet. */
const ON_ITS_WAY: readonly FilePlace[] = ['coming', 'not-there'];

/** Everything that talks to other machines. */
async function openOutgoing(
  { dataFolder, clock, network, openInBrowser, report }: Ports,
  { files, incoming, journal, sealing, mayConnect }: OutgoingParts,
): Promise<Pick<Vault, 'mail' | 'sms' | 'sync'>> {
  const transport = createFetchTransport();
  const stores = { files, incoming };
  const wiring = { disk: nodeDisk, dataFolder, journal, transport, clock, mayConnect, stores };
  const sync = createSyncHandlers({ ...wiring, ...sealing });
  const mail = await createMailHandlers({
    ...{ dataFolder, clock, report, network, openInBrowser, ...sealing },
    login: sync.login,
    readFile: async (fileId) => {
      const file = await files.get(fileId);
      if (file.ok) return file.value.bytes;
      const asked = await sync.handlers['sync.file']({ fileId, wanted: true });
      return asked.ok && ON_ITS_WAY.includes(asked.value.place) ? 'coming' : null;
    },
  });
  const sms = await createSmsHandlers({ dataFolder, clock, report, network, ...sealing });
  return { mail, sms, sync };
}

/** What was opened is closed again when the next thing does not open: the person may try once more. */
async function orClose<Value>(opened: { close(): Promise<void> }, open: () => Promise<Value>): Promise<Value> {
  try {
    return await open();
  } catch (error) {
    await opened.close();
    throw error;
  }
}

async function anythingIn(...folders: readonly string[]): Promise<boolean> {
  const lists = await Promise.all(folders.map((folder) => nodeDisk.list(folder)));
  return lists.some((names) => names.length > 0);
}

/** For what is secret but belongs to nobody's dossier: passwords and tokens, the ledgers. */
function secretSealing(key: Uint8Array): { seal(bytes: Uint8Array): Uint8Array; open(bytes: Uint8Array): Uint8Array } {
  const associated = associatedData('fairdesk/secret/1');
  return {
    seal: (bytes) => seal(key, associated, bytes),
    open(bytes) {
      const opened = unseal(key, associated, bytes);
      if (opened === null) throw new Error('A sealed secret is damaged');
      return opened;
    },
  };
}
