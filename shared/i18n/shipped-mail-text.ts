import type { i18n } from 'i18next';
import type { MailText } from '../domain/plan-mail.js';
import type { Language } from '../records/primitives.js';

/** The text an action begins with, in the language of its recipients, merge fields and all; edited before it goes. */
export function shippedMailText(translator: i18n, action: 'send-email', language: Language): MailText {
  const t = translator.getFixedT(language);
  return { subject: t(`mail.${action}.subject`), contents: t(`mail.${action}.contents`) };
}
