import type { InterviewAnswer } from '../../../shared/records/interview.js';
import type { CalendarEntry, EntryPerson } from '../../data/roster/calendar-entries.js';

export interface AgendaLine {
  readonly key: string;
  readonly entry: CalendarEntry;
  /** Each applicant of a meeting has a line of his or her own: their answers differ. */
  readonly person: EntryPerson | null;
  readonly accTime: InterviewAnswer | null;
  readonly date: string;
  /** Whether it begins another day than the line above. */
  readonly isFirstOfDay: boolean;
  readonly isFirstOfEntry: boolean;
}

/** The calendar line by line, on the screen and on paper. */
export function agendaLines(
  entries: readonly CalendarEntry[],
  dateOf: (entry: CalendarEntry) => string,
): readonly AgendaLine[] {
  const lines: AgendaLine[] = [];
  for (const entry of entries) {
    const date = dateOf(entry);
    const people =
      entry.kind === 'interview'
        ? entry.people
        : entry.people.length > 0
          ? entry.people.map((person) => ({ ...person, accTime: null }))
          : [null];
    for (const [place, person] of people.entries()) {
      lines.push({
        key: `${entry.id} ${place}`,
        entry,
        person,
        accTime: person?.accTime ?? null,
        date,
        isFirstOfDay: lines.at(-1)?.date !== date,
        isFirstOfEntry: place === 0,
      });
    }
  }
  return lines;
}
