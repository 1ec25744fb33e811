import { afterEach, describe, expect, it, vi } from 'vitest';
import { instantAt } from '../../../shared/lib/time.js';
import type { AppointmentEntry } from '../../data/roster/calendar-entries.js';
import { testId } from '../../../shared/testing/change-builders.js';
import { calendarEvents, type CalendarEvent } from './calendar-event.js';
import { wallDate } from './wall-clock.js';
import { pickedSlot, resizedSlot } from './wall-slot.js';

const ZONE = 'Europe/Oslo';
const SPRING = '2026-03-29';
const AUTUMN = '2026-10-25';
const CHANGES = [SPRING, AUTUMN, '2026-03-08', '2026-11-01'];

afterEach(() => {
  vi.unstubAllEnvs();
});

function drawn(date: string, time: string, minutes: number): CalendarEvent {
  const entry: AppointmentEntry = {
    kind: 'appointment',
    id: 'one',
    activity: 'appointment',
    appointmentId: testId(1),
    title: 'Build the stand',
    people: [],
    startsAt: instantAt(ZONE, date, time),
    minutes,
    place: '',
    recruiterIds: [testId(30)],
    vacancyTitle: '',
  };
  const [event] = calendarEvents(ZONE, [entry], null);
  if (event === undefined) throw new Error('it is drawn');
  return event;
}

describe.each(['UTC', 'Europe/Oslo', 'America/New_York'])('an entry resized on a laptop in %s', (system) => {
  it.each(CHANGES)('R93 by its end or its beginning lasts as long as it looks, on %s', (date) => {
    vi.stubEnv('TZ', system);
    const event = drawn(date, '09:00', 30);
    const { start, end } = event;
    expect(resizedSlot(ZONE, event, { start, end: wallDate(date, '10:15') })).toEqual({
      date,
      time: '09:00',
      minutes: 75,
    });
    expect(resizedSlot(ZONE, event, { start: wallDate(date, '08:15'), end })).toEqual({
      date,
      time: '08:15',
      minutes: 75,
    });
    expect(resizedSlot(ZONE, event, { start, end: wallDate(date, '09:00') }).minutes).toBe(15);
  });

  it('R93 through the night in which the clocks change lasts as long as passes', () => {
    vi.stubEnv('TZ', system);
    const short = drawn(SPRING, '00:30', 30);
    expect(resizedSlot(ZONE, short, { start: short.start, end: wallDate(SPRING, '05:00') }).minutes).toBe(210);
    const long = drawn(AUTUMN, '00:30', 30);
    expect(resizedSlot(ZONE, long, { start: long.start, end: wallDate(AUTUMN, '05:00') }).minutes).toBe(330);
    const over = drawn(AUTUMN, '00:30', 330);
    expect(resizedSlot(ZONE, over, { start: wallDate(AUTUMN, '00:00'), end: over.end }).minutes).toBe(360);
  });

  it.each(CHANGES)('R93 what is marked on %s is as long as it looks, half an hour at least', (date) => {
    vi.stubEnv('TZ', system);
    const marked = (start: string, end: string) =>
      pickedSlot(ZONE, { start: wallDate(date, start), end: wallDate(date, end) });
    expect(marked('09:00', '11:00')).toEqual({ date, time: '09:00', minutes: 120 });
    expect(marked('09:00', '09:15')).toEqual({ date, time: '09:00', minutes: 30 });
  });
});
