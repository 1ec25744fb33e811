import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../../shared/records/primitives.js';
import { Dialog } from '../../ui/dialog.js';
import { createFormats } from '../../ui/formats.js';
import classes from './capture.module.css';
import type { Stand } from './use-stand.js';

interface NoticeDialogProps {
  readonly opened: boolean;
  /** The candidate's, not the screen's. */
  readonly language: Language;
  readonly stand: Stand;
  readonly onClose: () => void;
}

/** What the person agrees to, in the person's own language, to be turned round and read. */
export function NoticeDialog({ opened, language, stand, onClose }: NoticeDialogProps) {
  const { i18n } = useTranslation();
  const t = useMemo(() => i18n.getFixedT(language), [i18n, language]);
  const date = useMemo(() => createFormats(language, stand.zone).calendarDate(stand.until), [language, stand]);
  const organisation = stand.organisation === '' ? t('capture.notice.us') : stand.organisation;
  return (
    <Dialog opened={opened} onClose={onClose} size={640} title={t('capture.notice.title')} lang={language}>
      <div className={classes['noticeText']}>
        <p>{t('capture.notice.who', { organisation })}</p>
        <p>{t('capture.notice.purposeFair')}</p>
        <p>{t('capture.notice.purposeDatabase')}</p>
        <p>{t('capture.notice.until', { date })}</p>
        <p>{t('capture.notice.recipients', { organisation })}</p>
        <p>{t('capture.notice.rights')}</p>
      </div>
    </Dialog>
  );
}
