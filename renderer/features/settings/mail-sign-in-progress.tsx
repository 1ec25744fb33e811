import { Button, Loader } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './mail-form.module.css';

interface MailSignInProgressProps {
  readonly onAgain: () => void;
  readonly onCancel: () => void;
}

/** While the person is in the browser: what to do, whatever became of its window. */
export function MailSignInProgress({ onAgain, onCancel }: MailSignInProgressProps) {
  const { t } = useTranslation();
  return (
    <div className={classes['progress']} role="status">
      <Loader size={16} />
      <p>{t('settings.mailSignInWaiting')}</p>
      <Button size="xs" onClick={onAgain}>
        {t('settings.mailSignInBeginAgain')}
      </Button>
      <Button size="xs" onClick={onCancel}>
        {t('common.cancel')}
      </Button>
    </div>
  );
}
