import type { InterviewReminder } from '../records/interview-reminder.js';
import { fillTemplate, type FieldValues } from './merge-fields.js';
import { plainToRichText } from './plain-to-rich-text.js';
import type { MailText } from './plan-mail.js';
import { smsLength, type SmsLength } from './sms-length.js';

/** Nobody reads a longer one, and each part of it is paid for (G-8: its length is limited after merging). */
export const MOST_SMS_SEGMENTS = 3;

/** R82: a reminder by email as any other mail, its signature the last lines of the contents. */
export function reminderMail({ subject, contents, signature }: InterviewReminder): MailText {
  return { subject, contents: { ...contents, content: [...contents.content, ...plainToRichText(signature).content] } };
}

export interface MergedSms extends SmsLength {
  readonly text: string;
  readonly unknown: readonly string[];
  /** An SMS holds no links: a field that is some cannot be filled in. */
  readonly unfilled: readonly string[];
  readonly tooLong: boolean;
}

/** The text of an SMS for one recipient, and how long it is then (C32). */
export function mergeSms(template: string, values: FieldValues): MergedSms {
  const { pieces, unknown, unfilled } = fillTemplate(template, values);
  const text = pieces
    .map((piece) => piece.text)
    .join('')
    .trim();
  const length = smsLength(text);
  return { text, unknown, unfilled, tooLong: length.segments > MOST_SMS_SEGMENTS, ...length };
}
