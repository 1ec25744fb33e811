/** Why a file has no text that could be searched. */
export const NO_TEXT = ['no-words', 'locked', 'unreadable', 'too-slow', 'too-large', 'picture', 'missing'] as const;
export type NoText = (typeof NO_TEXT)[number];

/** What was read of a file; where `none` says why nothing was, the text is empty. */
export interface FileText {
  readonly text: string;
  readonly none: NoText | null;
}
