import { useTranslation } from 'react-i18next';
import { mergeSms } from '../../../shared/domain/interview-reminder.js';
import type { Language } from '../../../shared/records/primitives.js';
import { SmsText } from '../../ui/sms-text.js';
import classes from './reminder.module.css';
import type { Sample } from './sample-values.js';

interface SmsPreviewProps {
  readonly language: Language;
  readonly sms: string;
  readonly sample: Sample;
}

/** C32: the SMS with the example filled in. */
export function SmsPreview({ language, sms, sample: { values } }: SmsPreviewProps) {
  const { t } = useTranslation();
  return (
    <section className={classes['sms']} aria-label={t('templates.smsPreview')}>
      <h3>{t('templates.smsPreview')}</h3>
      <SmsText language={language} text={mergeSms(sms, values).text} />
    </section>
  );
}
