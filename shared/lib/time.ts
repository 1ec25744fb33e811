import { Temporal } from 'temporal-polyfill';
import { dateFormat } from './intl-formats.js';

/** Milliseconds since 1970-01-01T00:00:00Z. Every stored time is one; only rules and screens know zones. */
export type Instant = number;

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** The calendar date (`2026-11-18`) of an instant in an IANA zone. */
export function dateIn(zone: string, instant: Instant): string {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).toPlainDate().toString();
}

/** The hour of day, 0–23, of an instant in an IANA zone. */
export function hourIn(zone: string, instant: Instant): number {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).hour;
}

/** The instant at which a calendar date begins in an IANA zone. */
export function startOfDate(zone: string, date: string): Instant {
  return Temporal.PlainDate.from(date).toZonedDateTime(zone).epochMilliseconds;
}

/** When a calendar date begins somewhere on earth, a day off at most: for telling what is far off without asking a calendar. */
export function roughInstant(date: string): Instant {
  return Date.parse(date);
}

/** The instant of a wall-clock time (`09:00`) on a calendar date in an IANA zone. */
export function instantAt(zone: string, date: string, time: string): Instant {
  return Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: zone, plainTime: time }).epochMilliseconds;
}

/** Date and time of day (`2026-11-18`, `09:00`) that a clock on the wall of an IANA zone shows at an instant. */
export function wallTimeIn(zone: string, instant: Instant): { readonly date: string; readonly time: string } {
  const wall = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).toPlainDateTime();
  return { date: wall.toPlainDate().toString(), time: wall.toPlainTime().toString({ smallestUnit: 'minute' }) };
}

/**
 * As `instantAt`, but null for a time that the clocks of the zone leave out that night. Of a time that comes twice it is
 * the first.
 */
export function instantOnWall(zone: string, date: string, time: string): Instant | null {
  const instant = instantAt(zone, date, time);
  return wallTimeIn(zone, instant).time === time ? instant : null;
}

/** The Monday of the week in which a calendar date lies. */
export function mondayOf(date: string): string {
  const day = Temporal.PlainDate.from(date);
  return day.subtract({ days: day.dayOfWeek - 1 }).toString();
}

/** The number of the week (ISO 8601) in which a calendar date lies. */
export function weekNumber(date: string): number {
  return Temporal.PlainDate.from(date).weekOfYear ?? 0;
}

/** A calendar date some days later, or earlier. */
export function addDays(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/** A calendar date some months later; the day is cut to the month's length. */
export function addMonths(date: string, months: number): string {
  return Temporal.PlainDate.from(date).add({ months }).toString();
}

/** Whole calendar days from one date to another; negative when `to` lies before. */
export function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'day' }).days;
}

/** Whether a text is a day of the calendar, written `2026-11-18`. */
export function isCalendarDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    Temporal.PlainDate.from(text, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
}

/** Whether a name is an IANA zone that this machine knows. */
export function isZone(name: string): boolean {
  try {
    Temporal.Now.zonedDateTimeISO(name);
    return true;
  } catch {
    return false;
  }
}

/** A calendar date as it is written out in a language: `18 November 2026`. */
export function dateInWords(language: string, date: string): string {
  const { year, month, day } = Temporal.PlainDate.from(date);
  return dateFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(Date.UTC(year, month - 1, day));
}
