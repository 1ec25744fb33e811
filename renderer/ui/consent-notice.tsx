import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../shared/records/primitives.js';
import classes from './consent-notice.module.css';
import { createFormats, useFormats } from './formats.js';

interface ConsentNoticeProps {
  /** The candidate's, not the screen's. */
  readonly language: Language;
  /** Of the organisation; empty before it has one. */
  readonly organisation: string;
  /** Calendar date until which the details are kept. */
  readonly until: string;
}

/** What a person agrees to, in the person's own language, to be turned round and read. */
export function ConsentNotice({ language, organisation: named, until }: ConsentNoticeProps) {
  const { i18n } = useTranslation();
  const { zone } = useFormats();
  const t = useMemo(() => i18n.getFixedT(language), [i18n, language]);
  const date = useMemo(() => createFormats(language, zone).calendarDate(until), [language, zone, until]);
  const organisation = named === '' ? t('capture.notice.us') : named;
  return (
    <div className={classes['notice']} lang={language}>
      <p>{t('capture.notice.who', { organisation })}</p>
      <p>{t('capture.notice.purposeFair')}</p>
      <p>{t('capture.notice.purposeDatabase')}</p>
      <p>{t('capture.notice.until', { date })}</p>
      <p>{t('capture.notice.recipients', { organisation })}</p>
      <p>{t('capture.notice.rights')}</p>
    </div>
  );
}
