import papaparse from 'papaparse';
import { numberFormat } from '../../../shared/lib/intl-formats.js';
import { FORMULA } from './formula-guard.js';
import type { Table, TableCell } from './table.js';

/**
 * The table as CSV (RFC 4180) as Excel opens it in the Nordic countries: semicolons, a byte order mark, dates as ISO 8601, numbers
 * as the language writes them. A text that could become a formula begins with an apostrophe.
 */
export function writeCsv({ heads, rows }: Table, language: string): Blob {
  const number = numberFormat(language, { useGrouping: false });
  const data = rows.map((row) => row.map((cell) => textOf(cell, number)));
  const csv = papaparse.unparse([[...heads], ...data], { delimiter: ';', newline: '\r\n', escapeFormulae: FORMULA });
  return new Blob([`\uFEFF${csv}\r\n`], { type: 'text/csv;charset=utf-8' });
}

function textOf(cell: TableCell, number: Intl.NumberFormat): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return number.format(cell);
  return typeof cell === 'string' ? cell : cell.date;
}
