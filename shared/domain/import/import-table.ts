/** What a column of a file can be filed as, in the order in which a person is written down. */
export const IMPORT_FIELDS = [
  'givenName',
  'familyName',
  'fullName',
  'email',
  'phone',
  'school',
  'street',
  'postcode',
  'city',
  'country',
  'language',
  'note',
] as const;
export type ImportField = (typeof IMPORT_FIELDS)[number];

/** Why a row cannot be read at all, whatever its columns mean. */
export type RowFault = 'too-many-cells' | 'quotes' | 'card-cut-off' | 'card-encoding';

/** One person of a file, as it stands there. */
export interface ImportRow {
  /** From 1, as a spreadsheet counts its rows; of a file of cards, which card it is. */
  readonly number: number;
  /** One for each column. */
  readonly cells: readonly string[];
  readonly fault: RowFault | null;
}

/** A file as rows and columns, before anybody says what the columns mean. */
export interface ImportTable {
  /** As the file heads them. */
  readonly columns: readonly string[];
  readonly rows: readonly ImportRow[];
}

/** For each column what it is filed as; null: it stays out. No field stands twice. */
export type ColumnMapping = readonly (ImportField | null)[];

/** Gives a column a field, or none, and takes the field from whichever column had it. */
export function mapColumn(mapping: ColumnMapping, column: number, field: ImportField | null): ColumnMapping {
  return mapping.map((before, at) => (at === column ? field : field !== null && before === field ? null : before));
}
