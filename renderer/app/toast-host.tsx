import { useFocusWithin, useHover, useMergedRef } from '@mantine/hooks';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useReached } from '../data/use-reached.js';
import { useShortcut } from '../state/shortcuts.js';
import { clearToast, showToast, useUiStore, type ToastState } from '../state/ui-store.js';
import { Toast } from '../ui/toast.js';
import { undoneWords } from '../ui/undone-words.js';
import { useHeightVariable } from '../ui/use-height-variable.js';
import classes from './toast-host.module.css';

/** Long enough to take something back; what only tells goes sooner. */
const SHOWN_MS = { withUndo: 10_000, plain: 6_000 };

/**
 * Where toasts appear: bottom right, above any docked bar. While the pointer or the focus is on it, it stays. What scrolls
 * reads its height and can be scrolled clear of it.
 */
export function ToastHost() {
  const { t, i18n } = useTranslation();
  const toast = useUiStore((state) => state.toast);
  useToastInLanguage(i18n.language, t('shell.lastAction'));
  const host = useRef<HTMLElement>(null);
  useHeightVariable(host, '--fd-toast');
  const { ref: hoverRef, hovered } = useHover();
  const { ref: focusRef, focused } = useFocusWithin();
  const over = useReached(toast?.until ?? null);
  const held = !over && (hovered || (focused && toast?.undo !== null)); // a button that went takes the focus along unheard
  useEffect(() => {
    if (toast === null || held) return undefined;
    const timer = window.setTimeout(
      () => {
        clearToast(toast.id);
      },
      toast.undo === null ? SHOWN_MS.plain : SHOWN_MS.withUndo,
    );
    return () => {
      window.clearTimeout(timer);
    };
  }, [toast, held]);
  const undo = async (of: ToastState): Promise<void> => {
    clearToast(of.id);
    const answer = await of.undo?.();
    if (answer !== undefined) showToast(undoneWords(t, answer));
  };
  useShortcut(
    toast === null || toast.undo === null || over
      ? null
      : { keys: 'Mod+Z', label: t('common.undo'), scope: 'always', run: () => void undo(toast) },
  );
  return (
    <section
      ref={useMergedRef(host, hoverRef, focusRef)}
      className={classes['host']}
      aria-label={t('shell.notifications')}
      aria-live="polite"
    >
      {toast === null ? null : (
        <Toast
          key={toast.id}
          text={toast.text}
          name={toast.name}
          tone={toast.tone}
          onDismiss={() => {
            clearToast(toast.id);
          }}
          onUndo={toast.undo === null || over ? undefined : () => void undo(toast)}
        />
      )}
    </section>
  );
}

/** Said in another language it goes, as nobody reads it twice; the way back stays, in words of the new one. */
function useToastInLanguage(language: string, words: string): void {
  const shown = useRef(language);
  useEffect(() => {
    if (shown.current === language) return;
    shown.current = language;
    const { toast } = useUiStore.getState();
    if (toast === null) return;
    if (toast.undo === null) clearToast(toast.id);
    else showToast({ ...toast, text: words, name: null });
  }, [language, words]);
}
