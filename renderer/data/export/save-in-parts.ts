import type { HostErrorCode } from '../../../shared/host/errors.js';
import { failure, type Result } from '../../../shared/lib/result.js';
import type { HostClient } from '../host-client.js';
import { saveFile } from '../save-file.js';

export interface SavedFile {
  /** What the recruiter is offered to save it as. */
  readonly name: string;
  readonly parts: AsyncIterable<Uint8Array<ArrayBuffer>>;
}

/**
 * Saves a file where the browser saves files, while it is being made: a part is made when the one before it is saved, so that
 * neither memory nor the browser's own folders ever hold it. Whatever breaks it off leaves nothing of it behind.
 */
export async function saveInParts(
  host: HostClient,
  { name, parts }: SavedFile,
  signal: AbortSignal,
  save: (url: string, name: string) => void = saveFile,
): Promise<Result<null, HostErrorCode>> {
  const begun = await host.call('export.begin', null);
  if (!begun.ok) return begun;
  const { id, url } = begun.value;
  let ended: Promise<Result<null, HostErrorCode>> | null = null;
  const end = (whole: boolean) => (ended ??= host.call('export.end', { id, whole })); // whoever comes first decides
  // At once, and not only before the next part: the part at hand may wait for somebody to say where to save it.
  const stop = (): void => void end(false);
  signal.addEventListener('abort', stop);
  try {
    save(url, name);
    for await (const part of parts) {
      const put = signal.aborted ? failure('export/stopped') : await host.putPart(id, part);
      if (put.ok) continue;
      await end(false);
      return put;
    }
    return await end(!signal.aborted);
  } catch (error) {
    await end(false);
    throw error;
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
