import { endOf, type CalendarEntry } from '../../data/roster/calendar-entries.js';
import { toWall } from './wall-clock.js';

/** An entry as the calendar component takes it: its times as the wall shows them. */
export interface CalendarEvent {
  readonly id: string;
  readonly entry: CalendarEntry;
  readonly start: Date;
  readonly end: Date;
}

export function calendarEvent(zone: string, entry: CalendarEntry): CalendarEvent {
  return { id: entry.id, entry, start: toWall(zone, entry.startsAt), end: toWall(zone, endOf(entry)) };
}
