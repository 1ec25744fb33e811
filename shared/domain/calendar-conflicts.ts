import { MINUTE, type Instant } from '../lib/time.js';
import { clashOf, type Busy, type Clash } from './calendar-warnings.js';

/** Two entries that take the same people or the same room at the same time. The one that begins first stands first. */
export interface CalendarConflict<Entry extends Busy> extends Clash {
  readonly one: Entry;
  readonly other: Entry;
}

/**
 * Every double booking that is not over yet, each pair once, the earliest first. Two laptops may both have booked a free
 * time; each finds the same list from the same entries, whatever it merged when (docs/adr/0037).
 */
export function calendarConflicts<Entry extends Busy>(
  entries: Iterable<Entry>,
  now: Instant,
): readonly CalendarConflict<Entry>[] {
  const coming = [...entries].filter((entry) => endOf(entry) > now).sort(byTime);
  const conflicts: CalendarConflict<Entry>[] = [];
  let running: Entry[] = [];
  for (const entry of coming) {
    running = running.filter((earlier) => endOf(earlier) > entry.startsAt);
    for (const earlier of running) {
      const clash = clashOf(earlier, entry);
      if (clash !== null) conflicts.push({ ...clash, one: earlier, other: entry });
    }
    running.push(entry);
  }
  return conflicts;
}

function byTime(a: Busy, b: Busy): number {
  return a.startsAt - b.startsAt || (a.id < b.id ? -1 : Number(a.id > b.id));
}

function endOf({ startsAt, minutes }: Busy): Instant {
  return startsAt + minutes * MINUTE;
}
