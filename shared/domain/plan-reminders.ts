import type { Instant } from '../lib/time.js';
import type { ReminderDays } from '../records/interview-reminder.js';
import type { Message, WrittenReminder } from '../records/message.js';
import type { MessageId } from '../records/primitives.js';
import { answerLinks } from './answer-links.js';
import { interviewFields, type InterviewSaid } from './interview-mail.js';
import { mergeSms } from './interview-reminder.js';
import { applicantFields, messageIdFor, planMail, type Problems } from './plan-mail.js';
import type { Applicant, PlanContext, PlannedMessage } from './progress-action.js';
import { withoutItems } from './rich-text-fields.js';

export type ReminderWords = WrittenReminder['words'];

/** A reminder to one applicant, by email or by SMS. */
export interface ReminderToWrite {
  readonly applicant: Applicant;
  readonly interview: InterviewSaid;
  readonly from: Message['from'];
  readonly daysBefore: ReminderDays;
  readonly words: ReminderWords;
  /** Not before this moment. */
  readonly leavesAt: Instant;
  /** Nobody named a place: the items of lists that speak of it are left out. */
  readonly placeless?: boolean;
}

/** R75–R82: the reminder as it will be sent, its merge fields filled; by SMS only to whom {@link mobileOf} knows a number. */
export function planReminder(reminder: ReminderToWrite, context: PlanContext, problems: Problems): PlannedMessage {
  const { words } = reminder;
  return words.channel === 'email'
    ? emailReminder(reminder, words, context, problems)
    : smsReminder(reminder, words, context, problems);
}

/** R84: where an SMS would go; null without a mobile number. */
export function mobileOf({ person }: Applicant, { interviews }: Pick<PlanContext, 'interviews'>): string | null {
  return person.phone.trim() === '' ? null : interviews.mobile(person.phone, person.language);
}

function emailReminder(
  reminder: ReminderToWrite,
  { subject, contents }: Extract<ReminderWords, { readonly channel: 'email' }>,
  context: PlanContext,
  problems: Problems,
): PlannedMessage {
  const { applicant, interview, from, placeless = false } = reminder;
  const { language } = applicant.person;
  const vacancy = context.vacancy(applicant.vacancyId)?.title ?? '';
  const text = { subject, contents: placeless ? withoutItems(contents, 'address') : contents };
  const to = { language, vacancy, replyTo: from.address, purpose: 'reminder', contents: text.contents } as const;
  const { links, replyTokenHash } = answerLinks(interview, to, context);
  const mail = { applicant, purpose: 'reminder', from, text, values: valuesOf(reminder, context), links } as const;
  return planMail({ ...mail, extras: { ...extrasOf(reminder), replyTokenHash } }, context, problems);
}

function smsReminder(
  reminder: ReminderToWrite,
  { text: template }: Extract<ReminderWords, { readonly channel: 'sms' }>,
  context: PlanContext,
  problems: Problems,
): PlannedMessage {
  const { applicant, from } = reminder;
  const { applicationId, vacancyId, person } = applicant;
  const { text, merged, unknown, unfilled, tooLong } = mergeSms(template, valuesOf(reminder, context));
  const { language } = person;
  if (text === '') problems.add('reminder-sms-blank', language);
  for (const name of unknown) problems.add('reminder-sms-unknown', language, name);
  for (const field of unfilled) problems.add('reminder-sms-unfilled', language, field, applicationId);
  if (tooLong) problems.add('reminder-sms-long', language, null, applicationId);
  const id = context.newId() as MessageId;
  const message: Message = {
    channel: 'sms',
    purpose: 'reminder',
    personId: person.id,
    applicationId,
    vacancyId,
    language,
    from,
    to: { name: `${person.givenName} ${person.familyName}`.trim(), address: mobileOf(applicant, context) ?? '' },
    subject: '',
    text,
    html: '',
    panelReviewId: null,
    calendar: null,
    replyTokenHash: null,
    attachments: [],
    written: null,
    messageId: messageIdFor(id, from.address),
    queuedAt: context.now,
    deliverBy: context.device,
    ...extrasOf(reminder),
  };
  return { id, message, merged };
}

function valuesOf({ applicant, interview }: ReminderToWrite, context: PlanContext) {
  return {
    ...applicantFields(applicant, context),
    ...interviewFields(interview, applicant.person.language, context),
  };
}

function extrasOf({ interview, daysBefore, words, leavesAt }: ReminderToWrite) {
  const { id, sequence, startsAt } = interview;
  return { interviewId: id, holdUntil: leavesAt, reminder: { daysBefore, sequence, startsAt, words } };
}
