import { useTranslation } from 'react-i18next';
import classes from './toast.module.css';

interface ToastProps {
  readonly text: string;
  /** Absent where there is nothing to take back. */
  readonly onUndo?: (() => void) | undefined;
  readonly tone?: 'plain' | 'problem';
}

/** What just happened, with the way back. One at a time; the live region around it belongs to the shell. */
export function Toast({ text, onUndo, tone = 'plain' }: ToastProps) {
  const { t } = useTranslation();
  return (
    <div className={classes['toast']} data-tone={tone}>
      <span>{text}</span>
      {onUndo === undefined ? null : (
        <button type="button" onClick={onUndo}>
          {t('common.undo')}
        </button>
      )}
    </div>
  );
}
