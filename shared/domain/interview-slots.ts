import { instantOnWall, isCalendarDate, MINUTE, type Instant } from '../lib/time.js';

const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

/** Shortest and longest interview, in minutes. */
export const INTERVIEW_MINUTES = { min: 5, max: 24 * 60 } as const;

/** When an interview is to be, as it is typed: a date and a time of day in the organisation's zone. */
export interface TypedSlot {
  readonly date: string;
  readonly time: string;
  readonly minutes: number;
}

export const SLOT_PROBLEMS = [
  'interview-date-invalid',
  'interview-time-invalid',
  /** The clocks are put forward over it that night. */
  'interview-time-skipped',
  'interview-past',
  'interview-duration-invalid',
] as const;
export type SlotProblem = (typeof SLOT_PROBLEMS)[number];

/** The instant a slot begins; null with what is wrong with it. 09:00 is 09:00 where the organisation is (C3). */
export function readSlot(
  { date, time, minutes }: TypedSlot,
  zone: string,
  now: Instant,
): { readonly startsAt: Instant | null; readonly problems: readonly SlotProblem[] } {
  const problems: SlotProblem[] = [];
  if (!isCalendarDate(date)) problems.push('interview-date-invalid');
  if (!TIME.test(time)) problems.push('interview-time-invalid');
  const { min, max } = INTERVIEW_MINUTES;
  if (!Number.isInteger(minutes) || minutes < min || minutes > max) problems.push('interview-duration-invalid');
  if (problems.some((problem) => problem !== 'interview-duration-invalid')) return { startsAt: null, problems };
  const startsAt = instantOnWall(zone, date, time);
  if (startsAt === null) return { startsAt, problems: ['interview-time-skipped', ...problems] };
  return { startsAt, problems: startsAt < now ? ['interview-past', ...problems] : problems };
}

/** C29: one date and time for everybody, or one after the other without a gap. */
export function slotOf(
  startsAt: Instant,
  minutes: number,
  place: number,
  arrangement: 'together' | 'in-turn',
): Instant {
  return arrangement === 'together' ? startsAt : startsAt + place * minutes * MINUTE;
}
