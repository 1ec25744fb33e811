import { REMINDED_AT } from '../../shared/domain/reminders.js';
import type { MessageKey } from '../../shared/i18n/translate.js';
import type { ReminderOption } from '../../shared/records/interview-reminder.js';

/** T4 */
export const REMINDER_WORDS = {
  none: 'interview.reminderNone',
  email: 'interview.reminderEmail',
  sms: 'interview.reminderSms',
  'sms-and-email': 'interview.reminderSmsAndEmail',
} as const satisfies Record<ReminderOption, MessageKey>;

/** C3: the time on the organisation's wall, with the name that people know it by. */
export function reminderClock(zone: string): string {
  return `${REMINDED_AT} (${isCentralEuropean(zone) ? 'CET/CEST' : zone.replaceAll('_', ' ')})`;
}

/** Winter and summer, as British English names them. */
function isCentralEuropean(zone: string): boolean {
  const names = [0, 6].map((month) => {
    const format = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeZoneName: 'short' });
    return format.formatToParts(Date.UTC(2026, month, 15)).find(({ type }) => type === 'timeZoneName')?.value;
  });
  return names.join('/') === 'CET/CEST';
}
