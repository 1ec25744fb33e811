import type { i18n } from 'i18next';
import { plainToRichText } from '../domain/plain-to-rich-text.js';
import type { MailText } from '../domain/plan-mail.js';
import type { Language } from '../records/primitives.js';
import type { en } from './catalogues/en/index.js';

/** The text that a mail begins with: `send-email`, one for each type of rejection (R53), … */
export type MailTemplate = keyof (typeof en)['mail'];

/** A template in the language of its recipients, merge fields and all; edited before it goes. */
export function shippedMailText(translator: i18n, template: MailTemplate, language: Language): MailText {
  const t = translator.getFixedT(language);
  return { subject: t(`mail.${template}.subject`), contents: plainToRichText(t(`mail.${template}.contents`)) };
}
