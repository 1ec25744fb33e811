import { PDFDocument, PDFHexString, PDFName, PDFNumber, type PDFRef } from 'pdf-lib';

/** Pages that stand together, with a bookmark at their first. */
export interface ReportPart {
  readonly name: string;
  /** Made by Fairdesk, or cleaned by it. */
  readonly pdfs: readonly Uint8Array[];
}

interface JoinedReport {
  readonly pdf: Uint8Array;
  readonly pages: number;
}

/** How many pages a PDF has that Fairdesk made. */
export async function countPages(pdf: Uint8Array): Promise<number> {
  return (await PDFDocument.load(pdf)).getPageCount();
}

/** All parts as one PDF, one after the other, with a bookmark for each and a title. */
export async function joinReport(title: string, language: string, parts: readonly ReportPart[]): Promise<JoinedReport> {
  const joined = await PDFDocument.create();
  joined.setTitle(title, { showInWindowTitleBar: true });
  joined.setLanguage(language);
  joined.setProducer('Fairdesk');
  joined.setCreator('Fairdesk');
  const marks: { readonly name: string; readonly page: PDFRef }[] = [];
  for (const { name, pdfs } of parts) {
    const before = joined.getPageCount();
    for (const pdf of pdfs) {
      const source = await PDFDocument.load(pdf);
      for (const page of await joined.copyPages(source, source.getPageIndices())) joined.addPage(page);
    }
    if (joined.getPageCount() > before) marks.push({ name, page: joined.getPage(before).ref });
  }
  addBookmarks(joined, marks);
  return { pdf: await joined.save(), pages: joined.getPageCount() };
}

/** ISO 32000-1, 12.3.3: a flat outline. */
function addBookmarks(pdf: PDFDocument, marks: readonly { readonly name: string; readonly page: PDFRef }[]): void {
  const { context } = pdf;
  const outline = context.nextRef();
  const refs = marks.map(() => context.nextRef());
  for (const [at, { name, page }] of marks.entries()) {
    const item = context.obj({ Parent: outline, Dest: [page, PDFName.of('XYZ'), null, null, null] });
    item.set(PDFName.of('Title'), PDFHexString.fromText(name));
    const [before, after] = [refs[at - 1], refs[at + 1]];
    if (before !== undefined) item.set(PDFName.of('Prev'), before);
    if (after !== undefined) item.set(PDFName.of('Next'), after);
    const own = refs[at];
    if (own !== undefined) context.assign(own, item);
  }
  const [first, last] = [refs[0], refs.at(-1)];
  if (first === undefined || last === undefined) return;
  const top = context.obj({ Type: 'Outlines', First: first, Last: last });
  top.set(PDFName.of('Count'), PDFNumber.of(refs.length));
  context.assign(outline, top);
  pdf.catalog.set(PDFName.of('Outlines'), outline);
}
