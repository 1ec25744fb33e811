import type { Result } from '../../shared/lib/result.js';
import type { Channel, InputOf, OutputOf } from '../../shared/host/contract.js';
import type { HostErrorCode } from '../../shared/host/errors.js';

/** The renderer's side of the contract; the same over Electron's IPC and over loopback HTTP. */
export interface HostClient {
  call<C extends Channel>(channel: C, input: InputOf<C>): Promise<Result<OutputOf<C>, HostErrorCode>>;
  /** Stores one file, sealed with the key of its dossier. The body goes as it is, never as base64. */
  putFile(file: Blob, name: string, dossier: string, signal?: AbortSignal): Promise<Result<StoredFile, HostErrorCode>>;
  /** Same-origin address that answers the opened file, not stored by any cache. */
  fileUrl(fileId: string): string;
  /** Hands HTML to the host and answers the address of a page that shows it under its own policy. */
  putPreview(html: string): Promise<Result<{ readonly url: string }, HostErrorCode>>;
  /** Hands over the next part of a file that the browser saves (`export.begin`); answers once the browser has it. */
  putPart(exportId: string, part: Uint8Array<ArrayBuffer>): Promise<Result<null, HostErrorCode>>;
}

export interface StoredFile {
  readonly fileId: string;
  readonly mediaType: string;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
}
