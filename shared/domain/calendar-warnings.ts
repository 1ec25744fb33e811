import { MINUTE, type Instant } from '../lib/time.js';
import type { RecruiterId } from '../records/primitives.js';

/** A stretch of time that recruiters are busy in. */
export interface Busy {
  readonly id: string;
  readonly startsAt: Instant;
  readonly minutes: number;
  readonly recruiterIds: readonly RecruiterId[];
}

/** What a recruiter should know before something is put there; nothing here forbids it. */
export interface SlotWarnings<Entry extends Busy> {
  readonly past: boolean;
  /** What the recruiters have at that time already. */
  readonly overlaps: readonly Entry[];
}

/** Looks at a place in the calendar. Entries that only touch do not overlap, nor does one with itself. */
export function slotWarnings<Entry extends Busy>(
  wanted: Busy,
  entries: Iterable<Entry>,
  now: Instant,
): SlotWarnings<Entry> {
  const overlaps = [...entries].filter((entry) => {
    if (entry.id === wanted.id || !entry.recruiterIds.some((id) => wanted.recruiterIds.includes(id))) return false;
    return entry.startsAt < endOf(wanted) && wanted.startsAt < endOf(entry);
  });
  return { past: wanted.startsAt < now, overlaps };
}

function endOf({ startsAt, minutes }: Busy): Instant {
  return startsAt + minutes * MINUTE;
}
