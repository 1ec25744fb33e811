import { useTranslation } from 'react-i18next';
import { MOST_SMS_SEGMENTS } from '../../shared/domain/interview-reminder.js';
import { smsLength } from '../../shared/domain/sms-length.js';
import type { Language } from '../../shared/records/primitives.js';
import { useFormats } from './formats.js';
import classes from './sms-text.module.css';

interface SmsTextProps {
  readonly language: Language;
  /** As it is sent. */
  readonly text: string;
}

/** C32: an SMS as it is read, how long it is, and what makes it longer than it looks. */
export function SmsText({ language, text }: SmsTextProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { units, segments, foreign } = smsLength(text);
  return (
    <>
      {text === '' ? null : (
        <p className={classes['bubble']} lang={language}>
          {text}
        </p>
      )}
      <p className={classes['length']} data-long={segments > MOST_SMS_SEGMENTS || undefined}>
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
    </>
  );
}
