import { PDFDocument, PDFName, PDFString } from 'pdf-lib';
import { expect, it } from 'vitest';
import { cleanPdf } from './clean-pdf.js';

/** A page with a link, a button that runs a script, and a file that hangs on it. */
async function armed(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const { context } = pdf;
  const page = pdf.addPage([300, 300]);
  const act = (S: string, more: object) => context.obj({ S, ...more });
  const note = (Subtype: string, more: object) => context.obj({ Type: 'Annot', Subtype, Rect: [0, 0, 9, 9], ...more });
  const script = act('JavaScript', { JS: PDFString.of('app.alert(1)') });
  const uri = act('URI', { URI: PDFString.of('https://example.com/ebba'), Next: script });
  page.node.set(PDFName.of('AA'), context.obj({ O: script }));
  page.node.set(
    PDFName.of('Annots'),
    context.obj([
      note('Link', { A: uri }),
      note('Widget', { FT: 'Btn', A: script, AA: { U: script } }),
      note('Link', { A: act('Launch', { F: PDFString.of('cmd.exe') }) }),
      note('FileAttachment', { FS: { Type: 'Filespec', F: PDFString.of('virus.exe') } }),
    ]),
  );
  pdf.addJavaScript('main', 'app.alert(2)');
  await pdf.attach(new Uint8Array([1, 2, 3]), 'hidden.bin');
  return await pdf.save({ useObjectStreams: false });
}

it('of a PDF only the pages go along: no script, no program, no file; links stay', async () => {
  const before = await armed();
  const cleaned = await cleanPdf(before);
  const plain = await (await PDFDocument.load(cleaned?.pdf ?? before)).save({ useObjectStreams: false });
  const text = new TextDecoder('latin1').decode(plain);
  const held = new TextDecoder('latin1').decode(before);
  for (const word of ['JavaScript', 'Launch', 'cmd.exe', 'virus.exe', 'hidden.bin', 'app.alert']) {
    expect(held.includes(word) || word === 'hidden.bin').toBe(true);
    expect(text).not.toContain(word);
  }
  expect(text).toContain('https://example.com/ebba');
  expect(cleaned?.pages).toBe(1);
});

it('what is no PDF, and what is encrypted, is refused and not guessed at', async () => {
  expect(await cleanPdf(new TextEncoder().encode('hello'))).toBeNull();
  const pdf = await PDFDocument.create();
  pdf.addPage();
  pdf.context.trailerInfo.Encrypt = pdf.context.obj({ Filter: 'Standard', V: 1, R: 2 });
  expect(await cleanPdf(await pdf.save({ useObjectStreams: false }))).toBeNull();
});
