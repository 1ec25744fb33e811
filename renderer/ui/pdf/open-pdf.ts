import { getDocument, GlobalWorkerOptions, type PDFDocumentProxy } from 'pdfjs-dist';
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import { failure, success, type Result } from '../../../shared/lib/result.js';
import { withinPatience } from './patience.js';
import { ShippedPdfData } from './pdf-assets.js';

GlobalWorkerOptions.workerSrc = workerUrl;

const MAX_IMAGE_PIXELS = 50_000_000;
/** pdf.js only looks whether there are addresses; the data comes from `ShippedPdfData`. */
const BY_NAME = 'shipped/';

export type PdfErrorCode = 'pdf-unreadable' | 'pdf-locked' | 'pdf-too-slow';

export interface OpenedPdf {
  readonly document: PDFDocumentProxy;
  /** Stops the worker and frees everything. */
  readonly close: () => void;
}

/** Opens a PDF in a worker of its own: no scripts, no forms, no evaluated code, no data from elsewhere. */
export async function openPdf(bytes: Uint8Array<ArrayBuffer>): Promise<Result<OpenedPdf, PdfErrorCode>> {
  const task = getDocument({
    data: bytes,
    BinaryDataFactory: ShippedPdfData,
    useWorkerFetch: false,
    standardFontDataUrl: BY_NAME,
    cMapUrl: BY_NAME,
    cMapPacked: true,
    wasmUrl: BY_NAME,
    useSystemFonts: false,
    isEvalSupported: false,
    enableXfa: false,
    maxImageSize: MAX_IMAGE_PIXELS,
    verbosity: 0,
  });
  const close = (): void => void task.destroy();
  try {
    const document = await withinPatience(task.promise);
    if (document !== null) return success({ document, close });
    close();
    return failure('pdf-too-slow');
  } catch (error) {
    close();
    return failure(error instanceof Error && error.name === 'PasswordException' ? 'pdf-locked' : 'pdf-unreadable');
  }
}
