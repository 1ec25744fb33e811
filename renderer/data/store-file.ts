import { z } from 'zod';
import type { HostErrorCode } from '../../shared/host/errors.js';
import { failure, success, type Result } from '../../shared/lib/result.js';
import { MEDIA_TYPES, type Document } from '../../shared/records/document.js';
import { FileIdSchema, type DossierId } from '../../shared/records/primitives.js';
import type { HostClient } from './host-client.js';

/** Bytes; the host refuses more. Looked at here too, so that nobody waits for a file that cannot be kept. */
const MAX_SIZE = 10 * 1024 * 1024;

/** What may be chosen, for the `accept` of a file input; what is inside is judged by the host. */
export const ACCEPTED_FILES = '.pdf,.docx,.jpg,.jpeg,.png';

/** A file that lies sealed in its dossier, as a document's record names it. */
export type FiledFile = Pick<Document, 'fileId' | 'name' | 'mediaType' | 'size'>;

export const FiledFileSchema = z.object({
  fileId: FileIdSchema,
  name: z.string().max(120),
  mediaType: z.enum(MEDIA_TYPES),
  size: z.int().positive(),
});

/** Stores a file in a dossier. No record names it yet: who abandons it discards it, or the sweep does. */
export async function storeFile(
  host: HostClient,
  file: File,
  dossier: DossierId,
  signal?: AbortSignal,
): Promise<Result<FiledFile, HostErrorCode>> {
  if (file.size === 0) return failure('file/empty');
  if (file.size > MAX_SIZE) return failure('file/too-large');
  const answer = await host.putFile(file, file.name, dossier, signal);
  if (!answer.ok) return answer;
  const filed = FiledFileSchema.safeParse(answer.value);
  return filed.success ? success(filed.data) : failure('file/unknown-type');
}
