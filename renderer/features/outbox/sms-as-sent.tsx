import { useTranslation } from 'react-i18next';
import type { Language } from '../../../shared/records/primitives.js';
import { SmsText } from '../../ui/sms-text.js';

interface SmsAsSentProps {
  readonly language: Language;
  readonly text: string;
}

/** C32: the words of an SMS, and how many it is paid for. */
export function SmsAsSent({ language, text }: SmsAsSentProps) {
  const { t } = useTranslation();
  return (
    <section>
      <h3>{t('outbox.exactlySms')}</h3>
      <SmsText language={language} text={text} />
    </section>
  );
}
