import type { AppendLogErrorCode } from '../append-log/open-append-log.js';

export type JournalErrorCode =
  | 'journal/behind'
  | 'journal/different-change-set'
  /** What is to be forgotten here holds own change sets that nobody else has yet. */
  | 'journal/not-sent'
  | 'journal/disk-full'
  | 'journal/write-failed'
  | 'journal/closed'
  | 'keyring/erased';

export const LOG_ERRORS = {
  'log/disk-full': 'journal/disk-full',
  'log/write-failed': 'journal/write-failed',
  'log/closed': 'journal/closed',
} as const satisfies Record<AppendLogErrorCode, JournalErrorCode>;
