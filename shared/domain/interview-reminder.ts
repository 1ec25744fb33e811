import type { InterviewReminder } from '../records/interview-reminder.js';
import { fillTemplate, type FieldValues, type Piece } from './merge-fields.js';
import { plainToRichText } from './plain-to-rich-text.js';
import type { MailText } from './plan-mail.js';
import { smsLength, type SmsLength } from './sms-length.js';

/** Nobody reads a longer one, and each part of it is paid for (G-8: its length is limited after merging). */
export const MOST_SMS_SEGMENTS = 3;

/** R82: a reminder by email as any other mail, its signature the last lines of the contents. */
export function reminderMail({
  subject,
  contents,
  signature,
}: Pick<InterviewReminder, 'subject' | 'contents' | 'signature'>): MailText {
  return { subject, contents: { ...contents, content: [...contents.content, ...plainToRichText(signature).content] } };
}

export interface MergedSms extends SmsLength {
  readonly text: string;
  /** Offsets into `text` of what came from the records. */
  readonly merged: readonly { readonly start: number; readonly end: number }[];
  readonly unknown: readonly string[];
  /** An SMS holds no links: a field that is some cannot be filled in. */
  readonly unfilled: readonly string[];
  readonly tooLong: boolean;
}

/** The text of an SMS for one recipient, and how long it is then (C32). */
export function mergeSms(template: string, values: FieldValues): MergedSms {
  const { pieces, unknown, unfilled } = fillTemplate(template, values);
  const whole = pieces.map((piece) => piece.text).join('');
  const text = whole.trim();
  const length = smsLength(text);
  return {
    text,
    merged: mergedIn(pieces, whole.length - whole.trimStart().length, text.length),
    unknown,
    unfilled,
    tooLong: length.segments > MOST_SMS_SEGMENTS,
    ...length,
  };
}

/** Where the filled pieces stand in the text, `trimmed` letters of which went at its beginning. */
function mergedIn(pieces: readonly Piece[], trimmed: number, length: number): MergedSms['merged'] {
  const merged: { start: number; end: number }[] = [];
  let at = -trimmed;
  for (const piece of pieces) {
    const [start, end] = [Math.max(at, 0), Math.min(at + piece.text.length, length)];
    if (piece.merged && end > start) merged.push({ start, end });
    at += piece.text.length;
  }
  return merged;
}
