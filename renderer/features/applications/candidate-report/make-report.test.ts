import { PDFDocument, StandardFonts } from 'pdf-lib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { createTranslator } from '../../../../shared/i18n/translate.js';
import { success } from '../../../../shared/lib/result.js';
import type { ReportSheet } from '../../../../shared/records/report-sheet.js';
import type { Dossier } from '../../../data/dossier-repository.js';
import { rows } from '../testing/list-rows.js';
import type { PartContext } from './candidate-part.js';
import { cleanPdf } from './clean-pdf.js';
import type { FilePages } from './file-pages.js';
import { makeReport } from './make-report.js';

/** Latin letters only: the standard fonts have no others. */
async function pdfOf(...pages: readonly string[]): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  for (const words of pages)
    pdf.addPage([595, 842]).drawText(words.replace(/[^\x20-\xff]/gu, '?'), { x: 60, y: 760, size: 3, font });
  return await pdf.save();
}

const urlOf = (bytes: Uint8Array): string =>
  `data:application/octet-stream;base64,${Buffer.from(bytes).toString('base64')}`;

/** The sheets in plain words, a line each: what is on a page can be read back. */
async function sheetPages(sheet: ReportSheet): Promise<Uint8Array> {
  const words =
    sheet.kind === 'contents'
      ? sheet.entries.map(({ name, note, page }) => `${name}: ${page.toString()} ${note}`)
      : [sheet.place, sheet.name, ...sheet.files.map(({ name, note }) => `${name} ${note}`)];
  const texts = sheet.kind === 'candidate' ? sheet.texts.map(({ text }) => text) : [];
  return await pdfOf(words.join(' | '), ...texts);
}

interface Cv {
  readonly name: string;
  readonly bytes: Uint8Array | null;
  readonly mediaType?: string;
  readonly kind?: 'cv' | 'other';
  readonly applicationId?: string;
}

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** A session whose dossiers hold these files. */
function context(cvs: Readonly<Record<string, readonly Cv[]>>): PartContext {
  const addresses = new Map<string, string>();
  const dossier = (person: string) => ({
    documents: (cvs[person] ?? []).map(
      ({ name, bytes, mediaType = 'application/pdf', kind = 'cv', applicationId = null }, n) => {
        const fileId = `${person}-${n.toString()}`;
        if (bytes !== null) addresses.set(fileId, urlOf(bytes));
        return { fields: { name, fileId, mediaType, kind, applicationId } };
      },
    ),
  });
  const host = {
    fileUrl: (id: string) => addresses.get(id) ?? 'nowhere:',
    call: async (_channel: string, { sheet }: { sheet: ReportSheet }) =>
      success({ url: urlOf(await sheetPages(sheet)), replaced: /\p{Script=Han}/u.test(JSON.stringify(sheet)) }),
  };
  const session = {
    host,
    dossier: (person: string) => ({
      subscribe(listener: (state: { status: 'ready'; value: Dossier }) => void) {
        listener({ status: 'ready', value: dossier(person) as unknown as Dossier });
        return () => undefined;
      },
    }),
  };
  return {
    session: session as unknown as PartContext['session'],
    t: createTranslator('en').t,
    signal: new AbortController().signal,
    common: { language: 'en', date: '2026-11-21', title: 'Candidate report' },
    filePages: pagesInNode,
    linesOf: () => [],
  };
}

/** As the page does it, without its workers and canvases. */
async function pagesInNode(bytes: Uint8Array, mediaType: string): Promise<FilePages> {
  if (mediaType === DOCX) return { kind: 'text', text: new TextDecoder().decode(bytes), cut: false };
  const cleaned = await cleanPdf(bytes);
  return cleaned === null ? { kind: 'none', reason: 'locked' } : { kind: 'pages', ...cleaned };
}

async function make(people: ReturnType<typeof rows>, cvs: Readonly<Record<string, readonly Cv[]>>) {
  const said: string[] = [];
  const onProgress = (at: number, name: string): void => void said.push(`${at.toString()} ${name}`);
  const made = await makeReport(people, { ...context(cvs), lines: [], onProgress });
  if (!made.ok || made.value === null) throw new Error('a report');
  const document = await getDocument({ data: Uint8Array.from(made.value.pdf), verbosity: 0 }).promise;
  const pages: string[] = [];
  for (let n = 1; n <= document.numPages; n++) {
    const { items } = await (await document.getPage(n)).getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(''));
  }
  const bookmarks: string[] = [];
  for (const { title, dest } of await document.getOutline()) {
    const at = Array.isArray(dest) ? await document.getPageIndex(dest[0] as never) : -1;
    bookmarks.push(`${title}: ${(at + 1).toString()}`);
  }
  const { info } = await document.getMetadata();
  await document.destroy();
  return { ...made.value, pages, bookmarks, said, title: (info as { Title?: string }).Title };
}

describe('G-15 Candidate report', () => {
  const people = rows({ name: 'Ebba Ek' }, { name: 'Oskar Alm' }, { name: 'Åsa 李' }, { name: 'Bo Dal' });
  const [ebba, oskar, asa] = people.map(({ person }) => person.id);

  it('holds every candidate’s pages, one after the other, and the contents name the page of each', async () => {
    const other = people[1]?.application.id ?? '';
    const report = await make(people, {
      [ebba ?? '']: [
        { name: 'CV.pdf', bytes: await pdfOf('Ebba one', 'Ebba two') },
        { name: 'Second.pdf', bytes: await pdfOf('Ebba three') },
        { name: 'Contract.pdf', bytes: await pdfOf('not a CV'), kind: 'other' },
        { name: 'Elsewhere.pdf', bytes: await pdfOf('of another application'), applicationId: other },
      ],
      [oskar ?? '']: [{ name: 'CV.docx', bytes: new TextEncoder().encode('Oskar in Word'), mediaType: DOCX }],
      [asa ?? '']: [
        { name: 'locked.pdf', bytes: new TextEncoder().encode('no PDF') },
        { name: 'gone.pdf', bytes: null },
      ],
    });
    const asText = 'The text of the Word file, without its layout';
    const locked = 'Not included: protected by a password';
    const gone = 'Not included: the file is not on this laptop';
    const replaced = 'some characters are shown as question marks';
    expect(report.pages.slice(1)).toEqual([
      '1 / 4 | Ebba Ek | CV.pdf 2 pages | Second.pdf 1 page',
      'Ebba one',
      'Ebba two',
      'Ebba three',
      `2 / 4 | Oskar Alm | CV.docx ${asText}`,
      'Oskar in Word',
      expect.stringContaining(`| locked.pdf ${locked} | gone.pdf ${gone}`),
      '4 / 4 | Bo Dal',
    ]);
    expect(report.pages[0]).toMatch(/Ebba Ek: 2 .*Oskar Alm: 6 CV\.docx: .*: 8 locked\.pdf: .*Bo Dal: 9 No CV/);
    expect(report.bookmarks).toEqual(['Candidate report: 1', 'Ebba Ek: 2', 'Oskar Alm: 6', 'Åsa 李: 8', 'Bo Dal: 9']);
    expect(report.warnings).toEqual([
      { name: 'Oskar Alm', words: [`CV.docx: ${asText}`] },
      { name: 'Åsa 李', words: [`locked.pdf: ${locked}`, `gone.pdf: ${gone}`, replaced] },
      { name: 'Bo Dal', words: ['No CV'] },
    ]);
    expect(report).toMatchObject({ title: 'Candidate report', candidates: 4 });
    expect(report.said).toEqual(['0 Ebba Ek', '1 Oskar Alm', '2 Åsa 李', '3 Bo Dal']);
  });
});
