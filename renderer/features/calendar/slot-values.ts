import { instantOnWall, type Instant } from '../../../shared/lib/time.js';
import type { MessageKey } from '../../../shared/i18n/translate.js';
import { readClock, readDate } from '../../ui/read-typed.js';

/** When and where, as it is typed. */
export interface SlotValues extends Record<string, unknown> {
  readonly date: string;
  readonly time: string;
  readonly minutes: number | string;
  readonly place: string;
}

/** The same, as it is kept. */
export interface Slot {
  readonly startsAt: Instant;
  readonly minutes: number;
  readonly place: string;
}

const LEAST = 5;
const MOST = 24 * 60;

/** What is wrong, by field; empty when `readSlot` can read it. */
export function checkSlot(
  { date, time, minutes }: Pick<SlotValues, 'date' | 'time' | 'minutes'>,
  zone: string,
): Readonly<Record<string, MessageKey>> {
  const problems: Record<string, MessageKey> = {};
  const [day, clock] = [readDate(date), readClock(time)];
  if (day === null) problems['date'] = 'common.invalidDate';
  if (clock === null) problems['time'] = 'common.invalidTime';
  // The night in which the clocks are put forward.
  else if (day !== null && instantOnWall(zone, day, clock) === null) problems['time'] = 'calendar.timeLeftOut';
  if (readMinutes(minutes) === null) problems['minutes'] = 'calendar.durationInvalid';
  return problems;
}

/** Null while something is wrong. */
export function readSlot({ date, time, minutes, place }: SlotValues, zone: string): Slot | null {
  const [day, clock, length] = [readDate(date), readClock(time), readMinutes(minutes)];
  if (day === null || clock === null || length === null) return null;
  const startsAt = instantOnWall(zone, day, clock);
  return startsAt === null ? null : { startsAt, minutes: length, place: place.trim() };
}

function readMinutes(typed: number | string): number | null {
  const minutes = typeof typed === 'number' ? typed : Number(typed.trim() === '' ? Number.NaN : typed);
  return Number.isInteger(minutes) && minutes >= LEAST && minutes <= MOST ? minutes : null;
}
