import { addDays, dateIn, daysBetween, HOUR, instantAt, type Instant } from '../lib/time.js';
import type { ReminderDays, ReminderOption } from '../records/interview-reminder.js';

/** R78, C2, in their order. */
const DAYS = [1, 2, 3, 5, 7] as const satisfies readonly ReminderDays[];
/** R79: what the clock on the organisation's wall shows when a reminder leaves (C3). */
export const REMINDED_AT = '09:00';
/** C27: nearer to the interview than this a reminder helps nobody any more. */
export const LEAST_NOTICE = 2 * HOUR;

/** An interview, and the moment at which its reminder is thought about. */
export interface ReminderSlot {
  readonly startsAt: Instant;
  /** IANA zone of the organisation; the laptop's own never matters (C3). */
  readonly zone: string;
  readonly now: Instant;
  /** Milliseconds for which whatever is queued can be taken back. */
  readonly undo: number;
}

/** R79, R80: 09:00 so many calendar days before the interview, weekends counted. */
export function reminderDueAt(
  { startsAt, zone }: Pick<ReminderSlot, 'startsAt' | 'zone'>,
  days: ReminderDays,
): Instant {
  return instantAt(zone, addDays(dateIn(zone, startsAt), -days), REMINDED_AT);
}

/** R81, C4: from today's date to the interview's, and no blocks of 24 hours; negative where it has been. */
export function daysLeft({ startsAt, zone, now }: Omit<ReminderSlot, 'undo'>): number {
  return daysBetween(dateIn(zone, now), dateIn(zone, startsAt));
}

/** When a reminder that is queued now leaves. `atOnce`: its 09:00 is past, so it goes together with the invitation (C4). */
export function reminderLeaves(
  slot: ReminderSlot,
  days: ReminderDays,
): { readonly at: Instant; readonly atOnce: boolean } {
  const dueAt = reminderDueAt(slot, days);
  const earliest = slot.now + slot.undo;
  return dueAt < earliest ? { at: earliest, atOnce: true } : { at: dueAt, atOnce: false };
}

/** R81: whether a reminder so many days before can be had; never one that would come too late to be of use (C27). */
export function reminderFits(slot: ReminderSlot, days: ReminderDays): boolean {
  return days <= daysLeft(slot) && slot.startsAt - reminderLeaves(slot, days).at >= LEAST_NOTICE;
}

/** R78, R81: what can be chosen, in its order; empty for an interview today. */
export function fittingDays(slot: ReminderSlot): readonly ReminderDays[] {
  return DAYS.filter((days) => reminderFits(slot, days));
}

/** What is asked for, by a template or by somebody. */
export interface ReminderWish {
  readonly option: ReminderOption;
  readonly daysBefore: ReminderDays;
}

/** What somebody chose of it; null is what nobody touched, and follows the template. */
export interface ReminderChoice {
  readonly option: ReminderOption | null;
  readonly daysBefore: ReminderDays | null;
}

export interface SettledReminder extends ReminderWish {
  /** C5: the template asked for this, and it cannot be had; null where nothing had to give way. */
  readonly insteadOf: ReminderWish | null;
}

/**
 * C5: what a form shows. What somebody chose stays as it is, right or wrong; a template's that cannot be met becomes the
 * largest possible, and No reminder for an interview today.
 *
 * @param slot null while date and time are not known
 * @param sms whether SMS can be chosen (R77, C19)
 */
export function settleReminder(
  { option, daysBefore }: ReminderChoice,
  template: ReminderWish,
  slot: ReminderSlot | null,
  sms: boolean,
): SettledReminder {
  const wanted = { ...template, option: sms ? template.option : WITHOUT_SMS[template.option] };
  const possible = slot === null ? DAYS : fittingDays(slot);
  const largest = possible.findLast((days) => days <= wanted.daysBefore) ?? null;
  const settled = {
    option: option ?? (largest === null && daysBefore === null ? 'none' : wanted.option),
    daysBefore: daysBefore ?? largest ?? wanted.daysBefore,
  };
  const gaveWay =
    (option === null && settled.option !== wanted.option) ||
    (daysBefore === null && settled.option !== 'none' && settled.daysBefore !== wanted.daysBefore);
  return { ...settled, insteadOf: gaveWay ? wanted : null };
}

const WITHOUT_SMS = {
  none: 'none',
  email: 'email',
  sms: 'none',
  'sms-and-email': 'email',
} as const satisfies Record<ReminderOption, ReminderOption>;

export function remindsByEmail(option: ReminderOption): boolean {
  return option === 'email' || option === 'sms-and-email';
}

export function remindsBySms(option: ReminderOption): boolean {
  return option === 'sms' || option === 'sms-and-email';
}

/** Why a reminder may not leave at a moment, although its time has come; null: it may. */
export function refuseReminder({
  startsAt,
  now,
}: Pick<ReminderSlot, 'startsAt' | 'now'>): 'mail/interview-past' | 'mail/reminder-too-late' | null {
  if (startsAt <= now) return 'mail/interview-past';
  return startsAt - now < LEAST_NOTICE ? 'mail/reminder-too-late' : null;
}

/** R79 says "about": later than this is late, and shown as such (C27). */
const ABOUT = HOUR / 2;

/** Whether a reminder left so long after its time that the recruiter should know. */
export function isLate({ holdUntil }: { readonly holdUntil: Instant }, leftAt: Instant): boolean {
  return leftAt - holdUntil > ABOUT;
}
