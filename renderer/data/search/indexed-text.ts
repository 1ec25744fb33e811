/** What a text is. From `application` on it belongs to one application, before that to the whole person. */
export const TEXT_KINDS = ['cv', 'document', 'personNote', 'application', 'applicationNote'] as const;
export type TextKind = (typeof TEXT_KINDS)[number];

/** A text that can be searched. */
export interface IndexedText {
  /** Id of the record that holds it; with the kind it is what a newer version replaces. */
  readonly id: string;
  readonly kind: TextKind;
  /** The person whose dossier it lies in. */
  readonly owner: string;
  readonly text: string;
}

/** A text that is gone. */
export type TextRef = Pick<IndexedText, 'id' | 'kind'>;

/** Whom a hit in a text finds: the application, or the person with all applications. */
export function targetOf({ id, kind, owner }: Omit<IndexedText, 'text'>): string {
  return TEXT_KINDS.indexOf(kind) < TEXT_KINDS.indexOf('application') ? owner : id;
}
