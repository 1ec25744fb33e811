import papaparse from 'papaparse';
import { hasHeads } from '../../../shared/domain/import/guess-columns.js';
import type { ImportRow, ImportTable } from '../../../shared/domain/import/import-table.js';
import { FORMULA } from '../../ui/table-file/formula-guard.js';
import { SEPARATORS, type CsvOptions, type Separator } from './csv-options.js';

export type CsvFile =
  | { readonly ok: true; readonly table: ImportTable; readonly separator: Separator; readonly heads: boolean }
  /** A quotation mark is opened in this row and never closed: everything after it would be one cell. */
  | { readonly ok: false; readonly code: 'quote-open'; readonly row: number };

/** Excel's own word about the separator. */
const SAID = /^sep=(;|,|\t)\r?\n/i;

/** Rows that are looked at to find the separator. */
const SAMPLE = 50;

/** A text as rows and columns (RFC 4180, with any of the separators). Rows without a single letter are none. */
export function readCsv(text: string, options: CsvOptions): CsvFile {
  const said = SAID.exec(text);
  const body = said === null ? text : text.slice(said[0].length);
  const separator = options.separator ?? SEPARATORS.find((one) => one === said?.[1]) ?? guessSeparator(body);
  const parsed = papaparse.parse<string[]>(body, { delimiter: separator });
  const open = parsed.errors.find(({ code }) => code === 'MissingQuotes');
  if (open !== undefined) return { ok: false, code: 'quote-open', row: (open.row ?? 0) + 1 };
  const broken = new Set(parsed.errors.filter(({ code }) => code === 'InvalidQuotes').map(({ row }) => row));
  const rows = parsed.data
    .map((cells, at) => ({ number: at + 1, cells: cells.map(withoutGuard), broken: broken.has(at) }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const heads = options.heads ?? hasHeads(rows.map(({ cells }) => cells));
  return {
    ok: true,
    table: tableOf(rows, heads),
    separator,
    heads,
  };
}

/** With which most of the first rows have equally many cells, and more than one; the library's own guess is led astray by a note. */
function guessSeparator(text: string): Separator {
  const fits = SEPARATORS.map((separator) => {
    const { data, errors } = papaparse.parse<string[]>(text, { delimiter: separator, preview: SAMPLE });
    const widths = data.filter((cells) => cells.length > 1 || cells[0]?.trim() !== '').map(({ length }) => length);
    const alike = (width: number): number => widths.filter((one) => one === width).length;
    const width = widths.reduce((best, one) => (alike(one) > alike(best) ? one : best), 1);
    const broken = errors.filter(({ code }) => code === 'InvalidQuotes').length;
    return { separator, width, rows: width === 1 ? -widths.length : alike(width) - broken };
  });
  return fits.reduce((best, one) =>
    one.rows > best.rows || (one.rows === best.rows && one.width > best.width) ? one : best,
  ).separator;
}

interface Read {
  readonly number: number;
  readonly cells: readonly string[];
  readonly broken: boolean;
}

function tableOf(read: readonly Read[], heads: boolean): ImportTable {
  const [head] = heads ? read : [];
  const rows = heads ? read.slice(1) : read;
  const columns = head?.cells.map((cell) => cell.trim()) ?? Array<string>(widest(rows)).fill('');
  return { columns, rows: rows.map((row) => rowOf(row, columns.length)) };
}

function rowOf({ number, cells, broken }: Read, columns: number): ImportRow {
  const filled = cells.findLastIndex((cell) => cell.trim() !== '') + 1;
  const missing = Array<string>(Math.max(0, columns - cells.length)).fill('');
  const fault = broken ? 'quotes' : filled > columns ? 'too-many-cells' : null;
  return { number, cells: [...cells.slice(0, Math.max(columns, filled)), ...missing], fault };
}

function widest(rows: readonly Read[]): number {
  return rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
}

/** The apostrophe that keeps a text from becoming a formula is none of its letters (see `writeCsv`). */
function withoutGuard(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell;
}
