import type { CalendarEntry } from './calendar-entries.js';

/** What an entry is called: its people, or what it is about. */
export function entryName(entry: CalendarEntry): string {
  return entry.kind === 'appointment' ? entry.title : entry.people.map(({ name }) => name).join(', ');
}
