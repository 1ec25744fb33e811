import { rm } from 'node:fs/promises';
import { expect } from 'vitest';
import { createServices } from '../../electron/services/create-services.js';
import type { Services } from '../../electron/services/services.js';
import { makeChangeSet } from '../../electron/services/testing/make-change-set.js';
import { makePorts, type TestPorts } from '../../electron/services/testing/make-ports.js';
import type { Change, PackedState } from '../../shared/changes/change-set.js';
import { HOUSEKEEPING } from '../../shared/changes/housekeeping.js';
import { applyChange } from '../../shared/changes/merge.js';
import { EMPTY_STATE, packState, type RecordState } from '../../shared/changes/record-state.js';
import type { InputOf } from '../../shared/host/contract.js';

let written = 0;

export interface LaptopRecord {
  readonly table: string;
  readonly id: string;
  readonly state: PackedState;
}

/** A laptop's services over a folder of their own, joined to a server. */
export class RunningLaptop {
  readonly ports: TestPorts;
  #services: Services;
  /** What was killed: it runs no more, and its files are closed at the end. */
  readonly #killed: Services[] = [];

  private constructor(ports: TestPorts, services: Services) {
    this.ports = ports;
    this.#services = services;
  }

  static async start(): Promise<RunningLaptop> {
    const ports = Object.assign(await makePorts(), { network: { isUp: () => true } });
    return new RunningLaptop(ports, await createServices(ports));
  }

  static async join(server: string, code: string): Promise<RunningLaptop> {
    const laptop = await RunningLaptop.start();
    expect(await laptop.handlers['sync.join']({ server, code, laptop: 'Stand' })).toMatchObject({ ok: true });
    return laptop;
  }

  get handlers(): Services['handlers'] {
    return this.#services.handlers;
  }

  /** Killed and started again: nothing of it was closed. */
  async startAgain(): Promise<void> {
    this.#killed.push(this.#services);
    this.#services = await createServices(this.ports);
    await this.handlers['journal.open'](null);
  }

  /** Another moment, so that what was asked in vain is asked again. */
  later(ms = 60_000): void {
    this.ports.time += ms;
  }

  async write(changes: readonly Change[], options: { readonly by?: string; readonly action?: string } = {}) {
    expect(await this.tryToWrite(changes, options)).toMatchObject({ ok: true });
  }

  async tryToWrite(changes: readonly Change[], options: { readonly by?: string; readonly action?: string } = {}) {
    const head = await this.handlers['journal.open'](null);
    if (!head.ok) throw new Error(head.code);
    const { device, n } = head.value;
    written += 1;
    const { stamp } = makeChangeSet({ device, n: written });
    const changeSet = { ...makeChangeSet({ device, n: n + 1, changes, ...options }), stamp };
    return await this.handlers['journal.append']({ changeSet });
  }

  /** Stores a file in a dossier; answers its id. */
  async putFile(bytes: Uint8Array, name: string, dossier: string): Promise<string> {
    const headers = { 'x-file-name': encodeURIComponent(name) };
    const init = { method: 'POST', headers, body: Uint8Array.from(bytes) };
    const answer = await this.#services.lane(new Request(`http://laptop/files?dossier=${dossier}`, init));
    const stored = (await answer?.json()) as { readonly ok: boolean; readonly value: { readonly fileId: string } };
    expect(stored.ok).toBe(true);
    return stored.value.fileId;
  }

  /** The bytes of a file; null where it cannot be had. */
  async readFile(file: string): Promise<Buffer | null> {
    const answer = await this.#services.lane(new Request(`http://laptop/files/${file}`));
    if (answer === null || answer.headers.get('content-type')?.includes('json') === true) return null;
    return Buffer.from(await answer.arrayBuffer());
  }

  async placeOf(fileId: string, wanted = false): Promise<string> {
    const answer = await this.handlers['sync.file']({ fileId, wanted } satisfies InputOf<'sync.file'>);
    return answer.ok ? answer.value.place : answer.code;
  }

  async filesWaiting(): Promise<number | undefined> {
    const answer = await this.handlers['sync.state'](null);
    return answer.ok ? answer.value?.filesWaiting : undefined;
  }

  /** One exchange; false where the line broke. */
  async exchange(): Promise<{ readonly more: boolean } | null> {
    const answer = await this.handlers['sync.exchange'](null);
    if (!answer.ok && answer.code !== 'sync/unreachable') throw new Error(`${answer.code} ${answer.detail ?? ''}`);
    return answer.ok ? answer.value : null;
  }

  /** Exchanges until there is nothing more to do at once; a line that was cut is only tried again. */
  async settle(): Promise<void> {
    for (let rounds = 0; rounds < 100; rounds++) if ((await this.exchange())?.more === false) return;
    throw new Error('it never ends');
  }

  /** Every record as the journal leaves it, in the order of their ids. */
  async records(): Promise<readonly LaptopRecord[]> {
    const records = new Map<string, Omit<LaptopRecord, 'state'> & { readonly state: RecordState }>();
    for (let after = 0; ;) {
      const page = await this.handlers['journal.read']({ after, limit: 500 });
      if (!page.ok) throw new Error(page.code);
      for (const { changeSet } of page.value.entries) {
        for (const change of changeSet?.changes ?? []) {
          if (changeSet?.device === HOUSEKEEPING && change.kind === 'create') continue;
          const { table, id } = change;
          const state = applyChange(records.get(id)?.state ?? EMPTY_STATE, change, changeSet?.stamp ?? '');
          records.set(id, { table, id, state });
        }
      }
      const last = page.value.entries.at(-1)?.seq;
      if (last === undefined) break;
      after = last;
    }
    const sorted = [...records.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
    return sorted.map(({ state, ...record }) => ({ ...record, state: packState(state) }));
  }

  async stop(): Promise<void> {
    for (const services of [...this.#killed, this.#services]) await services.close();
    await rm(this.ports.dataFolder, { recursive: true, force: true });
  }
}
