/** Why there is no answer in a mail, a file or a text that was pasted. */
export const READ_PROBLEMS = [
  'answer/none',
  'answer/unreadable',
  'answer/too-large',
  'answer/too-slow',
  /** An invitation or another entry of a calendar. */
  'answer/not-a-reply',
  /** Outlook's own format of a mail. */
  'answer/outlook-message',
] as const;
export type ReadProblem = (typeof READ_PROBLEMS)[number];
