import { PDFDocument } from 'pdf-lib';
import { expect, it } from 'vitest';
import { checkPdf } from './check-pdf.js';

async function threePages(): Promise<Uint8Array<ArrayBuffer>> {
  const pdf = await PDFDocument.create();
  for (const words of ['first', 'second', 'third']) pdf.addPage([595, 842]).drawText(words, { x: 60, y: 760 });
  return new Uint8Array(await pdf.save({ useObjectStreams: false }));
}

it('finds nothing wrong with a whole PDF', async () => {
  expect(await checkPdf(await threePages())).toBe(null);
});

it.each([0.5, 0.9, 0.99])('says that a PDF breaks off after %f of it', async (part) => {
  const whole = await threePages();
  expect(await checkPdf(whole.slice(0, Math.floor(whole.length * part)))).toBe('pdf-unreadable');
});

it('says that a PDF is damaged inside, though its end is there', async () => {
  const whole = await threePages();
  expect(await checkPdf(whole.fill(0x20, 20, whole.length - 40))).toBe('pdf-unreadable');
});
