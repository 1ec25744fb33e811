import type { HostErrorCode } from '../../../shared/host/errors.js';
import { failure, success, type Result } from '../../../shared/lib/result.js';

/** The bytes of a stored file at an address of the host. */
export async function fetchFile(
  address: string,
  signal: AbortSignal,
): Promise<Result<Uint8Array<ArrayBuffer>, HostErrorCode>> {
  try {
    const response = await fetch(address, { signal });
    if (response.status === 404) return failure('file/not-found');
    if (!response.ok) return failure('file/damaged');
    return success(new Uint8Array(await response.arrayBuffer()));
  } catch {
    return failure('host/unreachable');
  }
}
