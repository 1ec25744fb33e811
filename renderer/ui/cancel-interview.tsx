import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlannedMessage } from '../../shared/domain/progress-action.js';
import classes from './cancel-interview.module.css';
import foot from './dialog-foot.module.css';
import { useFormats } from './formats.js';
import type { ShowMail } from './mail-page.js';
import { MailsToSend } from './mails-to-send.js';

interface CancelInterviewProps {
  /** Names of those who know of the interview. */
  readonly told: readonly string[];
  /** How many of them cannot be written to. */
  readonly untold: number;
  readonly messages: readonly PlannedMessage[];
  readonly show: ShowMail;
  readonly onBack: () => void;
  readonly onCancel: (wish: { readonly tell: boolean }) => void;
}

/** Before an interview is cancelled that somebody knows of: who that is, and the mails that tell them. */
export function CancelInterview({ told, untold, messages, show, onBack, onCancel }: CancelInterviewProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const [tell, setTell] = useState(true);
  return (
    <div className={classes['form']}>
      <p>{t('interview.cancelTold', { names: formats.list(told) })}</p>
      {messages.length === 0 ? null : (
        <Checkbox
          label={t('interview.tellOff', { count: messages.length })}
          checked={tell}
          onChange={({ currentTarget }) => {
            setTell(currentTarget.checked);
          }}
        />
      )}
      {untold === 0 ? null : <p>{t('calendar.untold', { count: untold })}</p>}
      {tell ? <MailsToSend messages={messages} show={show} /> : null}
      <footer className={foot['foot']}>
        <Button variant="subtle" onClick={onBack}>
          {t('common.back')}
        </Button>
        <Button
          variant="filled"
          color="red"
          data-autofocus
          onClick={() => {
            onCancel({ tell });
          }}
        >
          {t('interview.cancel')}
        </Button>
      </footer>
    </div>
  );
}
