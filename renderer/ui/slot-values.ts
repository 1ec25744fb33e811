import { readSlot as readTypedSlot, type SlotProblem } from '../../shared/domain/interview-slots.js';
import type { MessageKey } from '../../shared/i18n/translate.js';
import type { Instant } from '../../shared/lib/time.js';
import { readClock, readDate } from './read-typed.js';

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

/** What a slot is judged by. */
interface SlotRules {
  readonly zone: string;
  /**
   * An interview may not be moved into the past; where it stands it may stay, with another duration or place. Null for one's
   * own appointment, which may be noted afterwards.
   */
  readonly interview: { readonly now: Instant; readonly stands: Instant } | null;
}

const FIELDS = {
  'interview-date-invalid': 'date',
  'interview-past': 'date',
  'interview-time-invalid': 'time',
  'interview-time-skipped': 'time',
  'interview-duration-invalid': 'minutes',
} as const satisfies Record<SlotProblem, keyof SlotValues>;

/** What is wrong, by field; empty when `readSlot` can read it. */
export function checkSlot(typed: Pick<SlotValues, 'date' | 'time' | 'minutes'>, rules: SlotRules) {
  const problems: Record<string, MessageKey> = {};
  for (const problem of judge(typed, rules).problems) problems[FIELDS[problem]] ??= `progress.problems.${problem}`;
  return problems;
}

/** Null while something is wrong. */
export function readSlot({ place, ...typed }: SlotValues, rules: SlotRules): Slot | null {
  const { startsAt, problems } = judge(typed, rules);
  if (startsAt === null || problems.length > 0) return null;
  return { startsAt, minutes: readMinutes(typed.minutes), place: place.trim() };
}

function judge({ date, time, minutes }: Pick<SlotValues, 'date' | 'time' | 'minutes'>, { zone, interview }: SlotRules) {
  const typed = { date: readDate(date) ?? '', time: readClock(time) ?? '', minutes: readMinutes(minutes) };
  const slot = readTypedSlot(typed, zone, interview?.now ?? Number.NEGATIVE_INFINITY);
  if (interview === null || slot.startsAt !== interview.stands) return slot;
  return { ...slot, problems: slot.problems.filter((problem) => problem !== 'interview-past') };
}

/** NaN where nothing can be read. */
function readMinutes(typed: number | string): number {
  return typeof typed === 'number' ? typed : Number(typed.trim() === '' ? Number.NaN : typed);
}
