import { foldText } from '../lib/fold-text.js';
import { MINUTE, type Instant } from '../lib/time.js';
import type { PersonId, RecruiterId } from '../records/primitives.js';

/** A stretch of time in which recruiters, candidates and a room are taken. */
export interface Busy {
  readonly id: string;
  readonly startsAt: Instant;
  readonly minutes: number;
  readonly recruiterIds: readonly RecruiterId[];
  /** Who is invited, or whom it concerns; whichever dossier it lies in (G-13). */
  readonly personIds: readonly PersonId[];
  /** As `roomOf` says it; null where it takes no room. */
  readonly room: string | null;
}

/** Who and what is in two places at once. */
export interface Clash {
  readonly recruiterIds: readonly RecruiterId[];
  readonly personIds: readonly PersonId[];
  readonly room: string | null;
}

export interface Overlap<Entry extends Busy> extends Clash {
  readonly entry: Entry;
}

/** What a recruiter should know before something is put there; nothing here forbids it. */
export interface SlotWarnings<Entry extends Busy> {
  readonly past: boolean;
  /** What the recruiters, the candidates or the room have at that time already. */
  readonly overlaps: readonly Overlap<Entry>[];
}

/** Looks at a place in the calendar. Entries that only touch do not overlap, nor does one with itself. */
export function slotWarnings<Entry extends Busy>(
  wanted: Busy,
  entries: Iterable<Entry>,
  now: Instant,
): SlotWarnings<Entry> {
  const overlaps: Overlap<Entry>[] = [];
  for (const entry of entries) {
    const clash = clashOf(wanted, entry);
    if (clash !== null) overlaps.push({ ...clash, entry });
  }
  return { past: wanted.startsAt < now, overlaps };
}

/** What two entries take of each other; null where they share no time, or nobody and no room. */
export function clashOf(one: Busy, other: Busy): Clash | null {
  if (one.id === other.id || one.startsAt >= endOf(other) || other.startsAt >= endOf(one)) return null;
  const recruiterIds = one.recruiterIds.filter((id) => other.recruiterIds.includes(id));
  const personIds = one.personIds.filter((id) => other.personIds.includes(id));
  const room = one.room === other.room ? one.room : null;
  return recruiterIds.length + personIds.length === 0 && room === null ? null : { recruiterIds, personIds, room };
}

/**
 * The room that a place is, of those that the organisation keeps for its fairs; null for any other place: at a stand or on a
 * square many can talk at once.
 */
export function roomOf(place: string, rooms: Iterable<string>): string | null {
  const folded = foldText(place);
  if (folded === '') return null;
  for (const room of rooms) if (foldText(room) === folded) return room;
  return null;
}

function endOf({ startsAt, minutes }: Busy): Instant {
  return startsAt + minutes * MINUTE;
}
