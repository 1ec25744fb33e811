import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { tagIcon } from './icon-props.js';
import classes from './toast.module.css';

interface ToastProps {
  readonly text: string;
  /** A name within the text, as it stands there. */
  readonly name?: string | null;
  /** Absent where there is nothing to take back. */
  readonly onUndo?: (() => void) | undefined;
  readonly onDismiss: () => void;
  readonly tone?: 'plain' | 'problem';
}

/** What just happened, with the way back. One at a time; the live region around it belongs to the shell. */
export function Toast({ text, name = null, onUndo, onDismiss, tone = 'plain' }: ToastProps) {
  const { t } = useTranslation();
  return (
    <div className={classes['toast']} data-tone={tone}>
      <span>{name === null || name === '' ? text : <Named text={text} name={name} />}</span>
      {onUndo === undefined ? null : (
        <button type="button" onClick={onUndo}>
          {t('common.undo')}
        </button>
      )}
      <button type="button" aria-label={t('shell.hideToast')} title={t('shell.hideToast')} onClick={onDismiss}>
        <IconX {...tagIcon} />
      </button>
    </div>
  );
}

function Named({ text, name }: { readonly text: string; readonly name: string }) {
  const at = text.indexOf(name);
  if (at < 0) return text;
  return (
    <>
      {text.slice(0, at)}
      <bdi className={classes['name']} title={name}>
        {name}
      </bdi>
      {text.slice(at + name.length)}
    </>
  );
}
