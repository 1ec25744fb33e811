import { instantAt, MINUTE, type Instant } from '../../../shared/lib/time.js';
import type { RecruiterId } from '../../../shared/records/primitives.js';
import { endOf, type CalendarEntry } from '../../data/roster/calendar-entries.js';
import { dateOfWall, timeOfWall } from './wall-clock.js';

/** A place in the calendar as the wall shows it: `2026-11-18`, `09:00`. */
export interface WallSlot {
  readonly date: string;
  readonly time: string;
  readonly minutes: number;
  /** Only where a column of the day is for one: the room, and whose it becomes. */
  readonly place?: string;
  readonly recruiterIds?: readonly RecruiterId[];
}

/** A stretch of time as the calendar component draws it. */
export interface WallStretch {
  readonly start: Date | string;
  readonly end: Date | string;
}

const SHORTEST = 15;

export function slotAt(start: Date | string, minutes: number): WallSlot {
  const wall = new Date(start);
  return { date: dateOfWall(wall), time: timeOfWall(wall), minutes };
}

/** What was marked in an empty part of the calendar, half an hour at least. */
export function pickedSlot(zone: string, { start, end }: WallStretch): WallSlot {
  return slotAt(start, Math.max(30, minutesBetween(instantOf(zone, start), instantOf(zone, end))));
}

/**
 * An entry one of whose ends was dragged. Its length is counted between instants: in the night in which the clocks change the
 * wall shows an hour more or less than passes. The end that was not dragged is the entry's own, as the wall may show it twice.
 */
export function resizedSlot(
  zone: string,
  { entry, start, end }: { readonly entry: CalendarEntry; readonly start: Date; readonly end: Date },
  to: WallStretch,
): WallSlot {
  const from = isSame(start, to.start) ? entry.startsAt : instantOf(zone, to.start);
  const until = isSame(end, to.end) ? endOf(entry) : instantOf(zone, to.end);
  return slotAt(to.start, Math.max(SHORTEST, minutesBetween(from, until)));
}

function instantOf(zone: string, drawn: Date | string): Instant {
  const wall = new Date(drawn);
  return instantAt(zone, dateOfWall(wall), timeOfWall(wall));
}

function minutesBetween(from: Instant, until: Instant): number {
  return Math.round((until - from) / MINUTE);
}

function isSame(wall: Date, other: Date | string): boolean {
  return wall.getTime() === new Date(other).getTime();
}
