import { strToU8, zipSync } from 'fflate';
import { daysBetween } from '../../../shared/lib/time.js';
import type { Table, TableCell } from './table.js';
import { STYLES, WORKBOOK_PARTS, XML_HEAD } from './workbook-parts.js';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** Day 0 of a workbook, for every date from March 1900 on (ISO/IEC 29500-1, 18.17.4.1). */
const DAY_ZERO = '1899-12-30';
const WIDEST = 40;
const LONGEST_SHEET_NAME = 31;

/**
 * The table as a workbook of one sheet (ISO/IEC 29500). Every cell is a text in place, a number or a date: no formula, link or
 * name is ever written. Packed at once and not in the library's own workers, which the page's policy refuses.
 */
export function writeXlsx({ heads, rows }: Table, sheetName: string): Blob {
  const lines = [heads.map((head, at) => textCell(head, at, 1, STYLES.head)).join('')];
  for (const [at, row] of rows.entries()) lines.push(row.map((cell, column) => cellOf(cell, column, at + 2)).join(''));
  const last = `${columnName(heads.length - 1)}${(rows.length + 1).toString()}`;
  const sheet = [
    `${XML_HEAD}<worksheet xmlns="${MAIN}">`,
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>',
    '</sheetView></sheetViews>',
    `<cols>${heads.map((head, at) => widthOf(head, at, rows)).join('')}</cols><sheetData>`,
    ...lines.map((line, at) => `<row r="${(at + 1).toString()}">${line}</row>`),
    `</sheetData><autoFilter ref="A1:${last}"/></worksheet>`,
  ].join('');
  const workbook = [
    `${XML_HEAD}<workbook xmlns="${MAIN}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">`,
    `<sheets><sheet name="${escapeXml(sheetNameOf(sheetName))}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  ].join('');
  const parts = { ...WORKBOOK_PARTS, 'xl/workbook.xml': workbook, 'xl/worksheets/sheet1.xml': sheet };
  const files = Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]));
  return new Blob([zipSync(files)], { type: MEDIA_TYPE });
}

/** As Excel takes it: 31 characters, none that means something in a formula, and not the name it keeps for itself. */
function sheetNameOf(words: string): string {
  const name = words
    .replace(/[\\/:]/g, '-')
    .replace(/[[\]]/g, ' ')
    .replace(/[?*\p{C}]/gu, '')
    .slice(0, LONGEST_SHEET_NAME)
    .replace(/[\uD800-\uDBFF]$/, '') // half a character
    .replace(/^['\s]+|['\s]+$/g, '');
  return /^(history)?$/i.test(name) ? `${name}_` : name;
}

function cellOf(cell: TableCell, column: number, row: number): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'string') return textCell(cell, column, row, STYLES.plain);
  if (typeof cell === 'number') return numberCell(cell, column, row, STYLES.plain);
  return numberCell(daysBetween(DAY_ZERO, cell.date), column, row, STYLES.date);
}

function textCell(text: string, column: number, row: number, style: number): string {
  const place = `${columnName(column)}${row.toString()}`;
  return `<c r="${place}" s="${style.toString()}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`;
}

function numberCell(value: number, column: number, row: number, style: number): string {
  return `<c r="${columnName(column)}${row.toString()}" s="${style.toString()}"><v>${value.toString()}</v></c>`;
}

/** `A`, …, `Z`, `AA` of a column counted from 0. */
function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : `${columnName(Math.floor(column / 26) - 1)}${letter}`;
}

/** As wide as its longest words, with room for the button of the filter. */
function widthOf(head: string, column: number, rows: Table['rows']): string {
  let longest = head.length + 3;
  for (const row of rows) {
    const cell = row[column] ?? null;
    longest = Math.max(longest, typeof cell === 'string' ? cell.length : 10);
  }
  const at = (column + 1).toString();
  return `<col min="${at}" max="${at}" width="${Math.min(longest + 1, WIDEST).toString()}" customWidth="1"/>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '_x000D_',
};

/** Without what XML 1.0 cannot hold; `_x0041_` stays these letters and is not read as an escaped character (22.9.2.19). */
function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[&<>"\r]/g, (sign) => ENTITIES[sign] ?? '');
}
