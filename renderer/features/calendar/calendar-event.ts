import type { DayLayoutFunction } from 'react-big-calendar';
import { MINUTE, type Instant } from '../../../shared/lib/time.js';
import { endOf, type CalendarEntry } from '../../data/roster/calendar-entries.js';
import { layOutDay, type Times } from './lay-out-day.js';
import { toWall } from './wall-clock.js';

/** An entry as the calendar component takes it: its times as the wall shows them. */
export interface CalendarEvent {
  readonly id: string;
  readonly entry: CalendarEntry;
  readonly start: Date;
  readonly end: Date;
  /** How many stand side by side where it stands. */
  readonly lanes: number;
}

/** What is shorter is drawn as long as this, so that a line of it can be read. */
const SHORTEST = 15 * MINUTE;
const GAP = 3;

/** Projected once whenever the entries change; many begin at the same time, so each time is projected once. */
export function calendarEvents(zone: string, entries: readonly CalendarEntry[]): CalendarEvent[] {
  const walls = new Map<Instant, Date>();
  const wallOf = (instant: Instant): Date => {
    const there = walls.get(instant);
    if (there !== undefined) return there;
    const wall = toWall(zone, instant);
    walls.set(instant, wall);
    return wall;
  };
  const places = layOutDay(entries.map((entry) => drawn(entry.startsAt, endOf(entry))));
  return entries.map((entry, n) => ({
    id: entry.id,
    entry,
    start: wallOf(entry.startsAt),
    end: wallOf(endOf(entry)),
    lanes: places[n]?.lanes ?? 1,
  }));
}

interface SlotMetrics {
  /** In percent of the day. */
  getRange(start: Date, end: Date): { readonly top: number; readonly height: number };
}

/** Where the entries of one day stand in its column. */
export const layOutEvents: DayLayoutFunction<CalendarEvent> = ({ events, slotMetrics }) => {
  const metrics = slotMetrics as SlotMetrics; // The component's types say nothing of it.
  const places = layOutDay(events.map(({ start, end }) => drawn(start.getTime(), end.getTime())));
  return events.map((event, n) => {
    const { lane, span, lanes } = places[n] ?? { lane: 0, span: 1, lanes: 1 };
    const { top, height } = metrics.getRange(event.start, event.end);
    const gap = lane === 0 ? 0 : GAP;
    const style = {
      top,
      height: `calc(${height}% - 2px)`,
      width: `calc(${(100 * span) / lanes}% - ${gap}px)`,
      xOffset: `calc(${(100 * lane) / lanes}% + ${gap}px)`,
    };
    return { event, style };
  });
};

function drawn(start: number, end: number): Times {
  return { start, end: Math.max(end, start + SHORTEST) };
}
