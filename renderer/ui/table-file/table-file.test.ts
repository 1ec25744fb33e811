import { strFromU8, unzipSync } from 'fflate';
import * as fc from 'fast-check';
import papaparse from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { Table } from './table.js';
import { writeCsv } from './write-csv.js';
import { writeXlsx } from './write-xlsx.js';

const ATTACKS = [
  '=HYPERLINK("http://example.com";"click")',
  '+1',
  '-1',
  '@x',
  '\t=1',
  '\r=1',
  ' =1+1',
  '\n=1',
  '=1\n+2',
  '\uFF1D1',
  '|x',
];
const ACTIVE = /^[\s\0\uFEFF]*[=+\-@\uFF0B\uFF0D\uFF1D\uFF20]/u;

function tableOf(...cells: Table['rows'][number]): Table {
  return { heads: cells.map((_, at) => `Head ${at.toString()}`), rows: [cells] };
}

async function readCsv(table: Table, language = 'sv'): Promise<{ readonly text: string; cells: string[] }> {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await writeCsv(table, language).arrayBuffer());
  const { data } = papaparse.parse<string[]>(text.slice(1), { delimiter: ';', skipEmptyLines: true });
  return { text, cells: data[1] ?? [] };
}

async function sheetName(words: string): Promise<string> {
  const files = unzipSync(new Uint8Array(await writeXlsx(tableOf(1), words).arrayBuffer()));
  return /<sheet name="(.*?)"/.exec(strFromU8(files['xl/workbook.xml'] ?? new Uint8Array()))?.[1] ?? '';
}

async function readSheet(table: Table): Promise<{ readonly files: string[]; readonly sheet: string }> {
  const files = unzipSync(new Uint8Array(await writeXlsx(table, 'Ansökningar & mer').arrayBuffer()));
  const sheet = files['xl/worksheets/sheet1.xml'] ?? new Uint8Array();
  return { files: Object.keys(files).sort(), sheet: strFromU8(sheet) };
}

/** The texts of the second line. */
function textsIn(sheet: string): string[] {
  const line = /<row r="2">(.*?)<\/row>/su.exec(sheet)?.[1] ?? '';
  return [...line.matchAll(/<t xml:space="preserve">(.*?)<\/t>/gsu)].map(([, text = '']) =>
    text
      .replaceAll('_x000D_', '\r')
      .replaceAll('_x005F_', '_')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&'),
  );
}

describe('the extract as CSV', () => {
  it('X3 no text begins as a formula does', async () => {
    const { cells } = await readCsv(tableOf(...ATTACKS));
    expect(cells).toHaveLength(ATTACKS.length);
    for (const cell of cells) expect(cell).toMatch(/^'/);
  });

  it('X3 nor does any other text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: 'binary' }), { minLength: 2, maxLength: 5 }), async (texts) => {
        const { cells } = await readCsv(tableOf(...texts, 'end'));
        expect(cells).toHaveLength(texts.length + 1);
        for (const cell of cells) expect(cell).not.toMatch(ACTIVE);
      }),
    );
  });

  it('G-15 letters, semicolons, quotes and lines come back as they were', async () => {
    const texts = ['Åsa Öström', 'Jæger Bjørn', 'a;b', 'the "best"', 'two\nlines', 'two\r\nlines', ' '];
    expect((await readCsv(tableOf(...texts))).cells).toEqual(texts);
  });

  it('G-15 is marked as UTF-8, with semicolons, ISO dates, and numbers as the language writes them', async () => {
    const { text } = await readCsv(tableOf('å', { date: '2026-11-18' }, 4.5, 2, null));
    expect(text).toBe('\uFEFFHead 0;Head 1;Head 2;Head 3;Head 4\r\nå;2026-11-18;4,5;2;\r\n');
    expect((await readCsv(tableOf('x', 4.5), 'en')).cells).toEqual(['x', '4.5']);
  });
});

describe('the extract as a workbook', () => {
  it('X3 holds texts, numbers and dates, and no formula, link or part that could run', async () => {
    const { files, sheet } = await readSheet(tableOf(...ATTACKS, 4.5, { date: '2026-11-18' }));
    expect(sheet).not.toMatch(/<f[\s>/]|hyperlink/);
    expect(textsIn(sheet)).toEqual(ATTACKS);
    for (const [, kind] of sheet.matchAll(/<c [^>]*?(?: t="(\w+)")?>/g))
      expect([undefined, 'inlineStr']).toContain(kind);
    expect(files).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'xl/_rels/workbook.xml.rels',
      'xl/styles.xml',
      'xl/workbook.xml',
      'xl/worksheets/sheet1.xml',
    ]);
  });

  it('G-15 letters, markup and what looks like an escaped character come back as they were', async () => {
    const texts = ['Åsa Öström', 'Jæger Bjørn', '</t><f>1</f>', '&amp; "a"', 'two\r\nlines', '_x0041_', ' a '];
    const { sheet } = await readSheet(tableOf(...texts));
    expect(textsIn(sheet)).toEqual(texts);
    expect(sheet).not.toContain('<f>');
  });

  it('G-15 leaves out what XML cannot hold', async () => {
    const { sheet } = await readSheet(tableOf('a\0b\u0008c\uFFFEd'));
    expect(textsIn(sheet)).toEqual(['abcd']);
  });

  it('G-15 dates are dates and numbers are numbers', async () => {
    const { sheet } = await readSheet(tableOf({ date: '2026-11-18' }, 4.5, null, 2));
    expect(sheet).toContain(
      '<c r="A2" s="2"><v>46344</v></c><c r="B2" s="0"><v>4.5</v></c><c r="D2" s="0"><v>2</v></c>',
    );
  });

  it.each([
    ['Trainee: grid/offshore [2026]', 'Trainee- grid-offshore  2026'],
    ["'Ny' anläggning*?", 'Ny&apos; anläggning'],
    ['Trainee elkraft och nätstabilitet i norr', 'Trainee elkraft och nätstabilit'],
    ['Trainee elkraft, nätstabilitet 🌊', 'Trainee elkraft, nätstabilitet'],
    ['History', 'History_'],
    ['[]', '_'],
  ])('G-15 a sheet for %j has a name that Excel takes', async (words, name) => {
    expect((await sheetName(words)).replaceAll("'", '&apos;')).toBe(name);
  });

  it('G-15 columns go on after Z', async () => {
    const { sheet } = await readSheet(tableOf(...Array.from({ length: 28 }, () => 1)));
    expect(sheet).toContain('r="AB2"');
    expect(sheet).toContain('<autoFilter ref="A1:AB2"/>');
  });
});
