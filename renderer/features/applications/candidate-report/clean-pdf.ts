import { PDFDict, PDFDocument, PDFName, type PDFArray, type PDFPage } from 'pdf-lib';

/** Kinds of notes on a page that bring files, films or other programs along (ISO 32000-1, 12.5.6). */
const ACTIVE = ['FileAttachment', 'Screen', 'RichMedia', 'Movie', 'Sound', '3D'];
/** Actions that only lead to an address; every other one does something. */
const HARMLESS = 'URI';

/**
 * The pages of a PDF as a PDF of their own: nothing in it acts by itself, and nothing of the file besides its pages goes along.
 * Null where it is encrypted or cannot be taken apart.
 */
export async function cleanPdf(
  bytes: Uint8Array,
): Promise<{ readonly pdf: Uint8Array; readonly pages: number } | null> {
  try {
    const source = await PDFDocument.load(bytes, { updateMetadata: false });
    for (const page of source.getPages()) disarm(page);
    const target = await PDFDocument.create();
    const pages = await target.copyPages(source, source.getPageIndices());
    for (const page of pages) target.addPage(page);
    return { pdf: await target.save(), pages: pages.length };
  } catch {
    return null;
  }
}

function disarm({ node }: PDFPage): void {
  node.delete(PDFName.of('AA'));
  const notes = node.Annots();
  if (notes === undefined) return;
  for (let at = notes.size() - 1; at >= 0; at--) if (!keepNote(notes, at)) notes.remove(at);
}

/** Takes from a note what acts; false where nothing of it should stay. */
function keepNote(notes: PDFArray, at: number): boolean {
  const note = notes.lookup(at);
  if (!(note instanceof PDFDict)) return false;
  if (ACTIVE.includes(nameIn(note, 'Subtype'))) return false;
  const action = note.lookup(PDFName.of('A'));
  if (action instanceof PDFDict) action.delete(PDFName.of('Next'));
  if (!(action instanceof PDFDict) || nameIn(action, 'S') !== HARMLESS) note.delete(PDFName.of('A'));
  // Places in a file that this page is no longer in.
  for (const key of ['AA', 'Dest', 'PA']) note.delete(PDFName.of(key));
  return true;
}

function nameIn(dict: PDFDict, key: string): string {
  const value = dict.lookup(PDFName.of(key));
  return value instanceof PDFName ? value.decodeText() : '';
}
