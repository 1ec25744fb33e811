import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A word or line as pdf.js finds it on a page: where it begins, in millimetres from the left and from the top. */
export interface Placed {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

const MM = 72 / 25.4;

/** What stands on each page of a PDF. */
export async function pagesOf(pdf: Uint8Array): Promise<readonly (readonly Placed[])[]> {
  const document = await getDocument({ data: Uint8Array.from(pdf), verbosity: 0 }).promise;
  const pages: Placed[][] = [];
  for (let n = 1; n <= document.numPages; n++) {
    const page = await document.getPage(n);
    const { height } = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent();
    pages.push(
      items.flatMap((item) => {
        if (!('str' in item) || item.str.trim() === '') return [];
        const [, , , , x, y] = item.transform as number[];
        return [{ text: item.str, x: (x ?? 0) / MM, y: (height - (y ?? 0)) / MM }];
      }),
    );
  }
  await document.destroy();
  return pages;
}

/** Text of all pages, squeezed. */
export async function textOfPdf(pdf: Uint8Array): Promise<string> {
  return (await pagesOf(pdf)).map(wordsOn).join('');
}

export function wordsOn(page: readonly Placed[] | undefined): string {
  return squeezed((page ?? []).map(({ text }) => text).join(' '));
}

/** Without the blanks that a line end may or may not be. */
export function squeezed(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, '');
}
