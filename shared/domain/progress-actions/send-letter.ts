import type { Change } from '../../changes/change-set.js';
import { sameJson } from '../../lib/json.js';
import { dateIn } from '../../lib/time.js';
import type { Letter, LetterDocument, LetterTemplate } from '../../records/letter.js';
import type { Language, LetterId } from '../../records/primitives.js';
import { admit } from '../admit.js';
import { composeLetter } from '../compose-letter.js';
import { applicantFields, NO_TEXT, Problems, type MailPart } from '../plan-mail.js';
import { ADDRESS_LINES, addressLines, cleanAddress, noteAddress } from '../postal-address.js';
import { planWarnings } from '../progress-action-warnings.js';
import type {
  Applicant,
  Plan,
  PlanContext,
  PlannedChange,
  PlannedLetter,
  ProgressAction,
  Selection,
} from '../progress-action.js';
import { letterRecipients } from '../recipients.js';
import { stampOf } from '../status-event.js';

/** What the host said of a letter: it has set it, or its font lacks a character of it. */
export interface RenderedLetter {
  readonly document: LetterDocument;
  readonly readable: boolean;
}

/** What the form *Send letter* asks for (R43, C30), and what the host said of what came of it; both by application. */
export interface LetterFields {
  readonly template: LetterTemplate;
  /** As typed, a line each. */
  readonly addresses: Readonly<Record<string, string>>;
  readonly rendered: Readonly<Record<string, RenderedLetter>>;
}

/** `from` is of no meaning here. */
export type SendLetterInput = LetterFields & MailPart;

/** R42–R44: a letter for each, to be printed and posted by hand. No status changes; nothing is sent. */
export const sendLetter: ProgressAction<SendLetterInput> = { id: 'send-letter', plan };

/** The letters that the host has not set yet; without one of them the plan cannot be carried out. */
export function lettersToRender(
  selection: Selection,
  input: SendLetterInput,
  context: PlanContext,
): readonly { readonly applicant: Applicant; readonly document: LetterDocument }[] {
  return whoGetsOne(selection, input).recipients.flatMap((applicant) => {
    const document = writeLetter(applicant, input, context, new Problems());
    return document === null || renderedFor(applicant, input, document) !== null ? [] : [{ applicant, document }];
  });
}

function plan(selection: Selection, input: SendLetterInput, context: PlanContext): Plan {
  const { recipients, excluded } = whoGetsOne(selection, input);
  const problems = new Problems();
  if (recipients.length === 0) problems.add('nobody-left');
  const planned = recipients.map((applicant) => {
    const { applicationId } = applicant;
    if (addressLines(addressOf(applicant, input)).length > ADDRESS_LINES) {
      problems.add('letter-address-long', null, null, applicationId);
    }
    const document = writeLetter(applicant, input, context, problems);
    const rendered = document === null ? null : renderedFor(applicant, input, document);
    if (document !== null && rendered === null) problems.add('letter-not-rendered', null, null, applicationId);
    if (rendered?.readable === false) problems.add('letter-unreadable', null, null, applicationId);
    return { applicant, document };
  });
  const included = planned.map(({ applicant, document }): PlannedChange => {
    const { applicationId, person } = applicant;
    const letter = document === null ? null : plannedLetter(applicant, document, input, context);
    const changes = problems.none && letter !== null ? changesFor(applicant, letter, input, context) : [];
    return { applicationId, personId: person.id, changes, messages: [], ...(letter === null ? {} : { letter }) };
  });
  const unaddressed = recipients.filter((applicant) => addressLines(addressOf(applicant, input)).length === 0);
  const warnings = [
    ...planWarnings(recipients, ['no-consent']),
    ...(unaddressed.length === 0
      ? []
      : [
          { code: 'no-postal-address', applicationIds: unaddressed.map(({ applicationId }) => applicationId) } as const,
        ]),
  ];
  return { included, excluded, warnings, problems: problems.list() };
}

/** C26, C33: in a language that nothing is written in, nobody gets a letter. */
function whoGetsOne(selection: Selection, input: SendLetterInput) {
  const { admitted, excluded } = admit('send-letter', selection, input);
  const written = new Set(Object.keys(input.texts) as Language[]);
  const letters = letterRecipients(admitted, written);
  return { recipients: letters.recipients, excluded: [...excluded, ...letters.excluded] };
}

function addressOf({ applicationId, person }: Applicant, { addresses }: LetterFields): string {
  return addresses[applicationId] ?? person.postalAddress;
}

/** Null while it says nothing; what is wrong with it is added to `problems`. */
function writeLetter(
  applicant: Applicant,
  input: SendLetterInput,
  context: PlanContext,
  problems: Problems,
): LetterDocument | null {
  const { applicationId, person } = applicant;
  const { language, givenName, familyName } = person;
  const { organisation, recruiter, now } = context;
  const text = input.texts[language] ?? NO_TEXT;
  const { document, ...letter } = composeLetter(text, applicantFields(applicant, context), {
    language,
    date: dateIn(organisation.zone, now),
    sender: organisation,
    recipient: { name: `${givenName} ${familyName}`, address: addressOf(applicant, input) },
    signature: [recruiter.name, organisation.name],
  });
  if (letter.subjectBlank) problems.add('subject-blank', language);
  if (letter.contentsBlank) problems.add('contents-blank', language);
  for (const name of letter.unknown) problems.add('field-unknown', language, name);
  for (const field of letter.unfilled) problems.add('field-unfilled', language, field, applicationId);
  return document;
}

function renderedFor(
  { applicationId }: Applicant,
  { rendered }: LetterFields,
  document: LetterDocument,
): RenderedLetter | null {
  const there = rendered[applicationId];
  return there !== undefined && sameJson(there.document, document) ? there : null;
}

function plannedLetter(
  { applicationId, vacancyId, person }: Applicant,
  document: LetterDocument,
  { template }: LetterFields,
  context: PlanContext,
): PlannedLetter {
  const letter: Letter = {
    personId: person.id,
    applicationId,
    vacancyId,
    template,
    document,
    writtenAt: context.now,
    writtenBy: context.recruiter.id,
  };
  return { id: context.newId() as LetterId, letter };
}

/** C30: an address that was asked for is the person's from now on. */
function changesFor(
  applicant: Applicant,
  { id, letter }: PlannedLetter,
  input: SendLetterInput,
  context: PlanContext,
): readonly Change[] {
  const { person } = applicant;
  const address = cleanAddress(addressOf(applicant, input));
  const noted =
    address === person.postalAddress
      ? []
      : [noteAddress(person.id, address, { ...stampOf(context), id: context.newId() })];
  return [...noted, { kind: 'create', table: 'letter', id, dossier: person.id, fields: letter }];
}
