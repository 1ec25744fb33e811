import type { NoText } from '../../../../shared/domain/search/file-text.js';
import type { MediaType } from '../../../../shared/records/document.js';
import { LONGEST_SHEET_TEXT } from '../../../../shared/records/report-sheet.js';
import { readFileText } from '../../../ui/file-text/read-file-text.js';
import { countPdfPages } from '../../../ui/pdf/check-pdf.js';
import type { PdfErrorCode } from '../../../ui/pdf/open-pdf.js';
import { cleanInWorker } from './clean-in-worker.js';
import { drawPdf, drawPicture } from './draw-pictures.js';
import { picturePages } from './picture-pages.js';

/** Why nothing of a file is in the report. */
export const NOT_IN = ['locked', 'unreadable', 'too-slow', 'too-large', 'no-words', 'missing'] as const;
export type NotIn = (typeof NOT_IN)[number];

/** What a file gives to the report: pages, words, or a reason. */
export type FilePages =
  | { readonly kind: 'pages' | 'drawn'; readonly pdf: Uint8Array; readonly pages: number }
  | { readonly kind: 'text'; readonly text: string; readonly cut: boolean }
  | { readonly kind: 'none'; readonly reason: NotIn };

const PDF_REASONS = {
  'pdf-locked': 'locked',
  'pdf-unreadable': 'unreadable',
  'pdf-too-slow': 'too-slow',
} as const satisfies Record<PdfErrorCode, NotIn>;

const TEXT_REASONS = {
  'no-words': 'no-words',
  locked: 'locked',
  unreadable: 'unreadable',
  'too-slow': 'too-slow',
  'too-large': 'too-large',
  picture: 'unreadable',
  missing: 'missing',
} as const satisfies Record<NoText, NotIn>;

/** A file of a dossier, made ready to be joined with others. Whatever its bytes are, it answers. */
export async function filePages(bytes: Uint8Array<ArrayBuffer>, mediaType: MediaType): Promise<FilePages> {
  switch (mediaType) {
    case 'application/pdf':
      return await pdfPages(bytes);
    case 'image/jpeg':
    case 'image/png': {
      const picture = await drawPicture(bytes, mediaType);
      if (picture === null) return { kind: 'none', reason: 'unreadable' };
      return { kind: 'pages', pdf: await picturePages([picture]), pages: 1 };
    }
    case 'application/vnd.openxmlformats-officedocument.wordprocessingml.document': {
      const { text, none } = await readFileText(bytes, mediaType);
      if (none !== null) return { kind: 'none', reason: TEXT_REASONS[none] };
      return { kind: 'text', text: text.slice(0, LONGEST_SHEET_TEXT), cut: text.length > LONGEST_SHEET_TEXT };
    }
  }
}

async function pdfPages(bytes: Uint8Array<ArrayBuffer>): Promise<FilePages> {
  // pdf.js takes the bytes it is given away from whoever had them.
  const counted = await countPdfPages(bytes.slice());
  if (!counted.ok) return { kind: 'none', reason: PDF_REASONS[counted.code] };
  const cleaned = await cleanInWorker(bytes);
  if (cleaned?.pages === counted.value) return { kind: 'pages', ...cleaned };
  const drawn = await drawPdf(bytes.slice());
  if (drawn === null) return { kind: 'none', reason: 'unreadable' };
  return { kind: 'drawn', pdf: await picturePages(drawn, 0), pages: drawn.length };
}
