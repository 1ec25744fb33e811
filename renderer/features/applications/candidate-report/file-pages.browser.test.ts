import { PDFDocument, PDFHexString, PDFName } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { LONGEST_SHEET_TEXT } from '../../../../shared/records/report-sheet.js';
import { makeDocx } from '../../../testing/make-docx.js';
import { countPdfPages } from '../../../ui/pdf/check-pdf.js';
import { filePages, type FilePages } from './file-pages.js';

const PDF = 'application/pdf';
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
/** What says whose password opens the file: nobody's, or the empty one (ISO 32000-1, algorithm 4). */
const WITH_PASSWORD = '00'.repeat(32);
const AGAINST_CHANGES = '3869e8c80d7d6e56d13a2f947b327735ceea4e999600e7a2719dd58c573b019c';

async function twoPages(userKey: string | null = null): Promise<Uint8Array<ArrayBuffer>> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  pdf.addPage([595, 842]);
  pdf.addPage([595, 842]);
  if (userKey !== null) {
    const id = PDFHexString.of('42'.repeat(16));
    pdf.context.trailerInfo.ID = pdf.context.obj([id, id]);
    const encrypt = pdf.context.obj({ Filter: 'Standard', V: 1, R: 2, Length: 40, P: -4 });
    encrypt.set(PDFName.of('O'), PDFHexString.of('41'.repeat(32)));
    encrypt.set(PDFName.of('U'), PDFHexString.of(userKey));
    pdf.context.trailerInfo.Encrypt = pdf.context.register(encrypt);
  }
  return new Uint8Array(await pdf.save({ useObjectStreams: false }));
}

async function picture(type: 'image/png' | 'image/jpeg', width: number): Promise<Uint8Array<ArrayBuffer>> {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = 40;
  const blob = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, type);
  });
  return new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer());
}

/** The pages that came of it, counted by another program than the one that made them. */
async function pagesIn(file: FilePages): Promise<number> {
  if (!('pdf' in file)) return 0;
  const counted = await countPdfPages(Uint8Array.from(file.pdf));
  return counted.ok ? counted.value : -1;
}

describe('G-15 what a file gives to a candidate report', () => {
  it('the pages of a PDF', async () => {
    const file = await filePages(await twoPages(), PDF);
    expect(file).toMatchObject({ kind: 'pages', pages: 2 });
    expect(await pagesIn(file)).toBe(2);
  });

  it.each(['image/png', 'image/jpeg'] as const)('a page for a picture (%s), upright or on its side', async (type) => {
    for (const width of [20, 400]) {
      const file = await filePages(await picture(type, width), type);
      expect(file).toMatchObject({ kind: 'pages', pages: 1 });
      expect(await pagesIn(file)).toBe(1);
    }
  });

  it('the text of a Word file, and of a very long one its beginning, which is said', async () => {
    expect(await filePages(await makeDocx(['welder', 'of bridges']), DOCX)).toMatchObject({
      kind: 'text',
      text: expect.stringContaining('of bridges') as unknown,
      cut: false,
    });
    const long = await filePages(await makeDocx(['x'.repeat(LONGEST_SHEET_TEXT + 1)]), DOCX);
    expect(long).toMatchObject({ kind: 'text', cut: true });
  });

  it('pictures of the pages where a PDF may be read and not changed', async () => {
    const file = await filePages(await twoPages(AGAINST_CHANGES), PDF);
    expect(file).toMatchObject({ kind: 'drawn', pages: 2 });
    expect(await pagesIn(file)).toBe(2);
  });

  it('a reason where nothing can be put in: a password, a file that breaks off, bytes that are no picture', async () => {
    const whole = await twoPages();
    const noise = crypto.getRandomValues(new Uint8Array(2000));
    expect(await filePages(await twoPages(WITH_PASSWORD), PDF)).toEqual({ kind: 'none', reason: 'locked' });
    expect(await filePages(whole.slice(0, 300), PDF)).toEqual({ kind: 'none', reason: 'unreadable' });
    expect(await filePages(noise.slice(), PDF)).toEqual({ kind: 'none', reason: 'unreadable' });
    expect(await filePages(noise.slice(), 'image/png')).toEqual({ kind: 'none', reason: 'unreadable' });
    expect(await filePages(noise.slice(), DOCX)).toEqual({ kind: 'none', reason: 'unreadable' });
    expect(await filePages(await makeDocx([' ']), DOCX)).toEqual({ kind: 'none', reason: 'no-words' });
  });
});
