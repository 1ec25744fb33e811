import type { DayLayoutFunction } from 'react-big-calendar';
import { MINUTE, type Instant } from '../../../shared/lib/time.js';
import type { AppointmentId } from '../../../shared/records/primitives.js';
import { endOf, type CalendarEntry } from '../../data/roster/calendar-entries.js';
import { entriesIn, type DayColumns } from './day-columns.js';
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
  /** The column of the day in which it stands; null where the day has one. */
  readonly column: string | null;
}

/** What is shorter is drawn as long as this, so that a line of it can be read. */
const SHORTEST = 15 * MINUTE;
const GAP = 3;

/** In each column of a day by itself: who stands in two of them is two for the component. */
export function calendarEvents(
  zone: string,
  entries: readonly CalendarEntry[],
  columns: DayColumns | null,
): CalendarEvent[] {
  if (columns === null) return eventsOf(zone, entries, null);
  return columns.columns.flatMap((column) => eventsOf(zone, entriesIn(columns, column, entries), column.id));
}

/** A name that is as long as an interview: what somebody who is dragged in looks like. Where it stands, the component says. */
export function shownDragged(name: string, minutes: number): CalendarEvent {
  const none = { place: '', recruiterIds: [], vacancyTitle: '', people: [] };
  const entry = {
    kind: 'appointment',
    id: '',
    activity: 'appointment',
    appointmentId: '' as AppointmentId,
    title: name,
    startsAt: 0,
    minutes,
    ...none,
  } as const;
  return { id: '', entry, start: new Date(0), end: new Date(minutes * MINUTE), lanes: 1, column: null };
}

/** Projected once whenever the entries change; many begin at the same time, so each time is projected once. */
function eventsOf(zone: string, entries: readonly CalendarEntry[], column: string | null): CalendarEvent[] {
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
    id: column === null ? entry.id : `${entry.id} ${column}`,
    entry,
    start: wallOf(entry.startsAt),
    end: wallOf(endOf(entry)),
    lanes: places[n]?.lanes ?? 1,
    column,
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
