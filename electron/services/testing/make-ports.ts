import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Ports, SecretStore } from '../ports.js';

/** A secret store in memory; `lock()` makes it refuse, as a keychain does that was not opened. */
export interface FakeSecretStore extends SecretStore {
  root: Uint8Array | null;
  locked: boolean;
}

export function fakeSecretStore(): FakeSecretStore {
  return {
    kind: 'keychain',
    root: null,
    locked: false,
    async load() {
      if (this.locked) throw new Error('The keychain is locked');
      return this.root;
    },
    async save(root) {
      this.root = Uint8Array.from(root);
    },
  };
}

export interface TestPorts extends Ports {
  readonly secrets: FakeSecretStore;
  readonly faults: unknown[];
  /** The wall clock, in UTC milliseconds; a test moves it. */
  time: number;
}

/** Ports over a folder of their own; everything that is reported is kept. */
export async function makePorts(): Promise<TestPorts> {
  const faults: unknown[] = [];
  const ports: TestPorts = {
    dataFolder: await mkdtemp(join(tmpdir(), 'fairdesk-')),
    secrets: fakeSecretStore(),
    time: Date.now(),
    clock: { now: () => ports.time },
    network: { isUp: () => false },
    faults,
    report: (_area, error) => void faults.push(error),
    info: { version: '0.0.0', host: 'web', platform: 'linux', userName: 'tester' },
    openInBrowser: async () => false,
    clearStore: async () => undefined,
    onWaiting: () => undefined,
  };
  return ports;
}
