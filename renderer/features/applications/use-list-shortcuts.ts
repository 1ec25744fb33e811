import { useTranslation } from 'react-i18next';
import type { Ranking } from '../../../shared/records/application.js';
import type { ApplicationId, VacancyId } from '../../../shared/records/primitives.js';
import { readList } from '../../state/application-lists.js';
import { useShortcut, type Shortcut } from '../../state/shortcuts.js';
import { classificationWords } from '../../ui/classification-words.js';
import { GRID_ID } from './grid-id.js';
import { clearTicks, moveBy, tickAll, toggleTick } from './list-commands.js';
import { useClassifyShown } from './use-classify-shown.js';

/** The list's keys that work anywhere on the page. With the focus in the table there are more: `grid-keys.ts`. */
export function useListShortcuts(vacancyId: VacancyId, ids: readonly ApplicationId[]): void {
  const { t } = useTranslation();
  const move = (by: number) => (): void => {
    document.getElementById(GRID_ID)?.focus({ preventScroll: true });
    moveBy(vacancyId, ids, by);
  };
  usePageShortcut('ArrowDown', t('applications.keyNext'), move(1));
  usePageShortcut('ArrowUp', t('applications.keyPrevious'), move(-1));
  usePageShortcut('J', t('applications.keyNext'), move(1));
  usePageShortcut('K', t('applications.keyPrevious'), move(-1));
  usePageShortcut('X', t('applications.keyTick'), () => {
    const { cursor } = readList(vacancyId);
    if (cursor !== null && ids.includes(cursor)) toggleTick(vacancyId, cursor);
  });
  const classify = useClassifyShown();
  const rank = (ranking: Ranking | null) => (): void => {
    const { cursor } = readList(vacancyId);
    if (cursor !== null && ids.includes(cursor)) void classify([cursor], { ranking });
  };
  usePageShortcut('1', classificationWords(t, { ranking: 1 }), rank(1));
  usePageShortcut('2', classificationWords(t, { ranking: 2 }), rank(2));
  usePageShortcut('3', classificationWords(t, { ranking: 3 }), rank(3));
  usePageShortcut('0', classificationWords(t, { ranking: null }), rank(null));
  usePageShortcut('Mod+A', t('applications.keySelectAll'), () => {
    tickAll(vacancyId, ids);
  });
  usePageShortcut('Escape', t('applications.clear'), () => {
    clearTicks(vacancyId);
  });
}

function usePageShortcut(keys: string, label: string, run: Shortcut['run']): void {
  useShortcut({ keys, label, scope: 'page', run });
}
