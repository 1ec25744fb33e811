import { randomBytes } from 'node:crypto';
import { expect } from 'vitest';
import type { Change, ChangeSet } from '../../../../shared/changes/change-set.js';
import { HOUSEKEEPING, refusalsIn } from '../../../../shared/changes/housekeeping.js';
import { applyChange } from '../../../../shared/changes/merge.js';
import { EMPTY_STATE, packState, type RecordState } from '../../../../shared/changes/record-state.js';
import { stampOf } from '../../../../shared/changes/clock.js';
import { FakeDisk } from '../../testing/fake-disk.js';
import { idOf } from '../../testing/make-change-set.js';
import { fakeSecretStore } from '../../testing/make-ports.js';
import { openStorage, readAll, type Storage } from '../../testing/open-storage.js';
import { Exchange, type Exchanged, type ExchangePorts } from '../exchange.js';
import { joinOrganisation } from '../membership.js';
import { SyncClient } from '../sync-client.js';
import { openSyncFiles } from '../sync-state.js';
import type { FakeServer } from './fake-server.js';

const CODE = '0123-4567-89AB-CDEF';

/** A laptop on a disk of its own, joined to a server in memory. */
export class Laptop {
  readonly server: FakeServer;
  readonly secrets = fakeSecretStore();
  disk = new FakeDisk();
  /** Its clock, in UTC milliseconds. */
  time = 1_000_000;
  online = true;
  #storage: Storage | null = null;
  #exchange: Exchange | null = null;
  #ports: ExchangePorts | null = null;
  #stamps = 0;

  constructor(server: FakeServer) {
    this.server = server;
  }

  /** Opens what lies on its disk, as a start does. */
  async start(): Promise<this> {
    this.#storage = await openStorage(this.disk, this.secrets, { segmentBytes: 4000 });
    const now = (): number => this.time;
    const same = (bytes: Uint8Array): Uint8Array => bytes;
    const client = new SyncClient({ transport: this.server, now, random: (bytes) => randomBytes(bytes) });
    this.#ports = {
      journal: this.storage.journal,
      client,
      files: openSyncFiles({ disk: this.disk, folder: '/data/sync', seal: same, open: same }),
      now,
      newId: () => randomBytes(16).toString('hex'),
      mayConnect: () => Promise.resolve(this.online),
    };
    this.#exchange = new Exchange(this.#ports);
    return this;
  }

  async join(): Promise<this> {
    await this.start();
    expect(await joinOrganisation(this.ports, { server: 'sync.example.com', code: CODE, laptop: 'Ebba’s' })).toEqual({
      ok: true,
      value: null,
    });
    return this;
  }

  get storage(): Storage {
    if (this.#storage === null) throw new Error('the laptop was not started');
    return this.#storage;
  }

  get ports(): ExchangePorts {
    if (this.#ports === null) throw new Error('the laptop was not started');
    return this.#ports;
  }

  async write(...changes: readonly Change[]): Promise<ChangeSet> {
    const { journal } = this.storage;
    const { device, n } = journal.head;
    this.#stamps += 1;
    const stamp = stampOf({ node: device, ms: this.time + this.#stamps, counter: 0 });
    const actionId = idOf(this.#stamps);
    const changeSet: ChangeSet = {
      v: 1,
      device,
      n: n + 1,
      stamp,
      at: 1,
      by: null,
      actionId,
      action: 'capture',
      changes,
    };
    expect(await journal.append(changeSet)).toMatchObject({ ok: true });
    return changeSet;
  }

  async step(): Promise<Awaited<ReturnType<Exchange['step']>>> {
    if (this.#exchange === null) throw new Error('the laptop was not started');
    return await this.#exchange.step();
  }

  /** Steps until there is nothing more to do at once; answers what was moved. */
  async settle(): Promise<Omit<Exchanged, 'more'>> {
    const moved = { sent: 0, refused: 0, received: 0 };
    for (let steps = 0; steps < 100; steps++) {
      const answer = await this.step();
      if (!answer.ok) {
        if (answer.code === 'sync/unreachable') continue; // the line comes and goes
        throw new Error(`${answer.code} ${answer.detail ?? ''}`);
      }
      const { sent, refused, received, more } = answer.value;
      moved.sent += sent;
      moved.refused += refused;
      moved.received += received;
      if (!more) return moved;
    }
    throw new Error('it never ends');
  }

  /** Every record that can be read here, as the page makes it from the journal: refused change sets left out. */
  async records(): Promise<Readonly<Record<string, unknown>>> {
    const sets = (await readAll(this.storage.journal)).flatMap(({ changeSet }) => changeSet ?? []);
    const refused = new Set(sets.flatMap(refusalsIn).map(({ device, n }) => `${device} ${n}`));
    const states = new Map<string, RecordState>();
    for (const { device, n, stamp, changes } of sets) {
      if (refused.has(`${device} ${n}`)) continue;
      for (const change of changes) {
        if (device === HOUSEKEEPING && change.kind === 'create') continue;
        states.set(change.id, applyChange(states.get(change.id) ?? EMPTY_STATE, change, stamp));
      }
    }
    return packed(states);
  }
}

/** Records in a form that can be compared. */
export function packed(states: ReadonlyMap<string, RecordState>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    [...states].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, state]) => [id, packState(state)]),
  );
}
