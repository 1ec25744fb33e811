import type { Instant } from '../../lib/time.js';
import { SECOND } from '../../lib/time.js';
import type { Message } from '../../records/message.js';
import type { ApplicationId, Language, MessageId } from '../../records/primitives.js';
import { domainOf, isEmailAddress } from '../email-address.js';
import type { FieldValues } from '../merge-fields.js';
import { fillLayout, renderContents, renderSubject } from '../message-text.js';
import type {
  Applicant,
  Plan,
  PlanContext,
  PlannedChange,
  PlannedMessage,
  PlanProblem,
  PlanWarningCode,
  ProgressAction,
} from '../progress-action.js';
import { planWarnings } from '../progress-action-warnings.js';
import { mailRecipients } from '../recipients.js';
import { singleLine } from '../single-line.js';

/** What the page *Send email* asks for (R18). */
export interface SendEmailInput {
  readonly from: { readonly name: string; readonly address: string };
  /** One variant for each language that was written; a language without one gets no mail (C33). */
  readonly texts: Readonly<Partial<Record<Language, MailText>>>;
  /** Applicants whose tick was taken away. */
  readonly unticked: ReadonlySet<ApplicationId>;
}

export interface MailText {
  readonly subject: string;
  readonly contents: string;
}

const WARNINGS: readonly PlanWarningCode[] = ['demo-recipients', 'application-processed', 'no-consent'];

/** R17: an ad hoc mail to each applicant in the applicant's own language. No status changes. */
export const sendEmail: ProgressAction<SendEmailInput> = { id: 'send-email', plan };

function plan(selection: readonly Applicant[], input: SendEmailInput, context: PlanContext): Plan {
  const written = new Set(Object.keys(input.texts) as Language[]);
  const { recipients, excluded } = mailRecipients(selection, written, input.unticked);
  const problems = new Problems();
  if (recipients.length === 0) problems.add('nobody-left');
  if (!isEmailAddress(input.from.address)) problems.add('from-invalid');
  const planned = recipients.map((applicant) => ({
    applicant,
    message: planMessage(applicant, input, context, problems),
  }));
  const included = planned.map(({ applicant, message }): PlannedChange => {
    const { applicationId, person } = applicant;
    const changes = problems.none ? [createChange(message)] : [];
    return { applicationId, personId: person.id, changes, messages: [message] };
  });
  return { included, excluded, warnings: planWarnings(recipients, WARNINGS), problems: problems.list() };
}

function planMessage(
  applicant: Applicant,
  { from, texts }: SendEmailInput,
  context: PlanContext,
  problems: Problems,
): PlannedMessage {
  const { applicationId, vacancyId, person } = applicant;
  const { language } = person;
  const written = texts[language] ?? { subject: '', contents: '' };
  const values = fieldValues(applicant, context);
  const subject = renderSubject(written.subject, values);
  const contents = renderContents(written.contents, values);
  if (subject.text === '') problems.add('subject-blank', language);
  if (contents.text.trim() === '') problems.add('contents-blank', language);
  for (const name of [...subject.unknown, ...contents.unknown]) problems.add('field-unknown', language, name);
  for (const field of new Set([...subject.unfilled, ...contents.unfilled])) {
    problems.add('field-unfilled', language, field, applicationId);
  }
  const id = context.newId() as MessageId;
  const message: Message = {
    channel: 'email',
    purpose: 'ad-hoc',
    personId: person.id,
    applicationId,
    vacancyId,
    language,
    from: { name: singleLine(from.name), address: from.address },
    to: { name: singleLine(`${person.givenName} ${person.familyName}`), address: person.email },
    subject: subject.text,
    text: contents.text,
    html: fillLayout(context.mail.layout(language), contents.html),
    messageId: messageIdFor(id, from.address),
    queuedAt: context.now,
    holdUntil: holdUntil(context),
    deliverBy: context.device,
  };
  return { id, message, merged: contents.merged };
}

/** G-8. Empty where the records hold nothing: then the field is named and nothing is sent. */
function fieldValues({ vacancyId, person }: Applicant, context: PlanContext): FieldValues {
  const vacancy = context.vacancy(vacancyId);
  const contact = vacancy?.contactId ?? null;
  return {
    'given-name': person.givenName,
    'family-name': person.familyName,
    'vacancy-title': vacancy?.title ?? '',
    'vacancy-ref-number': vacancy?.reference ?? '',
    department: vacancy?.department ?? '',
    company: context.organisation.name,
    'contact-person': contact === null ? '' : (context.recruiterName(contact) ?? ''),
    'recruiter-name': context.recruiter.name,
  };
}

/** RFC 5322 3.6.4, fixed here: whatever is tried again later is the same mail. */
function messageIdFor(id: MessageId, from: string): string {
  const domain = domainOf(from);
  // A domain in another script would need its ASCII form, which only the host can make; the id alone is unique.
  return `<${id}@${/^[a-z0-9.-]+$/.test(domain) ? domain : 'message-id.invalid'}>`;
}

function holdUntil({ now, organisation }: PlanContext): Instant {
  return now + organisation.undoSeconds * SECOND;
}

function createChange({ id, message }: PlannedMessage): PlannedChange['changes'][number] {
  return { kind: 'create', table: 'message', id, dossier: message.personId, fields: message };
}

/** Each problem once, with everybody it concerns. */
class Problems {
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
