import { PDFDocument } from 'pdf-lib';

/** One empty page. */
export async function makePdf(): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.addPage();
  return await document.save();
}
