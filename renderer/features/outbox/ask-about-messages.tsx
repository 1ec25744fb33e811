import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { MessageRow } from '../../data/roster/rows.js';
import { Dialog } from '../../ui/dialog.js';
import classes from './ask-about-messages.module.css';

const NAMED = 8;

interface AskAboutMessagesProps {
  readonly opened: boolean;
  readonly rows: readonly MessageRow[];
  readonly title: string;
  /** What may come of it; the messages follow. */
  readonly text: string;
  readonly note?: string | null;
  readonly confirm: string;
  readonly onClose: () => void;
  readonly onConfirm: () => void;
}

/** Says in which way a person could get the same message twice, before it is taken. */
export function AskAboutMessages({ opened, rows, title, text, note = null, confirm, ...ways }: AskAboutMessagesProps) {
  const { t } = useTranslation();
  return (
    <Dialog opened={opened} onClose={ways.onClose} title={title}>
      <div className={classes['question']}>
        <p>{text}</p>
        <ul>
          {rows.slice(0, NAMED).map(({ id, toName, toAddress }) => (
            <li key={id}>
              <b>{toName}</b> {toAddress}
            </li>
          ))}
          {rows.length > NAMED ? <li>{t('outbox.more', { count: rows.length - NAMED })}</li> : null}
        </ul>
        {note === null ? null : <p>{note}</p>}
        <div className={classes['actions']}>
          <Button data-autofocus onClick={ways.onClose}>
            {t('common.cancel')}
          </Button>
          <Button variant="filled" onClick={ways.onConfirm}>
            {confirm}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
