import type { Change } from '../changes/change-set.js';
import type { Interview } from '../records/interview.js';
import type { InterviewReminder, ReminderOption } from '../records/interview-reminder.js';
import type { Message } from '../records/message.js';
import type { InterviewId, Language } from '../records/primitives.js';
import type { RichText } from '../records/rich-text.js';
import type { DeliveryReason } from './delivery-reason.js';
import { isWaiting, mayBeCancelled } from './message-state.js';
import type { InterviewMessage } from './movable-interview.js';
import { cancelled } from './move-reminders.js';
import { plainToRichText } from './plain-to-rich-text.js';
import { createMessage, Problems, type MailPart } from './plan-mail.js';
import type { Applicant, PlanContext, PlannedMessage, PlanProblem, PlanWarning } from './progress-action.js';
import type { ReminderFields, ReminderTexts } from './progress-actions/invite-reminder.js';
import { planReminders } from './progress-actions/plan-reminders-of-seats.js';

/** One applicant's interview, with everything that was written about it. */
export interface RemindedInterview {
  readonly applicant: Applicant;
  readonly id: InterviewId;
  readonly interview: Interview;
  readonly messages: readonly InterviewMessage[];
}

/** What a reminder becomes; without `changes` where `problems` stand in the way, or where nothing waits and nothing is wanted. */
export interface ReminderEdit {
  readonly changes: readonly Change[];
  readonly written: readonly PlannedMessage[];
  readonly problems: readonly PlanProblem[];
  readonly warnings: readonly PlanWarning[];
}

/**
 * R75–R84 after booking: everybody in a meeting gets the reminder that is chosen now, under the rules that held then. One that
 * waits is taken back, and what has left stays. A reminder that is taken away stays away when the interview moves.
 */
export function planReminderEdit(
  seats: readonly RemindedInterview[],
  { reminder, from }: { readonly reminder: ReminderFields } & Pick<MailPart, 'from'>,
  context: PlanContext,
): ReminderEdit {
  const problems = new Problems();
  const type = seats[0]?.interview.type ?? null;
  const planned = planReminders(
    seats.map((seat) => ({ ...seat, withoutMail: null })),
    { type, reminder, from, sendsEmail: false },
    context,
    problems,
  );
  const warnings = planned.warnings;
  if (!problems.none) return { changes: [], written: [], problems: problems.list(), warnings };
  const writtenTo = ({ applicant }: RemindedInterview) => planned.messages.get(applicant.applicationId) ?? [];
  const by = context.recruiter.id;
  const changes = seats.flatMap((seat) => [
    ...seat.messages.filter(isTakenBack).map((one) => {
      const isReplaced = writtenTo(seat).some(({ message }) => message.channel === one.channel);
      return cancelled(one, isReplaced ? CHANGED : null, { now: context.now, by, newId: () => context.newId() });
    }),
    ...writtenTo(seat).map(createMessage),
  ]);
  return { changes, written: seats.flatMap(writtenTo), problems: [], warnings };
}

const CHANGED: DeliveryReason = 'mail/reminder-changed';

/** What waits; and what was refused or failed, as somebody decides anew. */
function isTakenBack({ purpose, state }: InterviewMessage): boolean {
  return purpose === 'reminder' && mayBeCancelled(state);
}

/** Whether it is a reminder that is still to leave. */
export function isReminderToCome({ purpose, state }: Pick<InterviewMessage, 'purpose' | 'state'>): boolean {
  return purpose === 'reminder' && isWaiting(state);
}

/** Whether it is a reminder that has left, or may have. */
export function isReminderGone({ purpose, state }: Pick<InterviewMessage, 'purpose' | 'state'>): boolean {
  return purpose === 'reminder' && (state === 'sent' || state === 'uncertain');
}

/** With what these reminders are sent. */
export function optionOf(reminders: readonly Pick<Message, 'channel'>[]): ReminderOption {
  const [email, sms] = (['email', 'sms'] as const).map((channel) => reminders.some((one) => one.channel === channel));
  if (email === true) return sms === true ? 'sms-and-email' : 'email';
  return sms === true ? 'sms' : 'none';
}

type WaitingReminder = Pick<Message, 'channel' | 'language' | 'reminder'>;

/**
 * What the form begins with: the reminders that wait, in the words that somebody wrote for them; what they do not say is the
 * template's.
 */
export function reminderAsSet(
  waiting: readonly WaitingReminder[],
  templateIn: (language: Language) => InterviewReminder,
): ReminderFields {
  const texts: Partial<Record<Language, ReminderTexts>> = {};
  for (const { language, reminder } of waiting) {
    if (reminder === null) continue;
    const { subject, contents, signature, sms } = texts[language] ?? templateIn(language);
    const { words } = reminder;
    texts[language] =
      words.channel === 'sms'
        ? { subject, contents, signature, sms: words.text }
        : { subject: words.subject, sms, ...signed(words.contents, templateIn(language).signature) };
  }
  const daysBefore = waiting.find(({ reminder }) => reminder !== null)?.reminder?.daysBefore ?? null;
  return { option: optionOf(waiting), daysBefore, texts, withoutSms: false };
}

/** R82: its signature are the last lines of what was written; another one than the template's stays among them. */
function signed(contents: RichText, signature: string): Pick<ReminderTexts, 'contents' | 'signature'> {
  const lines = plainToRichText(signature).content;
  const tail = contents.content.slice(contents.content.length - lines.length);
  const isSigned = signature !== '' && JSON.stringify(tail) === JSON.stringify(lines);
  if (!isSigned) return { contents, signature: '' };
  return { contents: { ...contents, content: contents.content.slice(0, -lines.length) }, signature };
}
