import type { ReportFault } from '../../shared/host/dispatch.js';

/** Where the root of all keys lies: 32 bytes that only this user account can read. */
export interface SecretStore {
  /** `keychain` is guarded by the operating system, `file` by nothing but the user account. */
  readonly kind: 'keychain' | 'file';
  /** Null when nothing was stored yet. Throws when something was stored but cannot be read: locked is not empty. */
  load(): Promise<Uint8Array | null>;
  save(root: Uint8Array): Promise<void>;
}

export interface WallClock {
  /** UTC milliseconds. */
  now(): number;
}

export interface Network {
  /** False when no interface but loopback is up: then nothing may even try to connect. */
  isUp(): boolean;
}

/** What the services are given at the composition root of a host. */
export interface Ports {
  /** Absolute path of the folder in which everything lies. */
  readonly dataFolder: string;
  readonly secrets: SecretStore;
  readonly clock: WallClock;
  readonly network: Network;
  readonly report: ReportFault;
  readonly info: {
    readonly version: string;
    readonly host: 'electron' | 'web';
    readonly platform: string;
    readonly userName: string;
  };
  /** Opens an https address in the person's own browser, outside this program; false where none could be opened. */
  readonly openInBrowser: (address: string) => Promise<boolean>;
  /** Deletes what the browser engine keeps for the page, without opening it. */
  readonly clearStore: () => Promise<void>;
  /** Told how many messages wait, so that a host may hide its window instead of closing it. */
  readonly onWaiting: (messages: number) => void;
}
