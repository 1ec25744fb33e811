import { PDFDocument, rgb, setCharacterSpacing, StandardFonts, type PDFFont, type PDFPage, type RGB } from 'pdf-lib';
import type { CvContent, CvRow, CvSection } from './cv-content.js';

const A4 = [595.28, 841.89] as const;
const MARGIN = 62;
const WHEN = 106;
const INK = rgb(0.13, 0.15, 0.16);
const GREY = rgb(0.4, 0.42, 0.42);
const RULE = rgb(0.78, 0.79, 0.77);
/** Fixed, so that the same person gives the same bytes. */
const MADE = new Date(Date.UTC(2026, 0, 1));

interface Look {
  readonly regular: StandardFonts;
  readonly bold: StandardFonts;
  readonly accent: RGB;
  readonly centred: boolean;
}

const LOOKS: readonly [Look, ...Look[]] = [
  { regular: StandardFonts.TimesRoman, bold: StandardFonts.TimesRomanBold, accent: INK, centred: false },
  {
    regular: StandardFonts.Helvetica,
    bold: StandardFonts.HelveticaBold,
    accent: rgb(0.05, 0.35, 0.38),
    centred: false,
  },
  {
    regular: StandardFonts.TimesRoman,
    bold: StandardFonts.HelveticaBold,
    accent: rgb(0.41, 0.25, 0.45),
    centred: true,
  },
];

/** One page, A4, with the fonts that every reader has: about two kilobytes. Equal content gives equal bytes. */
export async function drawCv(content: CvContent): Promise<Uint8Array<ArrayBuffer>> {
  const look = LOOKS[content.look] ?? LOOKS[0];
  const document = await PDFDocument.create({ updateMetadata: false });
  document.setTitle(`CV ${content.name}`);
  document.setLanguage(content.language);
  document.setProducer('Fairdesk');
  document.setCreationDate(MADE);
  document.setModificationDate(MADE);
  const regular = await document.embedFont(look.regular);
  const bold = await document.embedFont(look.bold);
  const heading = await document.embedFont(StandardFonts.HelveticaBold);
  const pen = new Pen(document.addPage([...A4]), { regular, bold, heading }, look);
  pen.head(content);
  for (const section of content.sections) pen.section(section);
  pen.foot(content.footer);
  return Uint8Array.from(await document.save());
}

class Pen {
  readonly #page: PDFPage;
  readonly #fonts: Readonly<Record<'regular' | 'bold' | 'heading', PDFFont>>;
  readonly #look: Look;
  #y = A4[1] - 84;

  constructor(page: PDFPage, fonts: Readonly<Record<'regular' | 'bold' | 'heading', PDFFont>>, look: Look) {
    this.#page = page;
    this.#fonts = fonts;
    this.#look = look;
  }

  head({ name, contact }: CvContent): void {
    this.#line(name, this.#fonts.regular, 25, this.#look.accent);
    this.#y -= 18;
    this.#line(contact, this.#fonts.regular, 10, GREY);
    this.#y -= 12;
  }

  section({ heading, text, rows }: CvSection): void {
    this.#y -= 26;
    this.#page.pushOperators(setCharacterSpacing(1.1));
    this.#text(heading.toUpperCase(), MARGIN, this.#fonts.heading, 8, this.#look.accent);
    this.#page.pushOperators(setCharacterSpacing(0));
    this.#y -= 7;
    const end = { x: A4[0] - MARGIN, y: this.#y };
    this.#page.drawLine({ start: { x: MARGIN, y: this.#y }, end, thickness: 0.6, color: RULE });
    this.#y -= 17;
    if (text !== undefined) this.#paragraph(text, MARGIN);
    for (const row of rows ?? []) this.#row(row);
  }

  foot(text: string): void {
    this.#y = 46;
    this.#line(text, this.#fonts.regular, 8, GREY);
  }

  #row({ when, title, place, text }: CvRow): void {
    this.#text(when, MARGIN, this.#fonts.regular, 10, GREY);
    const left = MARGIN + WHEN;
    if (title !== '') {
      this.#text(title, left, this.#fonts.bold, 10.5, INK);
      // Letter by letter: the width of the whole would count kerning, which is not drawn.
      const widths = Array.from(title, (letter) => this.#fonts.bold.widthOfTextAtSize(letter, 10.5));
      const after = left + widths.reduce((sum, width) => sum + width, 0);
      this.#text(`, ${place}`, after, this.#fonts.regular, 10.5, INK);
      this.#y -= 14.5;
    }
    this.#paragraph(text, left);
    this.#y -= title === '' ? 3 : 6;
  }

  #paragraph(text: string, left: number): void {
    const font = this.#fonts.regular;
    const width = A4[0] - MARGIN - left;
    let line = '';
    for (const word of text.split(' ')) {
      const longer = line === '' ? word : `${line} ${word}`;
      if (font.widthOfTextAtSize(longer, 10.5) > width) {
        this.#text(line, left, font, 10.5, INK);
        this.#y -= 14.5;
        line = word;
      } else line = longer;
    }
    this.#text(line, left, font, 10.5, INK);
    this.#y -= 14.5;
  }

  /** A line of the head or the foot, centred where the look says so. */
  #line(text: string, font: PDFFont, size: number, color: RGB): void {
    const x = this.#look.centred ? (A4[0] - font.widthOfTextAtSize(text, size)) / 2 : MARGIN;
    this.#text(text, x, font, size, color);
  }

  #text(text: string, x: number, font: PDFFont, size: number, color: RGB): void {
    this.#page.drawText(text, { x, y: this.#y, size, font, color });
  }
}
