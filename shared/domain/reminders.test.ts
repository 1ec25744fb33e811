import { describe, expect, it } from 'vitest';
import { HOUR, instantAt, MINUTE, SECOND } from '../lib/time.js';
import { REMINDER_DAYS } from '../records/interview-reminder.js';
import {
  daysLeft,
  fittingDays,
  isLate,
  refuseReminder,
  reminderDueAt,
  reminderLeaves,
  settleReminder,
  type ReminderSlot,
} from './reminders.js';

const STOCKHOLM = 'Europe/Stockholm';
const at = (wall: string, zone = STOCKHOLM) => {
  const [date = '', time = ''] = wall.split(' ');
  return instantAt(zone, date, time);
};
const slot = (now: string, startsAt: string, zone = STOCKHOLM): ReminderSlot => ({
  startsAt: at(startsAt, zone),
  now: at(now, zone),
  zone,
  undo: 30 * SECOND,
});

describe('when a reminder is due', () => {
  it.each([
    ['2026-11-30 10:00', 2, '2026-11-28 09:00'], // Monday: the Saturday before
    ['2026-11-30 00:00', 1, '2026-11-29 09:00'],
    ['2026-11-30 23:59', 1, '2026-11-29 09:00'],
    ['2026-03-03 10:00', 7, '2026-02-24 09:00'],
    ['2028-03-01 10:00', 1, '2028-02-29 09:00'],
    ['2027-01-02 10:00', 3, '2026-12-30 09:00'],
  ] as const)('R79, R80 of %s, %i calendar days before: %s', (startsAt, days, due) => {
    expect(reminderDueAt({ startsAt: at(startsAt), zone: STOCKHOLM }, days)).toBe(at(due));
  });

  it.each([
    ['2026-03-29 10:00', 1, Date.UTC(2026, 2, 28, 8)], // the clocks go forward between them
    ['2026-03-30 10:00', 1, Date.UTC(2026, 2, 29, 7)], // the morning after that night
    ['2026-10-25 10:00', 1, Date.UTC(2026, 9, 24, 7)], // and back
    ['2026-10-26 10:00', 1, Date.UTC(2026, 9, 25, 8)],
  ] as const)('C3 keeps 09:00 on the wall over both nights of summer time: %s', (startsAt, days, due) => {
    for (const zone of [STOCKHOLM, 'Europe/Copenhagen', 'Europe/Amsterdam', 'Europe/Oslo']) {
      expect(reminderDueAt({ startsAt: at(startsAt, zone), zone }, days)).toBe(due);
    }
  });

  it('C3 takes the interview’s date in the organisation’s zone, whatever day it is in Greenwich', () => {
    const startsAt = Date.UTC(2026, 10, 30, 23, 30); // 1 December in Helsinki
    expect(reminderDueAt({ startsAt, zone: 'Europe/Helsinki' }, 1)).toBe(Date.UTC(2026, 10, 30, 7));
    expect(reminderDueAt({ startsAt, zone: 'Atlantic/Reykjavik' }, 1)).toBe(Date.UTC(2026, 10, 29, 9));
  });
});

describe('what can be chosen', () => {
  it.each([
    ['2026-11-22 08:00', '2026-11-30 10:00', [1, 2, 3, 5, 7]],
    ['2026-11-23 23:00', '2026-11-30 00:30', [1, 2, 3, 5, 7]], // seven dates, six days and a bit
    ['2026-11-24 08:00', '2026-11-30 10:00', [1, 2, 3, 5]],
    ['2026-11-26 08:00', '2026-11-30 10:00', [1, 2, 3]],
    ['2026-11-27 08:00', '2026-11-30 10:00', [1, 2, 3]],
    ['2026-11-29 17:00', '2026-11-30 10:00', [1]],
    ['2026-11-30 00:01', '2026-11-30 23:00', []],
    ['2026-11-29 23:30', '2026-11-30 01:00', []], // a day is left, and less than two hours
    ['2026-12-02 08:00', '2026-11-30 10:00', []],
  ] as const)('R78, R81 on %s for %s: %j', (now, startsAt, days) => {
    expect(fittingDays(slot(now, startsAt))).toEqual(days);
  });

  it.each([
    ['2026-11-28 08:59', false, '2026-11-28 09:00'],
    ['2026-11-28 09:00', true, null],
    ['2026-11-28 21:00', true, null],
    ['2026-11-20 21:00', false, '2026-11-28 09:00'],
  ] as const)('C4 queued on %s: at once %s', (now, atOnce, when) => {
    const asked = slot(now, '2026-11-30 10:00');
    expect(reminderLeaves(asked, 2)).toEqual({ at: when === null ? asked.now + 30 * SECOND : at(when), atOnce });
  });

  it('C4 counts dates and not hours, over a night that has 23 or 25 of them', () => {
    expect(daysLeft(slot('2026-03-28 23:59', '2026-03-29 00:01'))).toBe(1);
    expect(daysLeft(slot('2026-10-24 00:00', '2026-10-26 00:00'))).toBe(2);
    expect(daysLeft(slot('2026-10-25 00:00', '2026-10-25 23:59'))).toBe(0);
  });
});

describe('C5 what a form shows', () => {
  const untouched = { option: null, daysBefore: null };
  const template = { option: 'email', daysBefore: 5 } as const;
  const later = slot('2026-11-20 08:00', '2026-11-30 10:00');
  const soon = slot('2026-11-27 08:00', '2026-11-30 10:00');
  const today = slot('2026-11-30 08:00', '2026-11-30 10:00');

  it('is the template’s as long as that can be met, and while nobody knows the time', () => {
    for (const of of [later, null]) {
      expect(settleReminder(untouched, template, of, true)).toEqual({ ...template, insteadOf: null });
    }
  });

  it('becomes the largest possible, or No reminder for an interview today, and says so', () => {
    expect(settleReminder(untouched, template, soon, true)).toEqual({
      option: 'email',
      daysBefore: 3,
      insteadOf: template,
    });
    expect(settleReminder(untouched, template, today, true)).toEqual({
      option: 'none',
      daysBefore: 5,
      insteadOf: template,
    });
  });

  it('says nothing where the template wants none', () => {
    const none = { option: 'none', daysBefore: 7 } as const;
    expect(settleReminder(untouched, none, soon, true).insteadOf).toBeNull();
  });

  it('never changes what somebody chose', () => {
    for (const of of [later, soon, today]) {
      const chosen = { option: 'sms', daysBefore: 7 } as const;
      expect(settleReminder(chosen, template, of, true)).toEqual({ ...chosen, insteadOf: null });
    }
    expect(settleReminder({ option: null, daysBefore: 7 }, template, soon, true).daysBefore).toBe(7);
  });

  it.each([
    ['sms', 'none'],
    ['sms-and-email', 'email'],
    ['email', 'email'],
    ['none', 'none'],
  ] as const)('R77 without SMS a template with %s begins with %s, and nothing speaks of SMS', (option, shown) => {
    const settled = settleReminder(untouched, { option, daysBefore: 1 }, later, false);
    expect([settled.option, settled.insteadOf]).toEqual([shown, null]);
  });
});

describe('C27 a reminder that is late', () => {
  it('is of use until two hours before, and is refused after that, with the reason', () => {
    const startsAt = 100 * HOUR;
    const when = (now: number) => refuseReminder({ startsAt, now });
    expect([when(0), when(startsAt - 2 * HOUR)]).toEqual([null, null]);
    expect(when(startsAt - 2 * HOUR + 1)).toBe('mail/reminder-too-late');
    expect([when(startsAt), when(startsAt + 1)]).toEqual(['mail/interview-past', 'mail/interview-past']);
  });

  it('R79 counts as late from half an hour on', () => {
    expect([0, 30 * MINUTE, 30 * MINUTE + 1].map((after) => isLate({ holdUntil: 5 }, 5 + after))).toEqual([
      false,
      false,
      true,
    ]);
  });

  it('R78, C2 knows five days and no others', () => {
    expect(REMINDER_DAYS).toEqual([1, 2, 3, 5, 7]);
  });
});
