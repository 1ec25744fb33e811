import { z } from 'zod';
import { RichText } from './rich-text.js';

/** R76: what an interview is reminded of with. */
export const REMINDER_OPTIONS = ['none', 'email', 'sms', 'sms-and-email'] as const;
export type ReminderOption = (typeof REMINDER_OPTIONS)[number];

/** R78: calendar days before the interview. */
export const REMINDER_DAYS = [1, 2, 3, 5, 7] as const;
export type ReminderDays = (typeof REMINDER_DAYS)[number];

/** G-8, R75–R82: what the reminder of an interview begins with, in one language. Merge fields stay `{given-name}`. */
export const InterviewReminder = z.object({
  option: z.enum(REMINDER_OPTIONS),
  daysBefore: z.literal(REMINDER_DAYS),
  subject: z.string().max(500),
  contents: RichText,
  /** Lines under the contents; may be empty (C32). */
  signature: z.string().max(2000),
  sms: z.string().max(2000),
});
export type InterviewReminder = z.infer<typeof InterviewReminder>;
