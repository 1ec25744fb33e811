import { dateIn } from '../../lib/time.js';
import type { Message } from '../../records/message.js';
import type { Language } from '../../records/primitives.js';
import { admit } from '../admit.js';
import { anonymise, type AnonymiseContext, type PersonalDetails } from '../anonymise.js';
import { isEmailAddress } from '../email-address.js';
import { writeProfile, type ForwardedDossier, type Profile } from '../forwarded-profile.js';
import type { FieldValues } from '../merge-fields.js';
import { parseRecipients } from '../parse-recipients.js';
import {
  applicantFields,
  createMessage,
  NO_TEXT,
  planAddressedMail,
  Problems,
  type MailPart,
  type MailText,
} from '../plan-mail.js';
import type { Applicant, Plan, PlanContext, PlannedChange, ProgressAction, Selection } from '../progress-action.js';
import { planWarnings } from '../progress-action-warnings.js';
import { refuseDetails } from '../refuse-details.js';
import { applicationOf } from '../status-event.js';

/** What *Forward to email* asks for besides the mail (R29–R32). */
export interface ForwardFields {
  /** The recipients as typed. */
  readonly to: string;
  /** In which the mail is written. */
  readonly language: Language;
  /** R30. */
  readonly withholdsPersonal: boolean;
  /** R31. */
  readonly withoutFiles: boolean;
  /** What of each application goes out; kept in no draft. */
  readonly dossiers: Readonly<Record<string, ForwardedDossier>>;
}

export type ForwardInput = ForwardFields & MailPart;

/** R29: a mail about each applicant to somebody else. It is kept in the applicant's dossier; no status changes. */
export const forward: ProgressAction<ForwardInput> = { id: 'forward', plan };

/** Somebody about whom a mail is written, and in which place of how many. */
interface Candidate {
  readonly applicant: Applicant;
  readonly dossier: ForwardedDossier;
  readonly place: number;
  readonly of: number;
}

function plan(selection: Selection, input: ForwardInput, context: PlanContext): Plan {
  const { admitted, excluded } = admit('forward', selection, input, ({ applicationId }) =>
    input.dossiers[applicationId] === undefined ? 'dossier-unreadable' : null,
  );
  const candidates = admitted.flatMap((applicant, at): Candidate[] => {
    const dossier = input.dossiers[applicant.applicationId];
    return dossier === undefined ? [] : [{ applicant, dossier, place: at + 1, of: admitted.length }];
  });
  const problems = new Problems();
  if (candidates.length === 0) problems.add('nobody-left');
  if (!isEmailAddress(input.from.address)) problems.add('from-invalid');
  const recipients = recipientsOf(selection, input, problems);
  const text = input.texts[input.language] ?? NO_TEXT;
  if (input.withholdsPersonal) {
    const about = candidates.map(({ applicant, dossier }) => ({ applicant, details: detailsOf(applicant, dossier) }));
    refuseDetails(about, input.language, text, problems);
  }
  const planned = candidates.map((candidate) => ({
    candidate,
    messages: mailsAbout(candidate, recipients, { input, text }, context, problems),
  }));
  const included = planned.map(({ candidate, messages }): PlannedChange => {
    const changes = problems.none ? messages.map(createMessage) : [];
    return { ...applicationOf(candidate.applicant), changes, messages };
  });
  const warnings = planWarnings(admitted, ['no-consent']);
  return { included, excluded, warnings, problems: problems.list() };
}

/** R18: valid addresses; and nobody is sent what is said about an applicant who is one of them. */
function recipientsOf(
  selection: Selection,
  { to, dossiers }: ForwardInput,
  problems: Problems,
): readonly Message['to'][] {
  const { mailboxes, wrong } = parseRecipients(to);
  const applicants = new Set(
    selection
      .flatMap(({ applicationId, person }) => [person, ...(dossiers[applicationId]?.otherDetails ?? [])])
      .map(({ email }) => email.trim().toLowerCase()),
  );
  for (const typed of wrong) problems.add('forward-recipient-invalid', null, typed);
  for (const { address } of mailboxes) {
    if (applicants.has(address.toLowerCase())) problems.add('forward-recipient-applicant', null, address);
  }
  if (mailboxes.length === 0 && wrong.length === 0) problems.add('forward-recipient-missing');
  return mailboxes;
}

function mailsAbout(
  candidate: Candidate,
  recipients: readonly Message['to'][],
  { input, text }: { readonly input: ForwardInput; readonly text: MailText },
  context: PlanContext,
  problems: Problems,
) {
  const { applicant, dossier } = candidate;
  const { from, language } = input;
  const profile = profileOf(candidate, input, context);
  const values = valuesFor(applicant, profile.title, input, context);
  const below = writeProfile(profile);
  // C36: an original names the person, whatever is withheld beside it.
  const documents = input.withholdsPersonal || input.withoutFiles ? [] : dossier.documents;
  const attachments = documents.map(({ fileId, name, mediaType }) => ({ fileId, name, mediaType }));
  return (recipients.length === 0 ? [NOBODY] : recipients).map((to) => {
    const { applicationId, vacancyId, person } = applicant;
    const about = { personId: person.id, applicationId, vacancyId };
    const mail = {
      about,
      to,
      language,
      purpose: 'forward',
      from,
      text,
      values,
      extras: { attachments },
      below,
    } as const;
    return planAddressedMail(mail, context, problems);
  });
}

/** Before anybody is named the mail is shown all the same; a problem keeps it here. */
const NOBODY: Message['to'] = { name: '', address: '' };

function valuesFor(
  applicant: Applicant,
  candidate: string,
  { withholdsPersonal }: ForwardInput,
  context: PlanContext,
): FieldValues {
  const values = { ...applicantFields(applicant, context), candidate };
  return withholdsPersonal ? { ...values, 'given-name': candidate, 'family-name': candidate } : values;
}

/** R29, R30: the application as the reader gets it, with or without what says whose it is. */
function profileOf({ applicant, dossier, place, of }: Candidate, input: ForwardInput, context: PlanContext): Profile {
  const words = context.forward.words(input.language);
  const vacancy = context.vacancy(applicant.vacancyId);
  const questions = vacancy?.questions ?? [];
  const { person } = applicant;
  const name = `${person.givenName} ${person.familyName}`.trim();
  const details = detailsOf(applicant, dossier);
  const how: AnonymiseContext = { year: yearOf(context), words: words.withheld };
  const own = (text: string): string =>
    input.withholdsPersonal ? details.reduce((rest, one) => anonymise(rest, one, how), text) : text;
  const row = (label: keyof typeof words.labels, value: string) => ({ label: words.labels[label], value });
  const { labels } = words;
  const personal = [
    row('email', person.email),
    row('phone', person.phone),
    row('school', dossier.school),
    row('city', dossier.city),
    row('language', words.languages[person.language]),
  ];
  return {
    title: input.withholdsPersonal ? words.candidate(place, of) : name,
    rows: [
      row('vacancy', vacancy?.title ?? ''),
      row('vacancyRef', vacancy?.reference ?? ''),
      row('department', vacancy?.department ?? ''),
      ...(input.withholdsPersonal ? [] : personal),
    ],
    sections: [
      { heading: labels.applicationText, parts: [{ label: '', text: own(dossier.text) }] },
      {
        heading: labels.answers,
        parts: questions.map(({ id, text }) => ({ label: text, text: own(dossier.answers[id] ?? '') })),
      },
    ],
  };
}

/** Those that hold, and those of the person's other dossiers (G-13). */
function detailsOf(
  { person }: Applicant,
  { school, city, otherDetails }: ForwardedDossier,
): readonly PersonalDetails[] {
  const { givenName, familyName, email, phone } = person;
  return [{ givenName, familyName, email, phone, school, city }, ...otherDetails];
}

function yearOf({ now, organisation }: PlanContext): number {
  return Number(dateIn(organisation.zone, now).slice(0, 4));
}
