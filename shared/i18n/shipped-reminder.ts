import type { i18n } from 'i18next';
import { plainToRichText } from '../domain/plain-to-rich-text.js';
import type { InterviewReminder } from '../records/interview-reminder.js';
import type { Language } from '../records/primitives.js';

/** What the reminder of every interview begins with until somebody writes another one: none is sent unasked. */
export function shippedReminder(translator: i18n, language: Language): InterviewReminder {
  const t = translator.getFixedT(language);
  return {
    option: 'none',
    daysBefore: 1,
    subject: t('templates.reminderText.subject'),
    contents: plainToRichText(t('templates.reminderText.contents')),
    signature: t('templates.reminderText.signature'),
    sms: t('templates.reminderText.sms'),
  };
}
