import { useFocusWithin, useHover, useMergedRef } from '@mantine/hooks';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { ERROR_WORDS } from '../../shared/i18n/error-words.js';
import { clearToast, showToast, useUiStore, type ToastState } from '../state/ui-store.js';
import { Toast } from '../ui/toast.js';
import classes from './toast-host.module.css';

/** Long enough to take something back; what only tells goes sooner. */
const SHOWN_MS = { withUndo: 10_000, plain: 6_000 };

/** Where toasts appear: bottom right, above any docked bar. While the pointer or the focus is on it, it stays. */
export function ToastHost() {
  const { t } = useTranslation();
  const toast = useUiStore((state) => state.toast);
  const { ref: hoverRef, hovered } = useHover();
  const { ref: focusRef, focused } = useFocusWithin();
  const held = hovered || focused;
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
    if (answer === undefined) return;
    if (answer.ok) showToast({ text: t('shell.undone') });
    else showToast({ text: t('shell.undoFailed', { reason: t(ERROR_WORDS[answer.code]) }), tone: 'problem' });
  };
  return (
    <section
      ref={useMergedRef(hoverRef, focusRef)}
      className={classes['host']}
      aria-label={t('shell.notifications')}
      aria-live="polite"
    >
      {toast === null ? null : (
        <Toast
          key={toast.id}
          text={toast.text}
          tone={toast.tone}
          onUndo={toast.undo === null ? undefined : () => void undo(toast)}
        />
      )}
    </section>
  );
}
