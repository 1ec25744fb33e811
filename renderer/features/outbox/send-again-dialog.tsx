import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { MessageRow } from '../../data/roster/rows.js';
import { Dialog } from '../../ui/dialog.js';
import classes from './send-again-dialog.module.css';

const NAMED = 8;

interface SendAgainDialogProps {
  readonly opened: boolean;
  readonly rows: readonly MessageRow[];
  readonly onClose: () => void;
  readonly onConfirm: () => void;
}

/** The one way in which a person could get the same mail twice, said before it is taken. */
export function SendAgainDialog({ opened, rows, onClose, onConfirm }: SendAgainDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog opened={opened} onClose={onClose} title={t('outbox.againTitle')}>
      <div className={classes['question']}>
        <p>{t('outbox.againText', { count: rows.length })}</p>
        <ul>
          {rows.slice(0, NAMED).map(({ id, toName, toAddress }) => (
            <li key={id}>
              <b>{toName}</b> {toAddress}
            </li>
          ))}
          {rows.length > NAMED ? <li>{t('outbox.more', { count: rows.length - NAMED })}</li> : null}
        </ul>
        <div className={classes['actions']}>
          <Button data-autofocus onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button variant="filled" onClick={onConfirm}>
            {t('outbox.againDo')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
