import { useTranslation } from 'react-i18next';
import type { ApplicationId } from '../../../shared/records/primitives.js';
import { changeDeletedList, useDeletedList } from '../../state/deleted-list.js';
import { useShortcut, type Shortcut } from '../../state/shortcuts.js';
import { focusDeletedList } from './deleted-list.js';

/** The keys that work anywhere on the page, the same as in All applications. In the list there are more: `list-presses.ts`. */
export function useDeletedShortcuts(ids: readonly ApplicationId[]): void {
  const { t } = useTranslation();
  const move = (by: number) => (): void => {
    focusDeletedList();
    changeDeletedList({ type: 'move', by, ids });
  };
  usePageShortcut('ArrowDown', t('applications.keyNext'), move(1));
  usePageShortcut('ArrowUp', t('applications.keyPrevious'), move(-1));
  usePageShortcut('J', t('applications.keyNext'), move(1));
  usePageShortcut('K', t('applications.keyPrevious'), move(-1));
  usePageShortcut('X', t('applications.keyTick'), () => {
    const { cursor } = useDeletedList.getState();
    if (cursor !== null && ids.includes(cursor)) changeDeletedList({ type: 'toggle', id: cursor });
  });
  usePageShortcut('Mod+A', t('applications.keySelectAll'), () => {
    changeDeletedList({ type: 'tick-all', ids });
  });
  usePageShortcut('Escape', t('applications.clear'), () => {
    changeDeletedList({ type: 'clear' });
  });
}

function usePageShortcut(keys: string, label: string, run: Shortcut['run']): void {
  useShortcut({ keys, label, scope: 'page', run });
}
