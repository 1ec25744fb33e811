import type { KnownGroup } from '../../../shared/domain/interview-context.js';
import { wallTimeIn, type Instant } from '../../../shared/lib/time.js';
import { standsAs } from './busy.js';
import { calendarEntries, type CalendarEntry, type InterviewEntry, type InterviewGroup } from './calendar-entries.js';
import type { Roster } from './rows.js';

/** A group interview as the calendar has it. */
export interface GroupEntry extends InterviewEntry {
  readonly group: InterviewGroup;
}

/** The group interviews that have not begun, the earliest first. */
export function groupsAhead(roster: Roster, now: Instant): readonly GroupEntry[] {
  const filter = { from: now, to: Number.POSITIVE_INFINITY, activities: [], recruiterIds: [] };
  return calendarEntries(roster, filter)
    .filter(isGroup)
    .filter(({ startsAt }) => startsAt > now);
}

export function isGroup(entry: CalendarEntry): entry is GroupEntry {
  return entry.kind === 'interview' && entry.group !== null;
}

/** What somebody who joins a group is told of it; null where it was moved or cancelled, or has begun. */
export function knownGroup(roster: Roster, id: string, now: Instant): KnownGroup | null {
  const entry = groupsAhead(roster, now).find((one) => one.id === id);
  if (entry === undefined) return null;
  const { activity: type, people, group, meetingId, startsAt, minutes, place, recruiterIds } = entry;
  const personIds = people.map(({ personId }) => standsAs(roster, personId));
  return { ...group, type, meetingId, startsAt, minutes, place, recruiterIds: [...recruiterIds], personIds };
}

/** What an invitation to it is filled with. */
export function slotOfGroup(entry: GroupEntry, zone: string) {
  const { id, activity: type, group, startsAt, minutes, place, recruiterIds } = entry;
  const { kind, places } = group;
  const joins = { group: id, type, kind, places, arrangement: 'together' } as const;
  return { ...wallTimeIn(zone, startsAt), minutes, place, recruiterIds, joins };
}
