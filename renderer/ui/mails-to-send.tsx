import { ActionIcon } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlannedMessage } from '../../shared/domain/progress-action.js';
import { icon } from './icon-props.js';
import { MailPage, type ShowMail } from './mail-page.js';
import classes from './mails-to-send.module.css';

interface MailsToSendProps {
  readonly messages: readonly PlannedMessage[];
  readonly show: ShowMail;
}

/** Every mail that would go, one at a time, letter by letter; nothing where none would. */
export function MailsToSend({ messages, show }: MailsToSendProps) {
  const { t } = useTranslation();
  const [at, setAt] = useState(0);
  const planned = messages[at] ?? messages[0];
  if (planned === undefined) return null;
  const { to, subject, html, language } = planned.message;
  const title = t('progress.mailTo', { name: to.name });
  const step = (label: 'previousMail' | 'nextMail', by: number) => (
    <ActionIcon
      size={28}
      aria-label={t(`progress.${label}`)}
      disabled={messages[at + by] === undefined}
      onClick={() => {
        setAt(at + by);
      }}
    >
      {by < 0 ? <IconChevronLeft {...icon} /> : <IconChevronRight {...icon} />}
    </ActionIcon>
  );
  return (
    <section className={classes['mails']} aria-label={title}>
      <header className={classes['head']}>
        <p>
          <bdi>{to.name}</bdi> <span>{to.address}</span>
        </p>
        {messages.length < 2 ? null : (
          <>
            {step('previousMail', -1)}
            {step('nextMail', 1)}
          </>
        )}
      </header>
      <p lang={language}>
        <b>{subject}</b>
      </p>
      <div className={classes['page']}>
        <MailPage html={html} title={title} show={show} />
      </div>
    </section>
  );
}
