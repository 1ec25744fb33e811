/** What kind of personal detail something is. */
export const DETAIL_KINDS = ['name', 'email', 'link', 'number', 'birth-date', 'address', 'place'] as const;
export type DetailKind = (typeof DETAIL_KINDS)[number];

/** A personal detail in a text: offsets of its first letter and of what follows it. */
export interface Found {
  readonly start: number;
  readonly end: number;
  readonly kind: DetailKind;
}

/** A word of a text, with where it stands and what it is compared by. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly key: string;
}
