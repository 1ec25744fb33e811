import type { PDFDocumentProxy } from 'pdfjs-dist';
import { failure, success, type Result } from '../../../shared/lib/result.js';
import { fetchFile } from './fetch-file.js';
import { openPdf } from './open-pdf.js';
import { withinPatience } from './patience.js';
import classes from './print-pdf.module.css';
import type { PdfFailure } from './use-pdf.js';

/** What a printer makes of letters; more only takes longer. */
const DOTS_PER_INCH = 200;
const POINTS_PER_INCH = 72;

interface PrintPdf {
  /** Of the pages, how many are ready for the printer. */
  readonly onProgress: (at: number, count: number) => void;
  readonly signal: AbortSignal;
}

/**
 * Prints a PDF through the page's own print dialog: the same in every host, without a plug-in or a file on the disk. Answers
 * the number of pages when that dialog is closed; whether anything came out of a printer, nobody can know.
 */
export async function printPdf(address: string, { onProgress, signal }: PrintPdf): Promise<Result<number, PdfFailure>> {
  const bytes = await fetchFile(address, signal);
  if (!bytes.ok) return bytes;
  const opened = await openPdf(bytes.value);
  if (!opened.ok) return opened;
  const { document: pdf, close } = opened.value;
  const sheets = document.createElement('div');
  sheets.className = classes['sheets'] ?? '';
  sheets.setAttribute('aria-hidden', 'true');
  const urls: string[] = [];
  try {
    for (let number = 1; number <= pdf.numPages; number++) {
      onProgress(number, pdf.numPages);
      const picture = await withinPatience(drawPage(pdf, number));
      if (signal.aborted) return success(0);
      if (picture === null) return failure('pdf-too-slow');
      const url = URL.createObjectURL(picture);
      urls.push(url);
      sheets.append(await sheetWith(url));
    }
    document.body.append(sheets);
    document.documentElement.dataset['printing'] = 'pdf';
    window.print(); // waits until its dialog is closed
    return success(pdf.numPages);
  } catch {
    return failure('pdf-unreadable');
  } finally {
    delete document.documentElement.dataset['printing'];
    sheets.remove();
    for (const url of urls) URL.revokeObjectURL(url);
    close();
  }
}

async function drawPage(pdf: PDFDocumentProxy, number: number): Promise<Blob | null> {
  const page = await pdf.getPage(number);
  const viewport = page.getViewport({ scale: DOTS_PER_INCH / POINTS_PER_INCH });
  const canvas = document.createElement('canvas');
  canvas.width = Math.floor(viewport.width);
  canvas.height = Math.floor(viewport.height);
  await page.render({ canvas, viewport, intent: 'print' }).promise;
  page.cleanup();
  return await new Promise((resolve) => {
    canvas.toBlob(resolve);
  });
}

async function sheetWith(url: string): Promise<HTMLElement> {
  const sheet = document.createElement('div');
  const picture = document.createElement('img');
  picture.alt = '';
  picture.src = url;
  await picture.decode();
  sheet.append(picture);
  return sheet;
}
