import type { Change } from '../changes/change-set.js';
import { wallTimeIn, type Instant } from '../lib/time.js';
import type { PersonId } from '../records/primitives.js';
import type { DeliveryReason } from './delivery-reason.js';
import { isReminderToCome } from './edit-reminder.js';
import { dueFrom, mayBeCancelled, type Scheduled } from './message-state.js';
import type { InterviewMessage, MovableInterview, MoveContext, WriteInZone } from './movable-interview.js';
import { cancelled } from './move-reminders.js';
import { createMessage } from './plan-mail.js';
import type { PlannedMessage } from './progress-action.js';
import { tellsTheTime } from './told-of-interview.js';

/** From one IANA zone of the organisation to another. */
export interface OtherZone {
  readonly from: string;
  readonly to: string;
}

export interface WaitingMessage extends InterviewMessage, Pick<Scheduled, 'holdUntil' | 'retryAt'> {}

/** An interview with what was written about it, and when that leaves. */
export interface InterviewInZone extends MovableInterview {
  readonly messages: readonly WaitingMessage[];
}

export interface ZoneChange {
  /** Messages taken back, and those in their place. */
  readonly changes: readonly Change[];
  readonly reminders: readonly PlannedMessage[];
  /** Invitations and mails about changes. */
  readonly mails: readonly PlannedMessage[];
  /** C5: for whom the new zone leaves no day. */
  readonly unreminded: readonly PersonId[];
  /** To whom something would still go that tells the time as it was in the earlier zone. */
  readonly unwritten: readonly PersonId[];
}

/**
 * C3: the organisation's clock shows another time. Interviews stay at their moment; what waits about them tells the time as it is
 * in the new zone, and reminders leave at 09:00 there. What has left stays as it is, and so does what is the same in both.
 */
export function planZoneChange(
  interviews: readonly InterviewInZone[],
  { zone, write }: { readonly zone: OtherZone; readonly write: WriteInZone },
  context: Omit<MoveContext, 'write'>,
): ZoneChange {
  const { now } = context;
  const reminders = interviews.flatMap((interview) =>
    remindersToWrite(interview, zone, now).map((earlier) => {
      const again = write(interview, earlier);
      return { earlier, again, stays: again === null && isDue(earlier, now) };
    }),
  );
  const mails = interviews.flatMap((interview) =>
    mailsToWrite(interview, zone).map((earlier) => {
      const again = waitsForItsTime(earlier) ? write(interview, earlier) : null;
      return { earlier, again, stays: again === null };
    }),
  );
  const all = [...reminders, ...mails];
  const staying = all.filter(({ stays }) => stays);
  const dropped = all.filter(({ again, stays }) => again === null && !stays);
  return {
    changes: all.flatMap(({ earlier, again, stays }) => [
      ...(stays ? [] : [cancelled(earlier, reasonOf(earlier, again), context)]),
      ...(again === null ? [] : [createMessage(again)]),
    ]),
    reminders: reminders.flatMap(({ again }) => again ?? []),
    mails: mails.flatMap(({ again }) => again ?? []),
    unreminded: [...new Set(dropped.map(({ earlier }) => earlier.personId))],
    unwritten: [...new Set(staying.map(({ earlier }) => earlier.personId))],
  };
}

/** Reminders that wait, of the interview as it stands, and say or leave otherwise in the other zone. */
export function remindersToWrite(
  { fields, messages }: InterviewInZone,
  zone: OtherZone,
  now: Instant,
): readonly WaitingMessage[] {
  return messages.filter(
    (one) =>
      isReminderToCome(one) &&
      mayBeCancelled(one.state) &&
      one.sequence === fields.sequence &&
      (isOtherTime(zone, fields.startsAt) || (!isDue(one, now) && isOtherTime(zone, one.holdUntil))),
  );
}

/** The same of the mails that tell its time, with those that could not be delivered: tried again they would tell the earlier one. */
export function mailsToWrite({ fields, messages }: InterviewInZone, zone: OtherZone): readonly WaitingMessage[] {
  if (!isOtherTime(zone, fields.startsAt)) return [];
  return messages.filter(
    (one) => tellsTheTime(one) && one.sequence === fields.sequence && one.state !== 'refused' && isUnsent(one),
  );
}

function isUnsent({ state }: WaitingMessage): boolean {
  return state !== 'cancelled' && mayBeCancelled(state);
}

/** What failed, or is held for a reason, waits for a person: no change of zone sends it. */
export function waitsForItsTime(message: WaitingMessage): boolean {
  return dueFrom(message) !== null;
}

/** Its day has come: it goes late rather than never (C27). */
function isDue({ holdUntil }: WaitingMessage, now: Instant): boolean {
  return holdUntil <= now;
}

function isOtherTime({ from, to }: OtherZone, at: Instant): boolean {
  const [before, after] = [wallTimeIn(from, at), wallTimeIn(to, at)];
  return before.date !== after.date || before.time !== after.time;
}

function reasonOf({ purpose }: WaitingMessage, again: PlannedMessage | null): DeliveryReason {
  if (purpose !== 'reminder') return 'mail/zone-changed';
  return again === null ? 'mail/reminder-dropped' : 'mail/reminder-changed';
}
