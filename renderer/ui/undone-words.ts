import type { TFunction } from 'i18next';
import { ERROR_WORDS, SAYS_WHAT_IS_SAVED } from '../../shared/i18n/error-words.js';
import type { UndoAnswer } from '../state/ui-store.js';

/** What a toast says after an undo: all of it, how much of it, or why nothing. */
export function undoneWords(
  t: TFunction,
  answer: UndoAnswer,
): { readonly text: string; readonly tone: 'plain' | 'problem' } {
  if (!answer.ok) {
    const reason = t(ERROR_WORDS[answer.code]);
    if (SAYS_WHAT_IS_SAVED.has(answer.code)) return { text: reason, tone: 'problem' };
    const key = answer.written === undefined ? 'undoFailed' : 'undoFailedPart';
    return { text: t(`shell.${key}`, { reason }), tone: 'problem' };
  }
  const { saved, kept, text } = answer.value;
  if (kept.length === 0) return { text: text ?? t('shell.undone'), tone: 'plain' };
  const done = saved.changeSets.reduce((sum, { changes }) => sum + changes.length, 0);
  return { text: t('shell.undonePart', { done, kept: kept.length }), tone: 'problem' };
}
