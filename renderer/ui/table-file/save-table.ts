import { safeFileName } from '../../../shared/lib/file-name.js';
import type { Table, TableKind } from './table.js';

interface SavedTable {
  readonly kind: TableKind;
  /** How numbers are written in a CSV. */
  readonly language: string;
  /** What the sheet of a workbook is called; its first 31 characters are. */
  readonly sheet: string;
  /** Of the file, without its ending; it names nobody. May hold what somebody typed: the file gets a name that can be saved. */
  readonly name: string;
}

/** Saves a table where the browser saves files; no formula in it can run. Either writer is fetched only when somebody wants a file. */
export async function saveTable(table: Table, { kind, language, sheet, name }: SavedTable): Promise<void> {
  const file =
    kind === 'csv'
      ? (await import('./write-csv.js')).writeCsv(table, language)
      : (await import('./write-xlsx.js')).writeXlsx(table, sheet);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = safeFileName(`${name.replace(/[/\\]/g, '-')}.${kind}`);
  link.click();
  // The browser took hold of it with the click; what it holds is not kept in the page any longer.
  URL.revokeObjectURL(link.href);
}
