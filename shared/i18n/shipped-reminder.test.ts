import { describe, expect, it } from 'vitest';
import { mergeSms, reminderMail } from '../domain/interview-reminder.js';
import { GENERAL_FIELDS, INTERVIEW_FIELDS, type FieldValues } from '../domain/merge-fields.js';
import { renderContents, renderSubject } from '../domain/message-text.js';
import { InterviewReminder } from '../records/interview-reminder.js';
import { LANGUAGES } from '../records/primitives.js';
import { shippedReminder } from './shipped-reminder.js';
import { createTranslator } from './translate.js';

const translator = createTranslator('en');
const values: FieldValues = Object.fromEntries(
  [...GENERAL_FIELDS, ...INTERVIEW_FIELDS]
    .filter((field) => field !== 'confirmlink')
    .map((field) => [field, `<${field}>`]),
);

describe('the shipped reminder', () => {
  it.each(LANGUAGES)('R82, C32 in %s is whole: it says when and where, and its SMS is not too long', (language) => {
    const reminder = InterviewReminder.parse(shippedReminder(translator, language));
    const { subject, contents } = reminderMail(reminder);
    const mail = renderContents(contents, values);
    expect([...mail.unknown, ...mail.unfilled, ...renderSubject(subject, values).unknown]).toEqual([]);
    for (const field of ['given-name', 'interviewdate', 'interviewtime', 'address', 'company', 'recruiter-name']) {
      expect(mail.text).toContain(`<${field}>`);
      expect(mergeSms(reminder.sms, values).text).toContain(`<${field}>`);
    }
    expect(mergeSms(reminder.sms, values)).toMatchObject({
      unknown: [],
      unfilled: [],
      tooLong: false,
      encoding: 'gsm-7',
    });
    expect([reminder.option, reminder.daysBefore]).toEqual(['none', 1]);
    expect(JSON.stringify(reminder)).not.toMatch(/'\{|\}'/);
  });

  it('is another one in each language', () => {
    const all = LANGUAGES.map((language) => shippedReminder(translator, language));
    expect(new Set(all.map(({ sms }) => sms)).size).toBe(LANGUAGES.length);
    expect(new Set(all.map(({ subject }) => subject)).size).toBe(LANGUAGES.length);
  });
});
