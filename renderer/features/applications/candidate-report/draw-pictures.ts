import { openPdf } from '../../../ui/pdf/open-pdf.js';
import { withinPatience } from '../../../ui/pdf/patience.js';
import type { PagePicture } from './picture-pages.js';

/** Pixels of the longer edge: 200 dots an inch on A4. */
const LONGEST = 2339;
const QUALITY = 0.88;

/** A picture from a dossier, turned as its camera held it and without what else the camera wrote; null where it cannot be read. */
export async function drawPicture(bytes: Uint8Array<ArrayBuffer>, mediaType: string): Promise<PagePicture | null> {
  try {
    const bitmap = await withinPatience(createImageBitmap(new Blob([bytes], { type: mediaType })));
    if (bitmap === null) return null;
    const scale = Math.min(1, LONGEST / Math.max(bitmap.width, bitmap.height));
    const canvas = sheetOf(bitmap.width * scale, bitmap.height * scale);
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    bitmap.close();
    return await jpegOf(canvas);
  } catch {
    return null;
  }
}

/** The pages of a PDF that can be shown and not taken apart (it is protected against changes); null where one cannot be drawn. */
export async function drawPdf(bytes: Uint8Array<ArrayBuffer>): Promise<readonly PagePicture[] | null> {
  const opened = await openPdf(bytes);
  if (!opened.ok) return null;
  const { document: pdf, close } = opened.value;
  try {
    const pictures: PagePicture[] = [];
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number);
      const { width, height } = page.getViewport({ scale: 1 });
      const viewport = page.getViewport({ scale: LONGEST / Math.max(width, height) });
      const canvas = sheetOf(viewport.width, viewport.height);
      const drawn = await withinPatience(page.render({ canvas, viewport, intent: 'print' }).promise.then(() => true));
      page.cleanup();
      const picture = drawn === null ? null : await jpegOf(canvas);
      if (picture === null) return null;
      pictures.push(picture);
    }
    return pictures;
  } catch {
    return null;
  } finally {
    close();
  }
}

/** White: a JPEG has no transparency. */
function sheetOf(width: number, height: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width));
  canvas.height = Math.max(1, Math.round(height));
  const context = canvas.getContext('2d');
  if (context !== null) {
    context.fillStyle = 'white';
    context.fillRect(0, 0, canvas.width, canvas.height);
  }
  return canvas;
}

async function jpegOf(canvas: HTMLCanvasElement): Promise<PagePicture | null> {
  const { width, height } = canvas;
  const blob = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, 'image/jpeg', QUALITY);
  });
  return blob === null ? null : { jpeg: new Uint8Array(await blob.arrayBuffer()), width, height };
}
