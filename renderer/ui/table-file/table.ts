/** A calendar date such as `2026-11-18`, which a spreadsheet can count with. */
export interface DateCell {
  readonly date: string;
}

/** Empty where nothing is known. There is no kind of cell for a formula. */
export type TableCell = string | number | DateCell | null;

/** What is written into a file for a spreadsheet. */
export interface Table {
  readonly heads: readonly string[];
  readonly rows: readonly (readonly TableCell[])[];
}

export const TABLE_KINDS = ['xlsx', 'csv'] as const;
export type TableKind = (typeof TABLE_KINDS)[number];
