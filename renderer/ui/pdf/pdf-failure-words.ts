import { ERROR_WORDS, type ErrorCode } from '../../../shared/i18n/error-words.js';
import type { MessageKey } from '../../../shared/i18n/translate.js';
import type { PdfErrorCode } from './open-pdf.js';
import type { PdfFailure } from './use-pdf.js';

const PDF_WORDS = {
  'pdf-unreadable': 'dossier.pdf-unreadable',
  'pdf-locked': 'dossier.pdf-locked',
  'pdf-too-slow': 'dossier.pdf-too-slow',
} as const satisfies Record<PdfErrorCode, MessageKey>;

/** Why a PDF cannot be shown or printed. */
export function pdfFailureWords(code: PdfFailure): MessageKey {
  return isPdfError(code) ? PDF_WORDS[code] : ERROR_WORDS[code satisfies ErrorCode];
}

function isPdfError(code: PdfFailure): code is PdfErrorCode {
  return code in PDF_WORDS;
}
