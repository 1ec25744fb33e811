import { dateFormat, listFormat, numberFormat } from '../lib/intl-formats.js';
import type { Instant } from '../lib/time.js';
import type { Interview } from '../records/interview.js';
import type { CalendarPart, Message, MessagePurpose, WrittenMail } from '../records/message.js';
import type { InterviewId, Language } from '../records/primitives.js';
import { answerLinks, NO_ANSWER } from './answer-links.js';
import { withConfirmLink } from './confirm-link.js';
import type { InterviewWords } from './interview-context.js';
import type { FieldValues } from './merge-fields.js';
import { applicantFields, planMail, type Problems } from './plan-mail.js';
import type { Applicant, PlanContext, PlannedMessage } from './progress-action.js';
import { withoutItems } from './rich-text-fields.js';

/** The purposes of a mail about an interview. */
export type InterviewPurpose = Extract<MessagePurpose, 'invitation' | 'interview-change' | 'interview-cancellation'>;

/** An interview as a mail speaks of it. */
export type InterviewSaid = Pick<
  Interview,
  'type' | 'kind' | 'recruiterIds' | 'startsAt' | 'minutes' | 'place' | 'sequence' | 'answerKey'
> & { readonly id: InterviewId };

export interface InterviewMail {
  readonly applicant: Applicant;
  /** Its sequence is that of the mail: a cancellation bears a higher one than what it calls off (RFC 5546 3.2.5). */
  readonly interview: InterviewSaid;
  readonly purpose: InterviewPurpose;
  readonly from: Message['from'];
  readonly written: WrittenMail;
  /** Nobody named a place: the items of lists that speak of it are left out. */
  readonly placeless?: boolean;
}

/**
 * The mail that invites to an interview, moves it or cancels it, as it will be sent: merge fields filled (R67), the four
 * answers where `{confirmlink}` stands, and the interview for the candidate's calendar.
 */
export function planInterviewMail(mail: InterviewMail, context: PlanContext, problems: Problems): PlannedMessage {
  const { applicant, interview, purpose, from, written, placeless = false } = mail;
  const { language } = applicant.person;
  const values = { ...applicantFields(applicant, context), ...interviewFields(interview, language, context) };
  const vacancy = context.vacancy(applicant.vacancyId)?.title ?? '';
  const said = placeless ? withoutItems(written.contents, 'address') : written.contents;
  const text = { subject: written.subject, contents: withConfirmLink(said, written.confirmLink) };
  const to = { language, vacancy, replyTo: from.address, purpose, contents: text.contents };
  const { links, replyTokenHash } =
    purpose === 'interview-cancellation' ? NO_ANSWER : answerLinks(interview, to, context);
  const extras = {
    replyTokenHash,
    interviewId: interview.id,
    calendar: calendarPart(mail, context),
    written: purpose === 'invitation' ? written : null,
  };
  return planMail({ applicant, purpose, from, text, values, links, extras }, context, problems);
}

/** What words about an interview are made of. */
export interface InterviewWordsContext extends Pick<PlanContext, 'recruiterName'> {
  readonly organisation: Pick<PlanContext['organisation'], 'zone'>;
  readonly interviews: Pick<PlanContext['interviews'], 'words'>;
}

/** Dates, times and lists as the recipient's language writes them, in the organisation's zone (C3). */
export function interviewFields(
  interview: InterviewSaid,
  language: Language,
  context: InterviewWordsContext,
): FieldValues {
  const { zone } = context.organisation;
  const names = interview.recruiterIds.map((id) => context.recruiterName(id) ?? '').filter((name) => name !== '');
  return {
    interviewdate: dateWords(language, zone, interview.startsAt),
    interviewtime: timeWords(language, zone, interview.startsAt),
    duration: durationWords(language, interview.minutes),
    address: placeWords(interview, context.interviews.words(language)),
    interviewer: names[0] ?? '',
    interviewers: listFormat(language, { type: 'conjunction' }).format(names),
  };
}

/** A telephone interview needs no room. */
export function placeWords({ place, kind }: Pick<InterviewSaid, 'place' | 'kind'>, words: InterviewWords): string {
  if (place.trim() !== '') return place;
  return kind === 'telephone' ? words.telephone : '';
}

/** What the interview is called in the candidate's calendar; `about`: the vacancy and who invites, each may be empty. */
export function summaryOf(
  { type }: Pick<InterviewSaid, 'type'>,
  words: InterviewWords,
  about: readonly string[],
): string {
  return [words.types[type], ...about].filter((part) => part !== '').join(' – ');
}

function calendarPart({ applicant, interview, purpose, from }: InterviewMail, context: PlanContext): CalendarPart {
  const { person, vacancyId } = applicant;
  const { startsAt, minutes } = interview;
  const words = context.interviews.words(person.language);
  return {
    method: purpose === 'interview-cancellation' ? 'CANCEL' : 'REQUEST',
    uid: `${interview.id}@fairdesk`,
    sequence: interview.sequence,
    startsAt,
    minutes,
    summary: summaryOf(interview, words, [context.vacancy(vacancyId)?.title ?? '', context.organisation.name]),
    place: placeWords(interview, words),
    organiser: from,
    attendee: { name: `${person.givenName} ${person.familyName}`.trim(), address: person.email },
  };
}

function dateWords(language: Language, timeZone: string, at: Instant): string {
  const parts = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;
  return dateFormat(language, { ...parts, timeZone }).format(at);
}

function timeWords(language: Language, timeZone: string, at: Instant): string {
  const parts = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  return dateFormat(language, { ...parts, timeZone }).format(at);
}

export function durationWords(language: Language, minutes: number): string {
  const words = (value: number, unit: 'hour' | 'minute') =>
    value === 0 ? [] : [numberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(value)];
  const parts = [...words(Math.floor(minutes / 60), 'hour'), ...words(minutes % 60, 'minute')];
  return listFormat(language, { type: 'conjunction' }).format(parts);
}
