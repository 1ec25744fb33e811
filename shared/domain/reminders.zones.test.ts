import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays, dateIn, DAY, daysBetween, HOUR, instantAt, MINUTE, SECOND, wallTimeIn } from '../lib/time.js';
import { REMINDER_DAYS, REMINDER_OPTIONS } from '../records/interview-reminder.js';
import { inSystemZones } from '../testing/in-system-zones.js';
import {
  daysLeft,
  fittingDays,
  LEAST_NOTICE,
  refuseReminder,
  reminderDueAt,
  reminderFits,
  reminderLeaves,
  settleReminder,
  type ReminderSlot,
} from './reminders.js';

/** Each with its own days of summer time, some with half hours, one that skipped a whole date, and one without any. */
const ZONES = [
  'Europe/Stockholm',
  'Europe/London',
  'America/New_York',
  'America/Santiago',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'Africa/Casablanca',
  'America/Asuncion',
  'UTC',
];
const days = fc.constantFrom(...REMINDER_DAYS);

/** Any moment of 2010–2040; every second time within two days of a change of the clocks. */
const slots: fc.Arbitrary<ReminderSlot> = fc
  .record({
    zone: fc.constantFrom(...ZONES),
    anywhere: fc.integer({ min: Date.UTC(2010), max: Date.UTC(2040) }),
    nearChange: fc.boolean(),
    around: fc.integer({ min: -2 * DAY, max: 2 * DAY }),
    before: fc.integer({ min: -HOUR, max: 12 * DAY }),
    undo: fc.constantFrom(0, 30 * SECOND, 300 * SECOND),
  })
  .map(({ zone, anywhere, nearChange, around, before, undo }) => {
    const startsAt = nearChange ? changeAfter(zone, anywhere) + around : anywhere;
    return { zone, startsAt, now: startsAt - before, undo };
  });

/** The next day on which the clocks of a zone change, found by its offset at noon; the day itself where they never do. */
function changeAfter(zone: string, from: number): number {
  const offset = (at: number): number => {
    const { date, time } = wallTimeIn(zone, at);
    return Date.parse(`${date}T${time}Z`) - Math.floor(at / MINUTE) * MINUTE;
  };
  for (let at = from; at < from + 366 * DAY; at += DAY) if (offset(at) !== offset(at + DAY)) return at;
  return from;
}

inSystemZones(() => {
  it('R79, R80, C3 is due at 09:00 on the wall of the organisation, so many dates before the interview’s own', () => {
    fc.assert(
      fc.property(slots, days, (slot, before) => {
        const due = wallTimeIn(slot.zone, reminderDueAt(slot, before));
        const wanted = addDays(dateIn(slot.zone, slot.startsAt), -before);
        // A date that a zone left out has no 09:00: what comes after it does.
        const isThere = dateIn(slot.zone, instantAt(slot.zone, wanted, '12:00')) === wanted;
        fc.pre(isThere);
        expect(due).toEqual({ date: wanted, time: '09:00' });
      }),
    );
  });

  it('R81, C4 fits exactly where the dates between are enough and two hours are left when it leaves', () => {
    fc.assert(
      fc.property(slots, days, (slot, before) => {
        const dates = daysBetween(dateIn(slot.zone, slot.now), dateIn(slot.zone, slot.startsAt));
        expect(daysLeft(slot)).toBe(dates);
        const { at, atOnce } = reminderLeaves(slot, before);
        expect(reminderFits(slot, before)).toBe(before <= dates && at + LEAST_NOTICE <= slot.startsAt);
        expect(atOnce).toBe(reminderDueAt(slot, before) < slot.now + slot.undo);
        expect(at).toBeGreaterThanOrEqual(slot.now + slot.undo);
      }),
    );
  });

  it('R81 whatever fits leaves on its own day and is never refused when it leaves in time', () => {
    fc.assert(
      fc.property(slots, (slot) => {
        for (const before of fittingDays(slot)) {
          const { at } = reminderLeaves(slot, before);
          expect(refuseReminder({ ...slot, now: at })).toBeNull();
          expect(at).toBeLessThan(slot.startsAt);
        }
      }),
    );
  });

  it('C5 what fits is all up to the largest, and a template’s becomes that one, or none', () => {
    fc.assert(
      fc.property(slots, days, fc.constantFrom(...REMINDER_OPTIONS), fc.boolean(), (slot, before, option, sms) => {
        const fitting = fittingDays(slot);
        expect(fitting).toEqual(REMINDER_DAYS.slice(0, fitting.length));
        const shown = settleReminder({ option: null, daysBefore: null }, { option, daysBefore: before }, slot, sms);
        if (shown.option !== 'none') expect(fitting).toContain(shown.daysBefore);
        if (shown.option !== 'none') expect(shown.daysBefore).toBe(Math.min(before, fitting.at(-1) ?? 0));
        if (fitting.length === 0) expect(shown.option).toBe('none');
        if (shown.insteadOf !== null) expect(fitting).not.toContain(before);
      }),
    );
  });

  it('C5 whoever moves an interview later never loses a day that could be chosen', () => {
    fc.assert(
      fc.property(slots, fc.integer({ min: 0, max: 10 }), (slot, more) => {
        const later = { ...slot, startsAt: slot.startsAt + more * DAY + 2 * HOUR };
        expect(fittingDays(later).length).toBeGreaterThanOrEqual(fittingDays(slot).length);
      }),
    );
  });
});
