import {
  roomOf,
  slotWarnings,
  type Busy,
  type Clash,
  type Overlap,
  type SlotWarnings,
} from '../../../shared/domain/calendar-warnings.js';
import { hasDeclined, keepsItsTime } from '../../../shared/domain/group-places.js';
import { DAY, type Instant } from '../../../shared/lib/time.js';
import type { PersonId } from '../../../shared/records/primitives.js';
import { calendarEntries, type CalendarEntry, type EntryPerson } from './calendar-entries.js';
import { entryName } from './entry-name.js';
import type { AppointmentRow, InterviewRow, Roster } from './rows.js';

/** An entry with whom and what it takes. */
export type BusyEntry = CalendarEntry & Busy;

/** One that somebody has at the same time, as it is told. */
export interface TakenBy {
  readonly id: string;
  readonly name: string;
  readonly startsAt: Instant;
  /** Who and what is in two places at once: names of recruiters and candidates, and the room. */
  readonly shared: readonly string[];
}

/** The rooms of all fairs. */
export function knownRooms({ fairs }: Pick<Roster, 'fairs'>): readonly string[] {
  return [...new Set([...fairs.values()].flatMap(({ rooms }) => rooms))];
}

/** What one interview or appointment takes; null where it takes nothing, as the one who was invited does not come. */
export function busyRow(
  roster: Pick<Roster, 'people'>,
  rooms: readonly string[],
  row: InterviewRow | AppointmentRow,
): Busy | null {
  if ('accTime' in row && !keepsItsTime([row])) return null;
  const { personId } = row;
  const personIds = personId === null || ('accTime' in row && hasDeclined(row)) ? [] : [standsAs(roster, personId)];
  return { ...row, personIds, room: roomOf(row.place, rooms) };
}

/** The entries of everybody's calendar from one time up to another, with what they take; those that take nothing left out. */
export function busyEntries(roster: Roster, from: Instant, to: Instant): readonly BusyEntry[] {
  const rooms = knownRooms(roster);
  return calendarEntries(roster, { from, to, activities: [], recruiterIds: [] })
    .filter(takesTime)
    .map((entry) => ({
      ...entry,
      personIds: comingTo(entry).map(({ personId }) => standsAs(roster, personId)),
      room: roomOf(entry.place, rooms),
    }));
}

function takesTime(entry: CalendarEntry): boolean {
  if (entry.kind === 'appointment') return true;
  const places = entry.group?.places ?? null;
  return keepsItsTime(entry.people.map(({ accTime }) => ({ accTime, places })));
}

function comingTo(entry: CalendarEntry): readonly EntryPerson[] {
  return entry.kind === 'appointment' ? entry.people : entry.people.filter((one) => !hasDeclined(one));
}

/** What is wanted, without what only the calendar knows of it. */
export interface WantedSlot extends Pick<Busy, 'startsAt' | 'minutes' | 'recruiterIds'> {
  readonly personIds: readonly PersonId[];
  readonly place: string;
  /** The meeting or appointment that is put there; its own entries are not in its way. */
  readonly own: string;
}

/** What should be known of a place in the calendar before something is put there. */
export function warningsAt(roster: Roster, wanted: WantedSlot, now: Instant): SlotWarnings<BusyEntry> {
  return warningsOfRun(roster, [wanted], now);
}

/** The same of several places at once, each entry named once. */
export function warningsOfRun(roster: Roster, run: readonly WantedSlot[], now: Instant): SlotWarnings<BusyEntry> {
  const starts = run.map(({ startsAt }) => startsAt);
  const entries = run.length === 0 ? [] : busyEntries(roster, Math.min(...starts) - DAY, Math.max(...starts) + 2 * DAY);
  const rooms = knownRooms(roster);
  const each = run.map(({ own, place, personIds, ...wanted }) => {
    const others = entries.filter((entry) => ownerOf(entry) !== own);
    const people = personIds.map((id) => standsAs(roster, id));
    return slotWarnings({ ...wanted, id: '', personIds: people, room: roomOf(place, rooms) }, others, now);
  });
  return { past: each.some(({ past }) => past), overlaps: eachEntryOnce(each.flatMap(({ overlaps }) => overlaps)) };
}

function eachEntryOnce(overlaps: readonly Overlap<BusyEntry>[]): readonly Overlap<BusyEntry>[] {
  const once = new Map<string, Overlap<BusyEntry>>();
  for (const overlap of overlaps) {
    const known = once.get(overlap.entry.id) ?? { ...overlap, recruiterIds: [], personIds: [] };
    once.set(overlap.entry.id, {
      entry: overlap.entry,
      recruiterIds: [...new Set([...known.recruiterIds, ...overlap.recruiterIds])],
      personIds: [...new Set([...known.personIds, ...overlap.personIds])],
      room: known.room ?? overlap.room,
    });
  }
  return [...once.values()];
}

/** The names of what two entries take of each other. */
export function sharedNames(roster: Roster, clash: Clash): readonly string[] {
  const { recruiterIds, personIds, room } = clash;
  return [
    ...recruiterIds.flatMap((id) => roster.recruiters.get(id)?.name ?? []),
    ...personIds.flatMap((id) => {
      const person = roster.people.get(id);
      return person === undefined ? [] : [`${person.givenName} ${person.familyName}`.trim()];
    }),
    ...(room === null ? [] : [room]),
  ];
}

/** The overlaps of `warningsAt`, as they are told. */
export function takenBy(roster: Roster, { overlaps }: SlotWarnings<BusyEntry>): readonly TakenBy[] {
  return overlaps.map(({ entry, ...clash }) => ({
    id: entry.id,
    name: entryName(entry),
    startsAt: entry.startsAt,
    shared: sharedNames(roster, clash),
  }));
}

function ownerOf(entry: CalendarEntry): string {
  return entry.kind === 'interview' ? entry.meetingId : entry.appointmentId;
}

/** Whoever lies in two dossiers is one person (G-13). */
export function standsAs({ people }: Pick<Roster, 'people'>, id: PersonId): PersonId {
  return people.get(id)?.id ?? id;
}
