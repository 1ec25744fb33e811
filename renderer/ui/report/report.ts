import type { ReactNode } from 'react';
import type { Table, TableCell } from '../table-file/table.js';

export interface ReportColumn {
  readonly name: string;
  /** Figures stand under each other by their last digit. */
  readonly number?: boolean;
  /** What it is called in a file, where the file holds another unit. */
  readonly inFile?: string;
}

/** What stands in a file, and where the screen shows something else, that. */
export type ReportCell = TableCell | { readonly value: TableCell; readonly shown: ReactNode };

/** A table that is shown, printed and saved. The first cell of a row says what the row is about. */
export interface Report {
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly { readonly key: string; readonly cells: readonly ReportCell[] }[];
  /** The sums, in the order of the columns; shown and not saved, so that nobody adds them up twice. */
  readonly totals?: readonly ReportCell[];
}

/** The report as it is written into a file. */
export function reportTable({ columns, rows }: Report): Table {
  return {
    heads: columns.map(({ name, inFile }) => inFile ?? name),
    rows: rows.map(({ cells }) => cells.map(valueOf)),
  };
}

function valueOf(cell: ReportCell): TableCell {
  return typeof cell === 'object' && cell !== null && 'shown' in cell ? cell.value : cell;
}
