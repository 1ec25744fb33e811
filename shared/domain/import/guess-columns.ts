import { foldText } from '../../lib/fold-text.js';
import { isEmailAddress } from '../email-address.js';
import { COLUMN_WORDS } from './column-words.js';
import { IMPORT_FIELDS, type ColumnMapping, type ImportField } from './import-table.js';

/** Rows that are looked at. */
const SAMPLE = 50;
/** Of the cells that hold anything. */
const MOST = 0.6;
const PHONE = /^[+(]{0,2}\d[\d\s()./-]{5,24}$/;

/** What the columns mean, by what they are called and then by what is in them. A proposal: somebody looks at it. */
export function guessColumns(heads: readonly string[], rows: readonly (readonly string[])[]): ColumnMapping {
  const keys = heads.map(keyOf);
  const guessed: (ImportField | null)[] = heads.map(() => null);
  for (const field of IMPORT_FIELDS) {
    const word = COLUMN_WORDS[field].find((one) => keys.some((key, at) => key === one && guessed[at] === null));
    if (word !== undefined) guessed[keys.findIndex((key, at) => key === word && guessed[at] === null)] = field;
  }
  const sample = rows.slice(0, SAMPLE);
  fillByContent(guessed, sample, 'email', (cell) => isEmailAddress(cell));
  fillByContent(guessed, sample, 'phone', looksLikePhone);
  return guessed;
}

/**
 * Whether the first row heads the columns: one of its cells is a heading that is known, or something stands below it that
 * cannot be one.
 */
export function hasHeads(rows: readonly (readonly string[])[]): boolean {
  const [first, ...rest] = rows.slice(0, SAMPLE);
  if (first === undefined) return false;
  if (first.some((cell) => isEmailAddress(cell.trim()) || looksLikePhone(cell.trim()))) return false;
  const known = new Set(IMPORT_FIELDS.flatMap((field) => COLUMN_WORDS[field]));
  if (first.some((cell) => known.has(keyOf(cell)))) return true;
  return rest.some((row) => row.some((cell) => isEmailAddress(cell.trim()) || looksLikePhone(cell.trim())));
}

function fillByContent(
  guessed: (ImportField | null)[],
  rows: readonly (readonly string[])[],
  field: ImportField,
  fits: (cell: string) => boolean,
): void {
  if (guessed.includes(field)) return;
  const at = guessed.findIndex((taken, column) => {
    const filled = rows.map((row) => row[column]?.trim() ?? '').filter((cell) => cell !== '');
    return taken === null && filled.length > 0 && filled.filter(fits).length / filled.length >= MOST;
  });
  if (at !== -1) guessed[at] = field;
}

/** `E-post (privat)` → `epostprivat`. */
function keyOf(head: string): string {
  return foldText(head).replace(/[^\p{L}\p{N}]/gu, '');
}

function looksLikePhone(cell: string): boolean {
  return PHONE.test(cell) && cell.replace(/\D/g, '').length >= 7;
}
