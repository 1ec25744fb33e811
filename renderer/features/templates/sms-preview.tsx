import { useTranslation } from 'react-i18next';
import { mergeSms } from '../../../shared/domain/interview-reminder.js';
import type { Language } from '../../../shared/records/primitives.js';
import { useFormats } from '../../ui/formats.js';
import classes from './reminder.module.css';
import type { Sample } from './sample-values.js';

interface SmsPreviewProps {
  readonly language: Language;
  readonly sms: string;
  readonly sample: Sample;
}

/** C32: the SMS with the example filled in, how long it is then, and what makes it longer than it looks. */
export function SmsPreview({ language, sms, sample: { values } }: SmsPreviewProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { text, units, segments, foreign, tooLong } = mergeSms(sms, values);
  return (
    <section className={classes['sms']} aria-label={t('templates.smsPreview')}>
      <h3>{t('templates.smsPreview')}</h3>
      {text === '' ? null : (
        <p className={classes['bubble']} lang={language}>
          {text}
        </p>
      )}
      <p className={classes['length']} data-long={tooLong || undefined}>
        {t('templates.smsLength', { units, segments })}
      </p>
      {foreign.length === 0 ? null : (
        <p className={classes['length']}>
          {t('templates.smsForeign', {
            letters: formats.list(foreign.map((letter) => `“${letter}”`)),
            count: foreign.length,
          })}
        </p>
      )}
    </section>
  );
}
