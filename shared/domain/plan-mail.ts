import type { Change } from '../changes/change-set.js';
import { SECOND } from '../lib/time.js';
import type { Message, MessagePurpose } from '../records/message.js';
import type { ApplicationId, Language, MessageId, VacancyId } from '../records/primitives.js';
import type { RichText } from '../records/rich-text.js';
import { domainOf } from './email-address.js';
import type { FieldValues, GeneralField } from './merge-fields.js';
import { composeMail, type MailBlock } from './mail-layout.js';
import { renderContents, renderSubject, type FieldLinks } from './message-text.js';
import type { Applicant, PlanContext, PlannedMessage, PlanProblem } from './progress-action.js';
import { singleLine } from './single-line.js';

/** Subject and Contents in one language, merge fields and all. */
export interface MailText {
  readonly subject: string;
  readonly contents: RichText;
}

/** What stands where nothing was written. */
export const NO_TEXT: MailText = { subject: '', contents: { type: 'doc', content: [] } };

/** One variant for each language that was written; a language without one gets no mail (C33). */
export type MailTexts = Readonly<Partial<Record<Language, MailText>>>;

/** What every form with a mail holds, whatever else its action asks for. */
export interface MailPart {
  readonly from: Message['from'];
  /** Empty where no mail is wanted. */
  readonly texts: MailTexts;
  /** Applicants whose tick was taken away. */
  readonly unticked: ReadonlySet<ApplicationId>;
  /** C26: applicants whom the action leaves out unless somebody asks for them. */
  readonly tickedIn: ReadonlySet<ApplicationId>;
}

/** What of all that a plan may know goes into any mail. */
export interface MailContext extends Pick<PlanContext, 'now' | 'device' | 'newId'> {
  readonly organisation: Pick<PlanContext['organisation'], 'undoSeconds'>;
  readonly mail: Pick<PlanContext['mail'], 'layout'>;
}

/** What only some mails have. */
type Extra =
  | 'interviewId'
  | 'panelReviewId'
  | 'calendar'
  | 'replyTokenHash'
  | 'attachments'
  | 'written'
  | 'reminder'
  | 'holdUntil';

/** A mail as a form describes it, whoever reads it. */
interface Described {
  readonly purpose: MessagePurpose;
  readonly from: Message['from'];
  readonly text: MailText;
  readonly values: FieldValues;
  /** Fields that are links, as the answers to an invitation. */
  readonly links?: FieldLinks;
  readonly extras?: Partial<Pick<Message, Extra>>;
  /** What stands under the contents as it is, with no field to be filled. */
  readonly below?: MailBelow;
}

/** The same words twice. */
export interface MailBelow {
  readonly text: string;
  readonly blocks: readonly MailBlock[];
}

const NOTHING_BELOW: MailBelow = { text: '', blocks: [] };

/** A mail to one applicant. */
export interface MailDescription extends Described {
  readonly applicant: Applicant;
}

/** A mail to anybody: to whom, in which language, and what it is about. */
export interface AddressedMail extends Described, Pick<Message, 'to' | 'language'> {
  readonly about: Pick<Message, 'personId' | 'applicationId' | 'vacancyId'>;
}

/** The mail as it will be sent, in the applicant's language; what is wrong with it is added to `problems` (R18, C32). */
export function planMail(
  { applicant, ...mail }: MailDescription,
  context: PlanContext,
  problems: Problems,
): PlannedMessage {
  const { applicationId, vacancyId, person } = applicant;
  const to = { name: `${person.givenName} ${person.familyName}`, address: person.email };
  const about = { personId: person.id, applicationId, vacancyId };
  return planAddressedMail({ ...mail, to, language: person.language, about }, context, problems);
}

/** The same for somebody who need not be an applicant. */
export function planAddressedMail(mail: AddressedMail, context: MailContext, problems: Problems): PlannedMessage {
  const { about, to, language, purpose, from, text, values, links = {}, extras = {}, below = NOTHING_BELOW } = mail;
  const subject = renderSubject(text.subject, values);
  const contents = renderContents(text.contents, values, links);
  if (subject.text === '') problems.add('subject-blank', language);
  if (contents.blank) problems.add('contents-blank', language);
  for (const name of [...subject.unknown, ...contents.unknown]) problems.add('field-unknown', language, name);
  const ofLinks = subject.unfilled.filter((field) => links[field] !== undefined);
  for (const field of new Set([...ofLinks, ...contents.misplaced])) problems.add('field-misplaced', language, field);
  for (const field of new Set([...subject.unfilled.filter((one) => !ofLinks.includes(one)), ...contents.unfilled])) {
    problems.add('field-unfilled', language, field, about.applicationId);
  }
  const id = context.newId() as MessageId;
  const message: Message = {
    channel: 'email',
    purpose,
    ...about,
    language,
    from: { name: singleLine(from.name), address: from.address },
    to: { name: singleLine(to.name), address: to.address },
    subject: subject.text,
    text: contents.text + below.text,
    html: composeMail(context.mail.layout(language), [...contents.blocks, ...below.blocks]),
    interviewId: null,
    panelReviewId: null,
    calendar: null,
    replyTokenHash: null,
    attachments: [],
    written: null,
    reminder: null,
    messageId: messageIdFor(id, from.address),
    queuedAt: context.now,
    // Held, so that undo is complete.
    holdUntil: context.now + context.organisation.undoSeconds * SECOND,
    deliverBy: context.device,
    ...extras,
  };
  return { id, message, merged: [...contents.merged, ...mergedBelow(contents.text, below)] };
}

/** All that stands below came from the records. */
function mergedBelow({ length }: string, { text }: MailBelow): PlannedMessage['merged'] {
  return text === '' ? [] : [{ start: length, end: length + text.length }];
}

/** What puts the message into the outbox, in the change set of what caused it. */
export function createMessage({ id, message }: PlannedMessage): Change {
  return { kind: 'create', table: 'message', id, dossier: message.personId, fields: message };
}

/** G-8. Empty where the records hold nothing: then the field is named and nothing is sent. */
export function applicantFields({ vacancyId, person }: Applicant, context: PlanContext): Record<GeneralField, string> {
  return {
    'given-name': person.givenName,
    'family-name': person.familyName,
    ...vacancyFields(vacancyId, context),
  };
}

/** What a mail can say that is about nobody in particular. */
export function vacancyFields(
  vacancyId: VacancyId,
  context: PlanContext,
): Record<Exclude<GeneralField, 'given-name' | 'family-name'>, string> {
  const vacancy = context.vacancy(vacancyId);
  const contact = vacancy?.contactId ?? null;
  return {
    'vacancy-title': vacancy?.title ?? '',
    'vacancy-ref-number': vacancy?.reference ?? '',
    department: vacancy?.department ?? '',
    company: context.organisation.name,
    'contact-person': contact === null ? '' : (context.recruiterName(contact) ?? ''),
    'recruiter-name': context.recruiter.name,
  };
}

/** RFC 5322 3.6.4, fixed here: whatever is tried again later is the same mail. */
export function messageIdFor(id: MessageId, from: string): string {
  const domain = domainOf(from);
  // A domain in another script would need its ASCII form, which only the host can make; the id alone is unique.
  return `<${id}@${/^[a-z0-9.-]+$/.test(domain) ? domain : 'message-id.invalid'}>`;
}

/** Each problem once, with everybody it concerns. */
export class Problems {
  readonly #byKey = new Map<string, PlanProblem & { readonly applicationIds: ApplicationId[] }>();

  get none(): boolean {
    return this.#byKey.size === 0;
  }

  add(
    code: PlanProblem['code'],
    language: Language | null = null,
    field: string | null = null,
    concerns: ApplicationId | null = null,
  ): void {
    const key = JSON.stringify([code, language, field]);
    const problem = this.#byKey.get(key) ?? { code, language, field, applicationIds: [] };
    if (concerns !== null) problem.applicationIds.push(concerns);
    this.#byKey.set(key, problem);
  }

  list(): readonly PlanProblem[] {
    return [...this.#byKey.values()];
  }
}
