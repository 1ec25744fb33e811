import type { Dispatch } from 'react';
import { useTranslation } from 'react-i18next';
import type { MessageId } from '../../../shared/records/primitives.js';
import { useShortcut, type Shortcut } from '../../state/shortcuts.js';
import type { ListAction } from './list-state.js';
import { LIST_ID } from './outbox-list.js';

interface OutboxShortcuts {
  readonly ids: readonly MessageId[];
  readonly cursor: MessageId | null;
  readonly hasTicked: boolean;
  readonly isOpen: boolean;
  readonly dispatch: Dispatch<ListAction>;
}

/** The keys that work anywhere on the page, the same as in All applications. In the list there are more: `list-presses.ts`. */
export function useOutboxShortcuts({ ids, cursor, hasTicked, isOpen, dispatch }: OutboxShortcuts): void {
  const { t } = useTranslation();
  const move = (by: number) => (): void => {
    focusList();
    dispatch({ type: 'move', by, ids });
  };
  usePageShortcut('ArrowDown', t('outbox.keyNext'), move(1));
  usePageShortcut('ArrowUp', t('outbox.keyPrevious'), move(-1));
  usePageShortcut('J', t('outbox.keyNext'), move(1));
  usePageShortcut('K', t('outbox.keyPrevious'), move(-1));
  usePageShortcut('X', t('outbox.keyTick'), () => {
    if (cursor !== null && ids.includes(cursor)) dispatch({ type: 'toggle', id: cursor });
  });
  usePageShortcut('Mod+A', t('outbox.keySelectAll'), () => {
    dispatch({ type: 'tick-all', ids });
  });
  usePageShortcut('Mod+F', t('outbox.filter'), () =>
    document.querySelector<HTMLElement>('input[data-filter]')?.focus(),
  );
  const back = (): void => {
    dispatch({ type: isOpen ? 'close' : 'clear' });
    focusList();
  };
  const label = isOpen ? t('common.close') : t('applications.clear');
  useShortcut(isOpen || hasTicked ? { keys: 'Escape', label, scope: 'page', run: back } : null);
}

/** The keyboard goes back to the row that it stood on. */
export function focusList(): void {
  document.getElementById(LIST_ID)?.focus({ preventScroll: true });
}

function usePageShortcut(keys: string, label: string, run: Shortcut['run']): void {
  useShortcut({ keys, label, scope: 'page', run });
}
