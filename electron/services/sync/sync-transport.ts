import type { Result } from '../../../shared/lib/result.js';

export interface SyncRequest {
  readonly method: 'GET' | 'POST' | 'PUT';
  /** With the query, as it stands in the request line. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | null;
  /** Milliseconds until the last byte of the answer. */
  readonly timeout: number;
  /** Given up as soon as it is aborted. */
  readonly signal?: AbortSignal;
  /** An answer that is longer, in bytes, is given up. */
  readonly limit: number;
  /** Asked with what came so far: true ends the reading there. */
  readonly isEnough?: (text: string) => boolean;
}

export interface SyncResponse {
  readonly status: number;
  /** Whole, or as much as was enough; decompressed. */
  readonly body: Uint8Array;
}

/** `sync/unreachable`, `sync/too-slow`: whether the request arrived is not known. */
export type TransportErrorCode =
  'sync/unreachable' | 'sync/too-slow' | 'sync/not-secure' | 'sync/no-tls' | 'sync/not-understood';

/** The way to the server. Expected failures are answers; only a program's fault throws. */
export interface SyncTransport {
  /** `server` is an origin: `https://sync.example.com`. */
  send(server: string, request: SyncRequest): Promise<Result<SyncResponse, TransportErrorCode>>;
}
