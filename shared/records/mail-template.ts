import { z } from 'zod';
import { InterviewReminder } from './interview-reminder.js';
import { LanguageSchema, NameSchema } from './primitives.js';
import { RichText } from './rich-text.js';

/**
 * The text that mails of one purpose begin with in one language, for one department or for all (G-8). Its id follows from
 * all three (`shared/domain/mail-template-id.ts`), so that two laptops that never met mean the same record.
 */
export const MailTemplateText = z.object({
  subject: z.string().max(500),
  contents: RichText,
  /** Of an invitation; null where the shipped one is meant. */
  reminder: InterviewReminder.nullable().default(null),
});
export type MailTemplateText = z.infer<typeof MailTemplateText>;

export const MailTemplate = z.object({
  /** `send-email`, `reject-first`, `own-step-<id>`, … A purpose that this version does not know is kept. */
  purpose: z.string().regex(/^[a-z0-9-]{1,50}$/),
  language: LanguageSchema,
  /** Empty: for all that have none of their own. */
  department: NameSchema.default(''),
  /** Whole, so that no two halves are merged. Null: the one further out, at last the shipped one. */
  text: MailTemplateText.nullable(),
});
export type MailTemplate = z.infer<typeof MailTemplate>;
