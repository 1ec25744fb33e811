import type { TFunction } from 'i18next';
import { ERROR_WORDS, type ErrorCode } from '../../shared/i18n/error-words.js';
import type { Result } from '../../shared/lib/result.js';
import type { UndoneInWords } from '../state/ui-store.js';

/** What a toast says after an undo: all of it, how much of it, or why nothing. */
export function undoneWords(
  t: TFunction,
  answer: Result<UndoneInWords, ErrorCode>,
): { readonly text: string; readonly tone: 'plain' | 'problem' } {
  if (!answer.ok) return { text: t('shell.undoFailed', { reason: t(ERROR_WORDS[answer.code]) }), tone: 'problem' };
  const { saved, kept, text } = answer.value;
  if (kept.length === 0) return { text: text ?? t('shell.undone'), tone: 'plain' };
  const done = saved.changeSets.reduce((sum, { changes }) => sum + changes.length, 0);
  return { text: t('shell.undonePart', { done, kept: kept.length }), tone: 'problem' };
}
