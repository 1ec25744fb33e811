import { PDFDocument, StandardFonts } from 'pdf-lib';

/** A PDF with these words on its page, made longer by an attachment of random bytes that no compression shortens. */
export async function makePdf(words: string, bytes: number): Promise<Buffer> {
  const pdf = await PDFDocument.create();
  const page = pdf.addPage([595, 842]);
  page.drawText(words, { x: 60, y: 760, size: 24, font: await pdf.embedFont(StandardFonts.Helvetica) });
  const filler = new Uint8Array(Math.max(0, bytes - 4_000));
  for (let at = 0; at < filler.length; at += 65_536) crypto.getRandomValues(filler.subarray(at, at + 65_536));
  await pdf.attach(filler, 'filler.bin', { mimeType: 'application/octet-stream' });
  return Buffer.from(await pdf.save());
}
