import { useTranslation } from 'react-i18next';
import { useShortcut, type Shortcut } from '../state/shortcuts.js';

/** What the keys do to the list of the page. */
export interface ListKeys {
  readonly move: (by: number) => void;
  readonly toggle: () => void;
  readonly tickAll: () => void;
  readonly clear: () => void;
}

/** A list's keys that work anywhere on its page. With the focus in the list there are more. */
export function useListShortcuts({ move, toggle, tickAll, clear }: ListKeys): void {
  const { t } = useTranslation();
  const by = (step: number) => (): void => {
    move(step);
  };
  usePageShortcut('ArrowDown', t('applications.keyNext'), by(1));
  usePageShortcut('ArrowUp', t('applications.keyPrevious'), by(-1));
  usePageShortcut('J', t('applications.keyNext'), by(1));
  usePageShortcut('K', t('applications.keyPrevious'), by(-1));
  usePageShortcut('X', t('applications.keyTick'), toggle);
  usePageShortcut('Mod+A', t('applications.keySelectAll'), tickAll);
  usePageShortcut('Escape', t('applications.clear'), clear);
}

function usePageShortcut(keys: string, label: string, run: Shortcut['run']): void {
  useShortcut({ keys, label, scope: 'page', run });
}
