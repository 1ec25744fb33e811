import { SECOND, type Instant } from '../lib/time.js';
import type { Message, WrittenReminder } from '../records/message.js';
import { isEmailAddress } from './email-address.js';
import type { InterviewSaid } from './interview-mail.js';
import { reminderMail } from './interview-reminder.js';
import type { PlannedReminder } from './movable-interview.js';
import { Problems } from './plan-mail.js';
import { mobileOf, planReminder, type ReminderWords } from './plan-reminders.js';
import type { Applicant, PlanContext, PlannedMessage } from './progress-action.js';
import { reminderFits, reminderLeaves } from './reminders.js';

/** A reminder that was written for an earlier time. */
export type EarlierReminder = Pick<Message, 'language' | 'from' | 'deliverBy' | 'reminder' | 'holdUntil'>;

interface ReminderAgain {
  readonly applicant: Applicant;
  readonly interview: InterviewSaid;
  /** Who it comes from where the earlier sender is another laptop's. */
  readonly from: Message['from'];
  readonly earlier: EarlierReminder;
}

/**
 * C5: the same reminder for an interview that was moved, in the words that somebody wrote for it. Null where its days cannot
 * be had any more, or it cannot be sent as it should be: without an address or a number, or when a field has no value now.
 */
export function writeReminderAgain(again: ReminderAgain, context: PlanContext): PlannedReminder | null {
  const { interview, earlier } = again;
  if (earlier.reminder === null) return null;
  const { daysBefore } = earlier.reminder;
  const { zone, undoSeconds } = context.organisation;
  const slot = { startsAt: interview.startsAt, zone, now: context.now, undo: undoSeconds * SECOND };
  if (!reminderFits(slot, daysBefore)) return null;
  const { at, atOnce } = reminderLeaves(slot, daysBefore);
  const planned = writtenFor(at, again, context);
  return planned === null ? null : { planned, atOnce };
}

function writtenFor(leavesAt: Instant, again: ReminderAgain, context: PlanContext): PlannedMessage | null {
  const { applicant, interview, earlier } = again;
  if (earlier.reminder === null) return null;
  const { daysBefore } = earlier.reminder;
  // Another laptop's mail account may not send in this one's name.
  const from = earlier.deliverBy === context.device ? earlier.from : again.from;
  const words = wordsOf(again, earlier.reminder, context);
  if (!isReachable(applicant, words, from, context)) return null;
  const problems = new Problems();
  // A place that nobody named is no reason to keep quiet about the time.
  const placeless = interview.place.trim() === '' && interview.kind !== 'telephone';
  const planned = planReminder(
    { applicant, interview, from, daysBefore, words, leavesAt, placeless },
    context,
    problems,
  );
  return problems.none ? planned : null;
}

/**
 * C3: the same reminder of the same interview once the organisation's clock shows another zone. It stays with the laptop that has
 * it, with its sender and its gateway: an administrator's laptop need have neither. One that is due keeps its time, and with it
 * the mark of being late (C27), whatever the new zone's calendar says of its days.
 */
export function writeReminderInZone(again: ReminderAgain, zone: string, context: PlanContext): PlannedMessage | null {
  const { earlier } = again;
  const there: PlanContext = {
    ...context,
    device: earlier.deliverBy,
    organisation: { ...context.organisation, zone },
    interviews: { ...context.interviews, hasGateway: true },
  };
  if (earlier.holdUntil <= context.now) return writtenFor(earlier.holdUntil, again, there);
  return writeReminderAgain(again, there)?.planned ?? null;
}

function isReachable(applicant: Applicant, { channel }: ReminderWords, from: Message['from'], context: PlanContext) {
  if (channel === 'sms') return context.interviews.hasGateway && mobileOf(applicant, context) !== null;
  return isEmailAddress(applicant.person.email) && isEmailAddress(from.address);
}

/** In a language that the applicant no longer reads it would say the date in another one than the rest. */
function wordsOf({ applicant, interview, earlier }: ReminderAgain, written: WrittenReminder, context: PlanContext) {
  const { language } = applicant.person;
  if (earlier.language === language) return written.words;
  const department = context.vacancy(applicant.vacancyId)?.department ?? '';
  const text = context.interviews.reminder(interview.type, language, [department]);
  const words: ReminderWords =
    written.words.channel === 'email'
      ? { channel: 'email', ...reminderMail(text) }
      : { channel: 'sms', text: text.sms };
  return words;
}
