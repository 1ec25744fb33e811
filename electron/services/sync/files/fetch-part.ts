import type { HostErrorCode } from '../../../../shared/host/errors.js';
import { failure, success, type Failure } from '../../../../shared/lib/result.js';
import { FILE_PART, type KnownFile } from '../../../../shared/sync/protocol.js';
import { MAX_FILE_BYTES, type FileStore } from '../../files/file-store.js';
import type { Round } from '../round.js';
import type { Answer, SyncTrouble } from '../sync-trouble.js';
import type { NamedFile } from './named-files.js';
import { sha256 } from './sha256.js';

interface Fetched {
  /** That this request moved. */
  readonly bytes: number;
  readonly isWhole: boolean;
}

interface Stores {
  readonly files: FileStore;
  readonly incoming: FileStore;
}

/**
 * Fetches the next part of a file and keeps what has come, sealed under its dossier's key. With the last part the whole is
 * checked, and takes its place. Wrong bytes are `sync/damaged-part`, and nothing of the file is kept.
 */
export async function fetchPart(
  round: Round,
  { files, incoming }: Stores,
  { named, known }: { readonly named: NamedFile; readonly known: KnownFile },
): Promise<Answer<Fetched> | Failure<HostErrorCode>> {
  const { fileId, dossier, name, mediaType } = named;
  const { size, parts } = known;
  if (size > MAX_FILE_BYTES || parts.length !== Math.ceil(size / FILE_PART)) return troubled('sync/damaged-part');
  const begun = parts.length === 1 ? null : await incoming.get(fileId);
  const before = begun?.ok === true ? begun.value.bytes : new Uint8Array();
  const to = Math.min(size, before.length + FILE_PART) - 1;
  const answer = await round.client.readFile(round.line(), { file: fileId, from: before.length, to });
  if (!answer.ok) return answer;
  const part = answer.value;
  const bytes = Buffer.concat([before, part]);
  const isWhole = bytes.length === size;
  const isIt = sha256(part) === parts[Math.floor(before.length / FILE_PART)];
  if (!isIt || (isWhole && sha256(bytes) !== known.sha256)) {
    await incoming.discard(fileId);
    return troubled('sync/damaged-part');
  }
  const kept = await (isWhole ? files : incoming).keep(fileId, { name, mediaType, bytes }, dossier);
  if (!kept.ok) return kept.code === 'keyring/erased' ? troubled('sync/erased') : failure(kept.code);
  return success({ bytes: part.length, isWhole });
}

function troubled(code: 'sync/damaged-part' | 'sync/erased'): SyncTrouble {
  return { ok: false, code, problem: null };
}
