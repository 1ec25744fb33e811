import { describe, expect, it } from 'vitest';
import { InterviewReminder } from '../records/interview-reminder.js';
import { MailTemplateText } from '../records/mail-template.js';
import { MOST_SMS_SEGMENTS, mergeSms, reminderMail } from './interview-reminder.js';
import { renderContents } from './message-text.js';
import { plainToRichText } from './plain-to-rich-text.js';

const REMINDER: InterviewReminder = {
  option: 'sms-and-email',
  daysBefore: 2,
  subject: 'Tomorrow',
  contents: plainToRichText('Hi {given-name},\n\nuntil {interviewtime}.'),
  signature: '{recruiter-name}\n{company}',
  sms: 'Hi {given-name}, until {interviewtime}.',
};
const VALUES = { 'given-name': 'Kim', interviewtime: '10:00', 'recruiter-name': 'Maja', company: 'Norrvik' };

describe('what a reminder begins with', () => {
  it('R76, R78 is one of four options, 1, 2, 3, 5 or 7 days before', () => {
    const isOne = (change: Readonly<Record<string, unknown>>): boolean =>
      InterviewReminder.safeParse({ ...REMINDER, ...change }).success;
    expect(['none', 'email', 'sms', 'sms-and-email', 'telephone'].map((option) => isOne({ option }))).toEqual([
      true,
      true,
      true,
      true,
      false,
    ]);
    expect([0, 1, 2, 3, 4, 5, 6, 7, 8].filter((daysBefore) => isOne({ daysBefore }))).toEqual([1, 2, 3, 5, 7]);
  });

  it('R82 by email has its signature under the contents; without one it ends with them', () => {
    const text = (reminder: InterviewReminder): string => renderContents(reminderMail(reminder).contents, VALUES).text;
    expect(text(REMINDER)).toBe('Hi Kim,\n\nuntil 10:00.\n\nMaja\nNorrvik');
    expect(text({ ...REMINDER, signature: ' ' })).toBe('Hi Kim,\n\nuntil 10:00.');
  });

  it('C32 by SMS is as long as it is after merging', () => {
    expect(mergeSms(REMINDER.sms, VALUES)).toMatchObject({ text: 'Hi Kim, until 10:00.', units: 20, segments: 1 });
    expect(mergeSms('{given-name}', { 'given-name': 'Łukasz' })).toMatchObject({ encoding: 'ucs-2', foreign: ['Ł'] });
    expect(mergeSms('{nobody} {confirmlink}', VALUES)).toMatchObject({
      unknown: ['nobody'],
      unfilled: ['confirmlink'],
    });
    const long = 'a'.repeat(153 * MOST_SMS_SEGMENTS);
    expect([mergeSms(long, {}).tooLong, mergeSms(`${long}a`, {}).tooLong]).toEqual([false, true]);
  });

  it('G-8 a template from before there were reminders is read, and means the shipped one', () => {
    const text = { subject: 'Hi', contents: plainToRichText('Hi') };
    expect(MailTemplateText.parse(text)).toEqual({ ...text, reminder: null });
  });
});
