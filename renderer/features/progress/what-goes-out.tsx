import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MailAsideProps } from './mail-action.js';
import { MailColumn } from './mail-column.js';
import { namesOf } from './selection-of.js';
import classes from './what-goes-out.module.css';

/** The mail as it leaves, with its files, while it is written: made by the code that makes the mail itself. */
export function WhatGoesOut({ plan, selection, noFiles }: MailAsideProps) {
  const { t } = useTranslation();
  const [shown, setShown] = useState<string | null>(null);
  const language = plan.included[0]?.messages[0]?.message.language;
  return (
    <section className={classes['aside']} aria-label={t('progress.whatGoesOut')}>
      <h3>{t('progress.whatGoesOut')}</h3>
      {language === undefined ? null : (
        <MailColumn
          language={language}
          mails={plan.included.map(({ applicationId, messages }) => ({ key: applicationId, applicationId, messages }))}
          shown={shown}
          onShow={setShown}
          subjectOf={namesOf(selection)}
          noFiles={noFiles}
        />
      )}
    </section>
  );
}
