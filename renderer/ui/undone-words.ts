import type { TFunction } from 'i18next';
import type { KeptReason } from '../../shared/changes/invert.js';
import { ERROR_WORDS, SAYS_WHAT_IS_SAVED } from '../../shared/i18n/error-words.js';
import type { UndoAnswer } from '../state/ui-store.js';

const KEPT_REASONS = ['already-left', 'changed-since', 'in-use', 'final'] as const satisfies readonly KeptReason[];

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
  const why = KEPT_REASONS.flatMap((reason) => {
    const count = kept.filter((one) => one.reason === reason).length;
    return count === 0 ? [] : [t(`shell.undoneKept.${reason}`, { count })];
  });
  return { text: t('shell.undonePart', { done, why: why.join(', ') }), tone: 'problem' };
}
