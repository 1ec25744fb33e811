import { PDFDocument, StandardFonts } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { makeDocx } from '../../testing/make-docx.js';
import { readFileText } from './read-file-text.js';

const PDF = 'application/pdf';
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

async function makePdf(...pages: readonly string[]): Promise<Uint8Array<ArrayBuffer>> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  for (const words of pages) pdf.addPage([595, 842]).drawText(words, { x: 60, y: 760, size: 12, font, lineHeight: 18 });
  return new Uint8Array(await pdf.save());
}

describe('G-14: the text of a CV', () => {
  it('reads every page of a PDF, line by line', async () => {
    const { text, none } = await readFileText(await makePdf('Kan C++ och .NET\ni Ålesund', 'Født i Tromsø'), PDF);
    expect(none).toBe(null);
    expect(text.split('\n').filter(Boolean)).toEqual(['Kan C++ och .NET', 'i Ålesund', 'Født i Tromsø']);
  });

  it('reads a Word document, paragraph by paragraph', async () => {
    const { text, none } = await readFileText(await makeDocx(['Kan C++ och .NET', 'i Ålesund']), DOCX);
    expect(none).toBe(null);
    expect(text.split('\n').filter(Boolean)).toEqual(['Kan C++ och .NET', 'i Ålesund']);
  });

  it('says of a picture, and of pages that are only pictures, that there are no words', async () => {
    expect(await readFileText(new Uint8Array([1, 2, 3]), 'image/png')).toEqual({ text: '', none: 'picture' });
    expect(await readFileText(await makePdf(' '), PDF)).toEqual({ text: '', none: 'no-words' });
    expect(await readFileText(await makeDocx([' ']), DOCX)).toEqual({ text: '', none: 'no-words' });
  });

  it.each([0, 0.3, 0.6, 0.9])('answers for a file that is damaged from %f of it on', async (part) => {
    for (const [bytes, type] of [
      [await makePdf('welder of bridges'), PDF],
      [await makeDocx(['welder of bridges', 'x'.repeat(5000)]), DOCX],
    ] as const) {
      const damaged = bytes.slice();
      crypto.getRandomValues(damaged.subarray(Math.floor(damaged.length * part)));
      const { text, none } = await readFileText(damaged, type);
      expect(none === null || text === '').toBe(true);
    }
    expect(await readFileText((await makeDocx(['welder'])).slice(0, 200), DOCX)).toEqual({
      text: '',
      none: 'unreadable',
    });
  });

  it('does not unpack a document that is small only while it is packed', async () => {
    const bomb = await makeDocx(['welder'], { 'word/media/zeros.bin': new Uint8Array(80 * 1024 * 1024) });
    expect(bomb.length).toBeLessThan(200_000);
    expect(await readFileText(bomb, DOCX)).toEqual({ text: '', none: 'too-large' });
  });

  it('does not believe what a document says of its own size', async () => {
    const bomb = await makeDocx(['welder'], { 'word/media/zeros.bin': new Uint8Array(80 * 1024 * 1024) });
    const view = new DataView(bomb.buffer);
    for (let at = 0; at < bomb.length - 46; at++) {
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true);
    }
    expect(await readFileText(bomb, DOCX)).toEqual({ text: '', none: 'too-large' });
  });
});
