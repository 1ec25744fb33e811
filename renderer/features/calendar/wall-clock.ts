import { instantOnWall, wallTimeIn, type Instant } from '../../../shared/lib/time.js';

/**
 * The calendar component draws a `Date` where the system's own zone puts it; given another zone it is an hour off on days
 * on which the clocks change. So it gets a `Date` whose hands in the system's zone show what the clock on the wall of the
 * organisation's zone shows, and gives such a one back.
 */
export function toWall(zone: string, instant: Instant): Date {
  const { date, time } = wallTimeIn(zone, instant);
  return wallDate(date, time);
}

/** A `Date` that shows a calendar date and a time of day in the system's zone. */
export function wallDate(date: string, time = '00:00'): Date {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return new Date(year, month - 1, day, hour, minute);
}

/** The instant that a `Date` of the calendar component means; null where the organisation's clocks leave that time out. */
export function fromWall(zone: string, wall: Date): Instant | null {
  return instantOnWall(zone, dateOfWall(wall), timeOfWall(wall));
}

/** `2026-11-18` */
export function dateOfWall(wall: Date): string {
  return `${wall.getFullYear().toString().padStart(4, '0')}-${two(wall.getMonth() + 1)}-${two(wall.getDate())}`;
}

/** `09:00` */
export function timeOfWall(wall: Date): string {
  return `${two(wall.getHours())}:${two(wall.getMinutes())}`;
}

function two(value: number): string {
  return value.toString().padStart(2, '0');
}
