import type { FileText, NoText } from '../../../shared/domain/search/file-text.js';
import type { MediaType } from '../../../shared/records/document.js';
import { readPdfText } from './read-pdf-text.js';
import { readWordText } from './read-word-text.js';

const A_WORD = /[\p{L}\p{N}]/u;

/** The text of a file of a dossier. Whatever its bytes are, it answers: parsing is done in workers that can be ended. */
export async function readFileText(bytes: Uint8Array<ArrayBuffer>, mediaType: MediaType): Promise<FileText> {
  const text = await readKind(bytes, mediaType);
  if (typeof text !== 'string') return { text: '', none: text.none };
  return A_WORD.test(text) ? { text, none: null } : { text: '', none: 'no-words' };
}

async function readKind(
  bytes: Uint8Array<ArrayBuffer>,
  mediaType: MediaType,
): Promise<string | { readonly none: NoText }> {
  switch (mediaType) {
    case 'application/pdf':
      return await readPdfText(bytes);
    case 'application/vnd.openxmlformats-officedocument.wordprocessingml.document':
      return await readWordText(bytes);
    case 'image/jpeg':
    case 'image/png':
      return { none: 'picture' };
  }
}
