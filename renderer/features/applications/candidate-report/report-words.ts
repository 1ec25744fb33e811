import type { TFunction } from 'i18next';
import type { MessageKey } from '../../../../shared/i18n/translate.js';
import type { FilePages, NotIn } from './file-pages.js';

const REASON_WORDS = {
  locked: 'reports.fileLocked',
  unreadable: 'reports.fileUnreadable',
  'too-slow': 'reports.fileTooSlow',
  'too-large': 'reports.fileTooLarge',
  'no-words': 'reports.fileNoWords',
  missing: 'reports.fileMissing',
} as const satisfies Record<NotIn, MessageKey>;

/** How a file was put into the report, or why it was not. */
export function fileNote(file: FilePages, t: TFunction): string {
  switch (file.kind) {
    case 'pages':
      return t('reports.filePages', { count: file.pages });
    case 'drawn':
      return t('reports.fileDrawn', { count: file.pages });
    case 'text':
      return t(file.cut ? 'reports.fileTextCut' : 'reports.fileText');
    case 'none':
      return t('reports.fileNotIn', { reason: t(REASON_WORDS[file.reason]) });
  }
}

/** What somebody must know who takes the report for the files: null where the pages are the file's own. */
export function fileWarning(file: FilePages, t: TFunction): string | null {
  return file.kind === 'pages' ? null : fileNote(file, t);
}
