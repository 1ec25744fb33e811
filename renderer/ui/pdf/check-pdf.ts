import { failure, success, type Result } from '../../../shared/lib/result.js';
import { openPdf, type OpenedPdf, type PdfErrorCode } from './open-pdf.js';
import { withinPatience } from './patience.js';

/** The end mark must stand in the last 1,024 bytes (ISO 32000-1, annex H.3). */
const END_MARK = '%%EOF';
const TAIL = 1024;

/** What keeps the pages of a PDF from being read, as far as its end, its first and its last page tell; null for nothing. */
export async function checkPdf(bytes: Uint8Array<ArrayBuffer>): Promise<PdfErrorCode | null> {
  const counted = await countPdfPages(bytes);
  return counted.ok ? null : counted.code;
}

/** How many pages a PDF has, once its end, its first and its last page can be read. The bytes are handed over to pdf.js. */
export async function countPdfPages(bytes: Uint8Array<ArrayBuffer>): Promise<Result<number, PdfErrorCode>> {
  // pdf.js mends a file that breaks off as well as it can, and then shows fewer pages without a word.
  const ends = new TextDecoder('latin1').decode(bytes.subarray(-TAIL)).includes(END_MARK);
  const opened = await openPdf(bytes);
  if (!opened.ok) return opened;
  try {
    const fault = ends ? await readEnds(opened.value) : 'pdf-unreadable';
    return fault === null ? success(opened.value.document.numPages) : failure(fault);
  } finally {
    opened.value.close();
  }
}

async function readEnds({ document }: OpenedPdf): Promise<PdfErrorCode | null> {
  try {
    const pages = withinPatience(Promise.all([document.getPage(1), document.getPage(document.numPages)]));
    return (await pages) === null ? 'pdf-too-slow' : null;
  } catch {
    return 'pdf-unreadable';
  }
}
