interface PageRequest {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array<ArrayBuffer>;
}

/** A host as its page sees it: calls, and the web server of its own origin. */
export interface HostUnderTest {
  /** One call of the contract through everything that lies between the page and the handlers. */
  invoke(channel: string, input: unknown): Promise<unknown>;
  /** A request to the page's own origin. */
  fetch(path: string, init?: PageRequest): Promise<Response>;
  close(): Promise<void>;
}

/** Starts a host over a data folder. */
export type StartHost = (dataFolder: string) => Promise<HostUnderTest>;
