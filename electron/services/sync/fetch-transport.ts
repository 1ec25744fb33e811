import { failure, success, type Failure, type Result } from '../../../shared/lib/result.js';
import { SPEAKS_NO_TLS, TLS_CODES } from '../network/tls-codes.js';
import type { SyncRequest, SyncResponse, SyncTransport, TransportErrorCode } from './sync-transport.js';

/** Over HTTPS, certificates checked as the system does it; no redirection is followed, no cookie kept. */
export function createFetchTransport(fetchIt: typeof fetch = fetch): SyncTransport {
  return {
    async send(server, request) {
      const { method, path, headers, body, timeout } = request;
      const inTime = AbortSignal.timeout(timeout);
      const signal = request.signal === undefined ? inTime : AbortSignal.any([inTime, request.signal]);
      try {
        const response = await fetchIt(`${server}${path}`, {
          method,
          headers,
          body: body === null ? null : Uint8Array.from(body),
          signal,
          redirect: 'manual',
        });
        return await readBody(response, request);
      } catch (error) {
        return asFailure(error);
      }
    },
  };
}

async function readBody(
  response: Response,
  { limit, isEnough }: SyncRequest,
): Promise<Result<SyncResponse, TransportErrorCode>> {
  const { status } = response;
  if (response.type === 'opaqueredirect' || (status >= 300 && status < 400)) return failure('sync/not-understood');
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader: ReadableStreamDefaultReader<Uint8Array> | undefined = response.body?.getReader();
  for (;;) {
    const read = await reader?.read();
    if (read === undefined || read.done) break;
    parts.push(read.value);
    length += read.value.length;
    if (length > limit) {
      await reader?.cancel();
      return failure('sync/not-understood', 'the answer is too long');
    }
    if (isEnough?.(Buffer.concat(parts).toString()) === true) {
      await reader?.cancel();
      break;
    }
  }
  return success({ status, body: Buffer.concat(parts) });
}

function asFailure(error: unknown): Failure<TransportErrorCode> {
  if (error instanceof Error && error.name === 'TimeoutError') return failure('sync/too-slow');
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const code = cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
  return failure(codeOf(code), code || (error instanceof Error ? error.name : ''));
}

function codeOf(cause: string): TransportErrorCode {
  if (SPEAKS_NO_TLS.test(cause)) return 'sync/no-tls';
  return TLS_CODES.test(cause) ? 'sync/not-secure' : 'sync/unreachable';
}
