import { guessColumns } from '../../../shared/domain/import/guess-columns.js';
import { IMPORT_FIELDS, type ColumnMapping, type ImportTable } from '../../../shared/domain/import/import-table.js';
import { readVcards } from '../../../shared/domain/import/read-vcards.js';
import { failure, success, type Result } from '../../../shared/lib/result.js';
import { decodeNamed, decodeText, detectEncoding, type Encoding } from './decode-text.js';
import type { CsvOptions, Separator } from './csv-options.js';

/** What one import takes; a file that is larger is divided by whoever has it. */
export const IMPORT_LIMITS = { bytes: 50_000_000, rows: 10_000, columns: 200 } as const;

export interface ReadOptions extends CsvOptions {
  readonly encoding: Encoding | null;
}

/** What is told from the file until somebody says otherwise. */
export const AS_RECOGNISED: ReadOptions = { encoding: null, separator: null, heads: null };

/** A file as it is held in memory, and nowhere else. */
export interface HeldFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export type ReadFile = {
  readonly encoding: Encoding;
  readonly table: ImportTable;
  readonly guessed: ColumnMapping;
} & (
  | { readonly kind: 'csv'; readonly separator: Separator; readonly heads: boolean }
  /** `ignored`: properties of the cards that are not taken over. */
  | { readonly kind: 'vcard'; readonly ignored: readonly string[] }
);

export type FileProblem =
  | 'import/too-large'
  | 'import/unreadable'
  | 'import/empty'
  | 'import/workbook'
  | 'import/binary'
  | 'import/no-cards'
  | 'import/only-heads'
  | 'import/quote-open'
  | 'import/too-many-rows'
  | 'import/too-many-columns';

/** Takes the bytes of a file into memory, or says why that is no use. */
export async function holdFile(file: File): Promise<Result<HeldFile, FileProblem>> {
  if (file.size > IMPORT_LIMITS.bytes) return failure('import/too-large');
  if (file.size === 0) return failure('import/empty');
  try {
    return success({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
  } catch {
    return failure('import/unreadable'); // moved or taken away while it was dropped
  }
}

/** Reads a held file; `detail` of a failure is the row that it is about. Cards are told by how they begin, whatever the name. */
export async function readFile({ bytes }: HeldFile, options: ReadOptions): Promise<Result<ReadFile, FileProblem>> {
  if (isWorkbook(bytes)) return failure('import/workbook');
  const encoding = options.encoding ?? detectEncoding(bytes);
  const text = decodeText(bytes, encoding);
  if (text.trim() === '') return failure('import/empty');
  if (text.includes('\0')) return failure('import/binary');
  const read = /^\s*BEGIN:VCARD/i.test(text) ? readCards(text, encoding) : await readRows(text, encoding, options);
  if (!read.ok) return read;
  const { rows, columns } = read.value.table;
  if (rows.length > IMPORT_LIMITS.rows) return failure('import/too-many-rows', rows.length.toString());
  if (columns.length > IMPORT_LIMITS.columns) return failure('import/too-many-columns', columns.length.toString());
  return read;
}

function readCards(text: string, encoding: Encoding): Result<ReadFile, FileProblem> {
  const read = readVcards(text, decodeNamed);
  if (!read.ok) return failure(`import/${read.code}`);
  const guessed = read.table.columns.map((column) => IMPORT_FIELDS.find((field) => field === column) ?? null);
  return success({ kind: 'vcard', encoding, table: read.table, guessed, ignored: read.ignored });
}

async function readRows(text: string, encoding: Encoding, options: CsvOptions): Promise<Result<ReadFile, FileProblem>> {
  const { readCsv } = await import('./read-csv.js'); // the parser is fetched only when somebody imports
  const read = readCsv(text, options);
  if (!read.ok) return failure(`import/${read.code}`, read.row.toString());
  const { table, separator, heads } = read;
  if (table.rows.length === 0) return failure('import/only-heads');
  const guessed = guessColumns(
    table.columns,
    table.rows.map(({ cells }) => cells),
  );
  return success({ kind: 'csv', encoding, table, guessed, separator, heads });
}

/** ZIP (XLSX, ODS) and the older compound files (XLS). */
function isWorkbook(bytes: Uint8Array): boolean {
  const starts = [
    [0x50, 0x4b, 0x03, 0x04],
    [0xd0, 0xcf, 0x11, 0xe0],
  ];
  return starts.some((start) => start.every((byte, at) => bytes[at] === byte));
}
