import type { i18n } from 'i18next';
import { z } from 'zod';
import { plainToRichText } from '../domain/plain-to-rich-text.js';
import type { MailText } from '../domain/plan-mail.js';
import type { Language } from '../records/primitives.js';
import { en } from './catalogues/en/index.js';

/** The text that a mail begins with: `send-email`, one for each type of rejection (R53), … */
export type MailTemplate = keyof (typeof en)['mail'];

/** T5: as a page lists them; last what Fairdesk writes by itself, which EasyCruit has no kind for. */
const ORDER: readonly string[] = [
  'send-email',
  'invite',
  'reject',
  'offer',
  'contract',
  'panel-review',
  'interview-moved',
  'interview-cancelled',
];
const STAGES: readonly string[] = ['review', 'initial', 'first', 'second', 'third'];

/** Every purpose that a text is shipped for, in the order of T5. */
export const MAIL_TEMPLATES = (Object.keys(en.mail) as MailTemplate[]).sort((a, b) => placeOf(a) - placeOf(b));
export const MailTemplateSchema = z.enum(MAIL_TEMPLATES);

function placeOf(template: MailTemplate): number {
  const [action = '', stage = ''] = /^(?:invite|reject)-/.test(template) ? template.split('-') : [template];
  return ORDER.indexOf(action) * 10 + STAGES.indexOf(stage);
}

/** A template in the language of its recipients, merge fields and all; edited before it goes. */
export function shippedMailText(translator: i18n, template: MailTemplate, language: Language): MailText {
  const t = translator.getFixedT(language);
  return { subject: t(`mail.${template}.subject`), contents: plainToRichText(t(`mail.${template}.contents`)) };
}
