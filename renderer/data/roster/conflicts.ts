import { calendarConflicts } from '../../../shared/domain/calendar-conflicts.js';
import { isOverfull } from '../../../shared/domain/group-places.js';
import type { Instant } from '../../../shared/lib/time.js';
import { busyEntries, sharedNames, type BusyEntry } from './busy.js';
import { groupsAhead, type GroupEntry } from './groups.js';
import type { Roster } from './rows.js';
import { selectWhenChanged } from './select-when-changed.js';

/** Two entries of the calendar that somebody, or a room, cannot both have. */
interface ListedClash {
  readonly kind: 'clash';
  readonly id: string;
  readonly entries: readonly [BusyEntry, BusyEntry];
  /** Names of those who are in both, and of the room. */
  readonly shared: readonly string[];
}

/** A group interview with more people in it than it is for. */
interface OverfullGroup {
  readonly kind: 'overfull';
  readonly id: string;
  readonly entry: GroupEntry;
}

export type ListedConflict = ListedClash | OverfullGroup;

/** What a meeting is, who and what it takes, and what those are called. */
const READ = ['person', 'application', 'interview', 'appointment', 'vacancy', 'recruiter', 'fair'] as const;

/** `conflictsIn` at one time, looked for again only after something came that it reads. */
export function conflictsAt(now: Instant): (roster: Roster) => readonly ListedConflict[] {
  return selectWhenChanged(READ, (roster) => conflictsIn(roster, now));
}

/** The double bookings that are still to come or running, each once, and the groups to come that are overfull, the earliest first. */
export function conflictsIn(roster: Roster, now: Instant): readonly ListedConflict[] {
  const clashes = calendarConflicts(busyEntries(roster, now, Number.POSITIVE_INFINITY), now).map(
    ({ one, other, ...clash }): ListedClash => ({
      kind: 'clash',
      id: `${one.id} ${other.id}`,
      entries: [one, other],
      shared: sharedNames(roster, clash),
    }),
  );
  const overfull = groupsAhead(roster, now).flatMap((entry): OverfullGroup[] =>
    isOverfull(entry.group) ? [{ kind: 'overfull', id: entry.id, entry }] : [],
  );
  return [...clashes, ...overfull].sort((a, b) => beginOf(a) - beginOf(b));
}

function beginOf(conflict: ListedConflict): Instant {
  return conflict.kind === 'clash' ? conflict.entries[0].startsAt : conflict.entry.startsAt;
}
