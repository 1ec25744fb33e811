import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeCsv } from '../../ui/table-file/write-csv.js';
import { AS_RECOGNISED, holdFile, IMPORT_LIMITS, readFile, type ReadFile, type ReadOptions } from './open-file.js';
import { readCsv } from './read-csv.js';

const utf8 = (text: string): number[] => [...new TextEncoder().encode(text)];
const utf16le = (text: string): number[] =>
  Array.from(text).flatMap((letter) => [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8]);
const utf16be = (text: string): number[] =>
  Array.from(text).flatMap((letter) => [letter.charCodeAt(0) >> 8, letter.charCodeAt(0) & 255]);

/** `Namn;Ort⏎Åse Sørby;Tromsø⏎` as Excel saves it on a Norwegian laptop. */
// prettier-ignore
const WINDOWS = [
  0x4e, 0x61, 0x6d, 0x6e, 0x3b, 0x4f, 0x72, 0x74, 0x0d, 0x0a,
  0xc5, 0x73, 0x65, 0x20, 0x53, 0xf8, 0x72, 0x62, 0x79, 0x3b, 0x54, 0x72, 0x6f, 0x6d, 0x73, 0xf8, 0x0d, 0x0a,
];
const LINES = 'Namn;Ort\r\nÅse Sørby;Tromsø\r\n';

async function read(bytes: readonly number[], options: Partial<ReadOptions> = {}): Promise<ReadFile> {
  const answer = await readFile({ name: 'people', bytes: Uint8Array.from(bytes) }, { ...AS_RECOGNISED, ...options });
  if (!answer.ok) throw new Error(answer.code);
  return answer.value;
}

async function refusalOf(bytes: readonly number[]): Promise<string> {
  const answer = await readFile({ name: 'people.csv', bytes: Uint8Array.from(bytes) }, AS_RECOGNISED);
  return answer.ok ? 'none' : [answer.code, answer.detail].filter(Boolean).join(' ');
}

describe('readFile', () => {
  it.each([
    ['utf-8', 'UTF-8', utf8(LINES)],
    ['utf-8', 'UTF-8 with its mark', [0xef, 0xbb, 0xbf, ...utf8(LINES)]],
    ['utf-16le', 'UTF-16 as Excel saves Unicode text', [0xff, 0xfe, ...utf16le(LINES)]],
    ['utf-16be', 'UTF-16, the other way round', [0xfe, 0xff, ...utf16be(LINES)]],
    ['windows-1252', 'Windows-1252', WINDOWS],
  ] as const)('recognises %s in bytes of %s', async (encoding, _, bytes) => {
    const file = await read(bytes);
    expect(file.encoding).toBe(encoding);
    expect(file.table.columns).toEqual(['Namn', 'Ort']);
    expect(file.table.rows.map(({ cells }) => cells)).toEqual([['Åse Sørby', 'Tromsø']]);
  });

  it('reads it otherwise when somebody says so', async () => {
    const { table } = await read(utf8('Namn\nSørby,x\n'), { encoding: 'windows-1252', separator: ',', heads: false });
    expect(table.rows).toMatchObject([{ cells: ['Namn', ''] }, { cells: ['SÃ¸rby', 'x'] }]);
  });

  it.each([
    [';', 'Name;Email\nEbba;ebba@example.com'],
    [',', 'Name,Email\n"Norrlander, Ebba",ebba@example.com'],
    ['\t', 'Name\tEmail\nEbba, of Umeå; Sweden\tebba@example.com'],
    [';', 'sep=;\nName;Email\nEbba, Norrlander;ebba@example.com'],
    [';', 'Name;Note\nEbba;likes a, b, c\nOskar;likes d'],
  ])('recognises the separator %j', async (separator, text) => {
    const file = await read(utf8(text));
    expect(file).toMatchObject({ kind: 'csv', separator, heads: true });
    expect(file.table.columns).toHaveLength(2);
  });

  it('reads quotes, quotes in quotes and lines in quotes, and counts rows as a spreadsheet does', async () => {
    const { table } = await read(utf8('Name;Note\r\n"Ebba ""E"" N";"two\nlines; one cell"\r\n\r\nOskar;x'));
    expect(table.rows).toEqual([
      { number: 2, cells: ['Ebba "E" N', 'two\nlines; one cell'], fault: null },
      { number: 4, cells: ['Oskar', 'x'], fault: null },
    ]);
  });

  it('fills up a short row, and keeps a long one whole with its fault', async () => {
    const { table } = await read(utf8('Name;Email\nEbba\nOskar;o@example.com;;\nAlva;a@example.com;surplus'));
    expect(table.rows).toMatchObject([
      { cells: ['Ebba', ''], fault: null },
      { cells: ['Oskar', 'o@example.com'], fault: null },
      { cells: ['Alva', 'a@example.com', 'surplus'], fault: 'too-many-cells' },
    ]);
  });

  it('tells cards by how they begin, and in which letters they are written', async () => {
    const card = [...utf8('BEGIN:VCARD\nVERSION:3.0\nN:S'), 0xf8, ...utf8('rby;\nEND:VCARD\n')];
    expect(await read(card)).toMatchObject({
      kind: 'vcard',
      encoding: 'windows-1252',
      table: { rows: [{ fault: null }] },
    });
  });

  it.each([
    ['an empty file', utf8(' \r\n'), 'import/empty'],
    ['a workbook', [0x50, 0x4b, 0x03, 0x04, 1, 2], 'import/workbook'],
    ['an old workbook', [0xd0, 0xcf, 0x11, 0xe0, 1], 'import/workbook'],
    ['a picture', [0xff, 0xd8, 0xff, 0x00, 0x10], 'import/binary'],
    ['headings and nobody', utf8('Förnamn;E-post\n'), 'import/only-heads'],
    [
      'a quotation mark that is never closed',
      utf8('Name;Email\nEbba;e@example.com\n"Oskar;o@example.com\n'),
      'import/quote-open 3',
    ],
    ['too many rows', utf8(`Email\n${'a@example.com\n'.repeat(IMPORT_LIMITS.rows + 1)}`), 'import/too-many-rows 10001'],
    ['too many columns', utf8(`${'Email;'.repeat(201)}\nEbba`), 'import/too-many-columns 202'],
  ])('refuses %s, with the reason', async (_, bytes, refusal) => {
    expect(await refusalOf(bytes)).toBe(refusal);
  });

  it('says so when a file is too large or cannot be read, and holds its bytes else', async () => {
    const large = new File([], 'people.csv');
    Object.defineProperty(large, 'size', { value: IMPORT_LIMITS.bytes + 1 });
    expect(await holdFile(large)).toMatchObject({ ok: false, code: 'import/too-large' });
    const gone = new File(['a'], 'people.csv');
    gone.arrayBuffer = () => Promise.reject(new Error('gone'));
    expect(await holdFile(gone)).toMatchObject({ ok: false, code: 'import/unreadable' });
    const held = await holdFile(new File(['a'], 'people.csv'));
    expect(held).toMatchObject({ ok: true, value: { name: 'people.csv', bytes: Uint8Array.of(97) } });
  });
});

describe('what our own writer writes', () => {
  const cell = fc
    .string({ unit: fc.constantFrom('a', 'Å', '"', ';', ',', '\n', '\r\n', '\t', ' ', '=', '+', '-', '@', '1', '.') })
    // A text that begins as one that was guarded cannot be told from it.
    .filter((text) => !text.startsWith("'"));

  it('comes back equal, and no row is lost', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 8 }), async (rows) => {
        const file = writeCsv({ heads: ['Name', 'Email', 'Note'], rows }, 'sv');
        const text = new TextDecoder().decode(await file.arrayBuffer());
        const read = readCsv(text, { separator: ';', heads: true });
        const expected = rows.filter((cells) => cells.some((one) => one.trim() !== ''));
        expect(read.ok && read.table.rows.map(({ cells }) => cells)).toEqual(expected);
      }),
    );
  });
});
