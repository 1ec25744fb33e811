import { useTranslation } from 'react-i18next';
import type { Ranking } from '../../../shared/records/application.js';
import type { ApplicationId, VacancyId } from '../../../shared/records/primitives.js';
import { readList } from '../../state/application-lists.js';
import { useShortcut, type Shortcut } from '../../state/shortcuts.js';
import { classificationWords } from '../../ui/classification-words.js';
import { useListShortcuts } from '../../ui/use-list-shortcuts.js';
import { GRID_ID } from './grid-id.js';
import { clearTicks, moveBy, tickAll, toggleTick } from './list-commands.js';
import { useClassifyShown } from './use-classify-shown.js';

/** The list's keys that work anywhere on the page. With the focus in the table there are more: `grid-keys.ts`. */
export function useApplicationKeys(vacancyId: VacancyId, ids: readonly ApplicationId[]): void {
  const { t } = useTranslation();
  const onCursor = (act: (id: ApplicationId) => void): void => {
    const { cursor } = readList(vacancyId);
    if (cursor !== null && ids.includes(cursor)) act(cursor);
  };
  useListShortcuts({
    move: (by) => {
      document.getElementById(GRID_ID)?.focus({ preventScroll: true });
      moveBy(vacancyId, ids, by);
    },
    toggle: () => {
      onCursor((id) => {
        toggleTick(vacancyId, id);
      });
    },
    tickAll: () => {
      tickAll(vacancyId, ids);
    },
    clear: () => {
      clearTicks(vacancyId);
    },
  });
  const classify = useClassifyShown();
  const rank = (ranking: Ranking | null) => (): void => {
    onCursor((id) => void classify([id], { ranking }));
  };
  usePageShortcut('1', classificationWords(t, { ranking: 1 }), rank(1));
  usePageShortcut('2', classificationWords(t, { ranking: 2 }), rank(2));
  usePageShortcut('3', classificationWords(t, { ranking: 3 }), rank(3));
  usePageShortcut('0', classificationWords(t, { ranking: null }), rank(null));
}

function usePageShortcut(keys: string, label: string, run: Shortcut['run']): void {
  useShortcut({ keys, label, scope: 'page', run });
}
