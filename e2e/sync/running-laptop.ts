import { rm } from 'node:fs/promises';
import { expect } from 'vitest';
import { createServices } from '../../electron/services/create-services.js';
import type { Services } from '../../electron/services/services.js';
import { makeChangeSet } from '../../electron/services/testing/make-change-set.js';
import { makePorts, type TestPorts } from '../../electron/services/testing/make-ports.js';
import type { Change } from '../../shared/changes/change-set.js';
import type { InputOf } from '../../shared/host/contract.js';

let written = 0;

/** A laptop's services over a folder of their own, joined to a server. */
export class RunningLaptop {
  readonly ports: TestPorts;
  #services: Services;

  private constructor(ports: TestPorts, services: Services) {
    this.ports = ports;
    this.#services = services;
  }

  static async join(server: string, code: string): Promise<RunningLaptop> {
    const ports = Object.assign(await makePorts(), { network: { isUp: () => true } });
    const laptop = new RunningLaptop(ports, await createServices(ports));
    expect(await laptop.handlers['sync.join']({ server, code, laptop: 'Stand' })).toMatchObject({ ok: true });
    return laptop;
  }

  get handlers(): Services['handlers'] {
    return this.#services.handlers;
  }

  /** Killed and started again: nothing of it was closed. */
  async startAgain(): Promise<void> {
    this.#services = await createServices(this.ports);
    await this.handlers['journal.open'](null);
  }

  /** Another moment, so that what was asked in vain is asked again. */
  later(ms = 60_000): void {
    this.ports.time += ms;
  }

  async write(changes: readonly Change[], options: { readonly by?: string; readonly action?: string } = {}) {
    const head = await this.handlers['journal.open'](null);
    if (!head.ok) throw new Error(head.code);
    const { device, n } = head.value;
    written += 1;
    const { stamp } = makeChangeSet({ device, n: written });
    const changeSet = { ...makeChangeSet({ device, n: n + 1, changes, ...options }), stamp };
    expect(await this.handlers['journal.append']({ changeSet })).toMatchObject({ ok: true });
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

  async stop(): Promise<void> {
    await this.#services.close();
    await rm(this.ports.dataFolder, { recursive: true, force: true });
  }
}
