import type { Dispatch } from 'react';
import { useTranslation } from 'react-i18next';
import type { LetterId } from '../../../shared/records/primitives.js';
import { useShortcut, type Shortcut } from '../../state/shortcuts.js';
import type { LetterListAction } from './letter-list-state.js';
import { focusLetters } from './letters-list.js';

interface LetterShortcuts {
  readonly ids: readonly LetterId[];
  readonly cursor: LetterId | null;
  readonly hasTicked: boolean;
  readonly isOpen: boolean;
  readonly dispatch: Dispatch<LetterListAction>;
}

/** The keys that work anywhere on the page, the same as in the Outbox. In the list there are more: `list-presses.ts`. */
export function useLetterShortcuts({ ids, cursor, hasTicked, isOpen, dispatch }: LetterShortcuts): void {
  const { t } = useTranslation();
  const move = (by: number) => (): void => {
    focusLetters();
    dispatch({ type: 'move', by, ids });
  };
  usePageShortcut('ArrowDown', t('letters.keyNext'), move(1));
  usePageShortcut('ArrowUp', t('letters.keyPrevious'), move(-1));
  usePageShortcut('J', t('letters.keyNext'), move(1));
  usePageShortcut('K', t('letters.keyPrevious'), move(-1));
  usePageShortcut('X', t('outbox.keyTick'), () => {
    if (cursor !== null && ids.includes(cursor)) dispatch({ type: 'toggle', id: cursor });
  });
  usePageShortcut('Mod+A', t('letters.keySelectAll'), () => {
    dispatch({ type: 'tick-all', ids });
  });
  const back = (): void => {
    dispatch({ type: isOpen ? 'close' : 'clear' });
    focusLetters();
  };
  const label = isOpen ? t('common.close') : t('applications.clear');
  useShortcut(isOpen || hasTicked ? { keys: 'Escape', label, scope: 'page', run: back } : null);
}

function usePageShortcut(keys: string, label: string, run: Shortcut['run']): void {
  useShortcut({ keys, label, scope: 'page', run });
}
