export const SEPARATORS = [';', ',', '\t'] as const;
export type Separator = (typeof SEPARATORS)[number];

/** What somebody chose; null where it is to be told from the file. */
export interface CsvOptions {
  readonly separator: Separator | null;
  readonly heads: boolean | null;
}
