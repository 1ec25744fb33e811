import type { PDFDocumentProxy } from 'pdfjs-dist';
import type { NoText } from '../../../shared/domain/search/file-text.js';
import { openPdf, type PdfErrorCode } from '../pdf/open-pdf.js';
import { withinPatience } from '../pdf/patience.js';

/** More of a file is not read: no CV is so long. */
const MOST_PAGES = 60;
const MOST_CHARACTERS = 200_000;

const REASONS: Readonly<Record<PdfErrorCode, NoText>> = {
  'pdf-locked': 'locked',
  'pdf-unreadable': 'unreadable',
  'pdf-too-slow': 'too-slow',
};

/** The words of a PDF, page by page, a line of the page a line; or why there are none. */
export async function readPdfText(bytes: Uint8Array<ArrayBuffer>): Promise<string | { readonly none: NoText }> {
  const opened = await openPdf(bytes);
  if (!opened.ok) return { none: REASONS[opened.code] };
  const { document, close } = opened.value;
  try {
    const text = await withinPatience(readPages(document));
    return text ?? { none: 'too-slow' };
  } catch {
    return { none: 'unreadable' };
  } finally {
    close();
  }
}

async function readPages(document: PDFDocumentProxy): Promise<string> {
  let text = '';
  const last = Math.min(document.numPages, MOST_PAGES);
  for (let number = 1; number <= last && text.length < MOST_CHARACTERS; number++) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    for (const item of items) if ('str' in item) text += item.hasEOL ? `${item.str}\n` : item.str;
    text += '\n';
  }
  return text.slice(0, MOST_CHARACTERS);
}
