import { PDFDocument } from 'pdf-lib';

/** A picture that fills a page of its own. */
export interface PagePicture {
  readonly jpeg: Uint8Array;
  readonly width: number;
  readonly height: number;
}

const A4 = [595.28, 841.89] as const;
const MARGIN = 28;

/** A PDF with each picture on an A4 page, as large as it fits, on its side where the picture is. */
export async function picturePages(pictures: readonly PagePicture[], margin = MARGIN): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  for (const { jpeg, width, height } of pictures) {
    const [short, long] = A4;
    const size: [number, number] = width > height ? [long, short] : [short, long];
    const scale = Math.min((size[0] - 2 * margin) / width, (size[1] - 2 * margin) / height);
    const drawn = { width: width * scale, height: height * scale };
    const place = { x: (size[0] - drawn.width) / 2, y: (size[1] - drawn.height) / 2 };
    pdf.addPage(size).drawImage(await pdf.embedJpg(jpeg), { ...place, ...drawn });
  }
  return await pdf.save();
}
