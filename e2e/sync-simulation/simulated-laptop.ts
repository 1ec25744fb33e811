import type { Channel, InputOf, OutputOf } from '../../shared/host/contract.js';
import type { Handlers } from '../../shared/host/dispatch.js';
import type { HostErrorCode } from '../../shared/host/errors.js';
import { failure, success, type Result } from '../../shared/lib/result.js';
import { dropStoreKey, storeKey } from '../../electron/services/keyring/store-key.js';
import { createSyncHandlers, type SyncHandlers } from '../../electron/services/sync/create-sync-handlers.js';
import type { SyncTransport } from '../../electron/services/sync/sync-transport.js';
import { FakeDisk } from '../../electron/services/testing/fake-disk.js';
import { fakeSecretStore } from '../../electron/services/testing/make-ports.js';
import { KEYS, openStorage, type Storage } from '../../electron/services/testing/open-storage.js';
import { Database } from '../../renderer/data/database.js';
import type { HostClient } from '../../renderer/data/host-client.js';
import type { Chance } from './chance.js';
import type { Ledger } from './ledger.js';
import { Page } from './page.js';
import type { Plants } from './plants.js';

const SEGMENT_BYTES = 64_000;
const SERVER = 'https://sync.example.com';

export interface LaptopParts {
  readonly name: string;
  /** Whose it is; null: everybody at a stand uses it. */
  readonly recruiter: string | null;
  /** Who works on it. */
  readonly by: string | null;
  readonly chance: Chance;
  readonly ledger: Ledger;
  readonly transport: SyncTransport;
  /** UTC milliseconds, as they really are. */
  readonly time: () => number;
  readonly plants: Plants;
}

/** What a backup of a laptop holds. */
export type Image = FakeDisk;

interface Running {
  readonly storage: Storage;
  readonly sync: SyncHandlers;
  readonly disk: FakeDisk;
}

interface Death {
  readonly powerCut: boolean;
  readonly storeIsLost: boolean;
}

let databases = 0;

function newDatabaseName(): string {
  databases += 1;
  return `laptop-${databases}`;
}

/** A laptop: the host's journal and exchange over a disk in memory, and the page's data layer over the host. */
export class SimulatedLaptop {
  readonly name: string;
  readonly recruiter: string | null;
  readonly #parts: LaptopParts;
  readonly #secrets = fakeSecretStore();
  #disk = new FakeDisk();
  #databaseName = newDatabaseName();
  #running: Running | null = null;
  #page: Page | null = null;
  /** Milliseconds that its clock is ahead. */
  skew = 0;
  online = true;
  revoked = false;
  /** The name under which it joined. */
  joinedAs = '';
  /** While a step of its exchange is under way. */
  exchanging = false;

  constructor(parts: LaptopParts) {
    this.#parts = parts;
    this.name = parts.name;
    this.recruiter = parts.recruiter;
  }

  get page(): Page {
    if (this.#page === null) throw new Error(`${this.name} is not open`);
    return this.#page;
  }

  get storage(): Storage {
    if (this.#running === null) throw new Error(`${this.name} is not running`);
    return this.#running.storage;
  }

  get isDead(): boolean {
    return this.#disk.stepsLeft < 0;
  }

  get now(): number {
    return this.#parts.time() + this.skew;
  }

  async start(): Promise<void> {
    const disk = this.#disk;
    const storage = await openStorage(disk, this.#secrets, { segmentBytes: SEGMENT_BYTES });
    const same = (bytes: Uint8Array): Uint8Array => bytes;
    const { plants, transport } = this.#parts;
    const sync = createSyncHandlers({
      disk,
      dataFolder: '/data',
      journal: plants.journal?.(storage.journal) ?? storage.journal,
      transport,
      clock: { now: () => this.now },
      ...{ seal: same, open: same, mayConnect: () => Promise.resolve(this.online) },
    });
    this.#running = { storage, sync, disk };
    this.#page = await this.#openPage(this.#running);
  }

  /** The page loses its working store and makes it again. */
  async openAnew(): Promise<void> {
    if (this.#running === null) throw new Error(`${this.name} is not running`);
    await this.#closePage(true);
    this.#page = await this.#openPage(this.#running);
  }

  async join(code: string): Promise<void> {
    const answer = await this.#handlers['sync.join']({ server: SERVER, code, laptop: this.name });
    if (!answer.ok) throw new Error(`${this.name} could not join: ${answer.code} ${answer.detail ?? ''}`);
    this.joinedAs = this.storage.journal.head.device;
  }

  async exchange(): Promise<Result<OutputOf<'sync.exchange'>, HostErrorCode>> {
    this.exchanging = true;
    try {
      return await this.#handlers['sync.exchange'](null);
    } finally {
      this.exchanging = false;
    }
  }

  async standing(): Promise<OutputOf<'sync.state'>> {
    const answer = await this.#handlers['sync.state'](null);
    return answer.ok ? answer.value : null;
  }

  /** After so many steps on its disk everything fails, as in a process that is dead. */
  dieAfter(steps: number): void {
    this.#disk.stepsLeft = steps;
  }

  die(): void {
    this.#disk.stepsLeft = -1;
  }

  /** Starts again from what a kill, or a power cut, leaves on the disk. */
  async startAgain({ powerCut, storeIsLost }: Death): Promise<void> {
    this.die();
    await this.#closePage(storeIsLost);
    this.#disk = powerCut ? this.#disk.afterPowerCut(this.#parts.chance.next) : this.#disk.afterKill();
    await this.start();
  }

  /** A copy of its folder as it is at this moment. */
  image(): Image {
    return this.#disk.afterKill();
  }

  /** Its folder is put back to what it was; the page's store, which lies elsewhere, is lost or knows more now. */
  async putBack(image: Image, storeIsLost: boolean): Promise<void> {
    this.die();
    await this.#closePage(storeIsLost);
    this.#disk = image.afterKill();
    await this.start();
  }

  async stop(): Promise<void> {
    await this.#closePage(true);
    await this.#running?.storage.close();
  }

  async #openPage(running: Running): Promise<Page> {
    return await Page.open({
      host: this.#host(running),
      databaseName: this.#databaseName,
      now: () => this.now,
      by: () => this.#parts.by,
    });
  }

  /** A working store that was lost is made again from the journal. */
  async #closePage(storeIsLost: boolean): Promise<void> {
    this.#page?.close();
    if (!storeIsLost) return;
    await Database.delete(this.#databaseName);
    this.#databaseName = newDatabaseName();
  }

  get #handlers(): SyncHandlers['handlers'] {
    if (this.#running === null) throw new Error(`${this.name} is not running`);
    return this.#running.sync.handlers;
  }

  #host({ storage: { journal, keyring }, sync, disk }: Running): HostClient {
    const { ledger } = this.#parts;
    const handlers: Partial<Handlers> = {
      ...sync.handlers,
      'journal.open': async () => await Promise.resolve(success(journal.head)),
      'journal.read': async ({ after, limit }) => {
        const { entries, head } = await journal.read(after, limit);
        return success({ entries: entries.map(({ seq, changeSet }) => ({ seq, changeSet })), head });
      },
      'journal.append': async ({ changeSet }) => {
        const seen = this.#page?.seen ?? '';
        if (changeSet.n > journal.head.n && changeSet.stamp <= seen) {
          throw new Error(
            `14 stamps stand: ${changeSet.stamp} is not greater than ${seen}, which ${this.name} has seen`,
          );
        }
        const entry = ledger.attempt(this.name, changeSet);
        entry.afterRevocation = this.revoked;
        const answer = await journal.append(changeSet);
        if (answer.ok) ledger.save(entry);
        else if (answer.code === 'journal/behind') ledger.withdraw(entry);
        return answer;
      },
      'store.key': async ({ renew }) => {
        const { kid, key } = await storeKey(disk, KEYS, keyring.derive('store'), renew);
        return success({ kid, key: Buffer.from(key).toString('base64') });
      },
      'store.clear': async () => {
        await dropStoreKey(disk, KEYS);
        return success(null);
      },
    };
    const none = (): never => {
      throw new Error('no files in this world');
    };
    return {
      call: async <C extends Channel>(channel: C, input: InputOf<C>) => {
        const handler = handlers[channel] as
          ((input: unknown) => Promise<Result<OutputOf<C>, HostErrorCode>>) | undefined;
        return (await handler?.(structuredClone(input))) ?? failure('host/fault', `${channel} is not in this world`);
      },
      ...{ putFile: none, putPreview: none, putPart: none, fileUrl: none },
    };
  }
}
