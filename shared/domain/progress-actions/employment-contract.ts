import type { Change } from '../../changes/change-set.js';
import { sameJson } from '../../lib/json.js';
import { dateIn } from '../../lib/time.js';
import type { ContractDocument, EmploymentTerms } from '../../records/contract.js';
import type { Document } from '../../records/document.js';
import type { ContractTemplateId, DocumentId, Language } from '../../records/primitives.js';
import { admit } from '../admit.js';
import { agreeOn } from '../agree-on.js';
import { composeContract, contractValues } from '../contract-document.js';
import { addDocument } from '../dossier-changes.js';
import { isEmailAddress } from '../email-address.js';
import { applicantFields, createMessage, planMail, Problems, type MailPart, NO_TEXT } from '../plan-mail.js';
import { planWarnings, type ApplicantWarningCode } from '../progress-action-warnings.js';
import type {
  Applicant,
  Plan,
  PlanContext,
  PlannedChange,
  PlannedMessage,
  PlanWarning,
  PlanWarningCode,
  ProgressAction,
} from '../progress-action.js';
import { mailRecipients } from '../recipients.js';
import { applicationOf, stampOf } from '../status-event.js';

/** What is asked for one person (C30). */
export interface ContractRow {
  readonly terms: EmploymentTerms;
  /** What was typed as the start date and is no date. */
  readonly dateTyped?: string | undefined;
  /** Null: the closest one. */
  readonly template: ContractTemplateId | null;
}

/** A contract that lies in the dossier already, sealed, so that the plan can name it. */
export interface RenderedContract {
  readonly document: ContractDocument;
  readonly file: Pick<Document, 'fileId' | 'name' | 'mediaType' | 'size'>;
}

/** What the page *Employment contract* asks for (R41, C24, C30), and what was made of it; both by application. */
export interface ContractFields {
  readonly rows: Readonly<Record<string, ContractRow>>;
  readonly rendered: Readonly<Record<string, RenderedContract>>;
}

export type EmploymentContractInput = ContractFields & MailPart;

const WARNINGS: readonly ApplicantWarningCode[] = ['demo-recipients', 'no-consent'];

/** R41: a PDF with the applicant's own contract information, mailed and kept in the dossier. No status changes. */
export const employmentContract: ProgressAction<EmploymentContractInput> = { id: 'employment-contract', plan };

/** The contracts that must be rendered before the plan can be carried out; those of them that are complete. */
export function contractsToRender(
  selection: readonly Applicant[],
  input: EmploymentContractInput,
  context: PlanContext,
): readonly { readonly applicant: Applicant; readonly document: ContractDocument }[] {
  return whoGetsOne(selection, input).recipients.flatMap((applicant) => {
    const problems = new Problems();
    const document = writeContract(applicant, input, context, problems);
    if (document === null || !problems.none || renderedFor(applicant, input, document) !== null) return [];
    return [{ applicant, document }];
  });
}

function plan(selection: readonly Applicant[], input: EmploymentContractInput, context: PlanContext): Plan {
  const { recipients, excluded } = whoGetsOne(selection, input);
  const problems = new Problems();
  if (recipients.length === 0) problems.add('nobody-left');
  if (!isEmailAddress(input.from.address)) problems.add('from-invalid');
  const planned = recipients.map((applicant) => {
    const document = writeContract(applicant, input, context, problems);
    const rendered = document === null ? null : renderedFor(applicant, input, document);
    if (rendered === null) problems.add('contract-not-rendered', null, null, applicant.applicationId);
    return { applicant, rendered, message: planContractMail(applicant, input, rendered, context, problems) };
  });
  const included = planned.map(({ applicant, rendered, message }): PlannedChange => {
    const changes = problems.none && rendered !== null ? changesFor(applicant, input, rendered, message, context) : [];
    return { applicationId: applicant.applicationId, personId: applicant.person.id, changes, messages: [message] };
  });
  return { included, excluded, warnings: warningsOf(recipients, input, context), problems: problems.list() };
}

/** Besides what the people's own records say: a start that is over, and words that look like a tag left unfilled. */
function warningsOf(recipients: readonly Applicant[], { rows }: ContractFields, context: PlanContext) {
  const today = dateIn(context.organisation.zone, context.now);
  const ownWarning = (code: PlanWarningCode, concerns: (terms: EmploymentTerms) => boolean): readonly PlanWarning[] => {
    const applicationIds = recipients.flatMap(({ applicationId }) => {
      const terms = rows[applicationId]?.terms;
      return terms !== undefined && concerns(terms) ? [applicationId] : [];
    });
    return applicationIds.length === 0 ? [] : [{ code, applicationIds }];
  };
  return [
    ...planWarnings(recipients, WARNINGS),
    ...ownWarning('start-date-past', ({ startDate }) => startDate !== null && startDate < today),
    ...ownWarning('braces-typed', ({ position, department, salary, own }) =>
      [position, department, salary, ...Object.values(own)].some((typed) => typed.includes('{')),
    ),
  ];
}

/** C26, C33: the one reason that cannot be put right by a tick is said first. */
function whoGetsOne(selection: readonly Applicant[], input: EmploymentContractInput) {
  const { admitted, excluded } = admit('employment-contract', selection, { ...input, unticked: new Set() });
  const written = new Set(Object.keys(input.texts) as Language[]);
  const mails = mailRecipients(admitted, written, input.unticked);
  return { recipients: mails.recipients, excluded: [...excluded, ...mails.excluded] };
}

/** Null where nothing was asked yet; what is missing in it is added to `problems`. */
function writeContract(
  applicant: Applicant,
  { rows }: ContractFields,
  context: PlanContext,
  problems: Problems,
): ContractDocument | null {
  const { applicationId, person } = applicant;
  const row = rows[applicationId];
  if (row === undefined) {
    problems.add('contract-unfilled', null, 'position', applicationId);
    return null;
  }
  const { terms, template } = row;
  const { language } = person;
  const { name: company, zone } = context.organisation;
  const date = dateIn(zone, context.now);
  const wording = context.contracts.wording(template, terms.department, language);
  const values = contractValues(applicant, terms, date, context);
  const { document, unknown, unfilled } = composeContract(wording, values, { language, company, date });
  for (const tag of unknown) problems.add('contract-tag-unknown', language, tag);
  // C24: these are asked whether or not the wording names them, for *Hire* needs them too.
  const asked = ['position', 'start-date'].filter((tag) => (values.get(tag) ?? '').trim() === '');
  const isNoDate = terms.startDate === null && (row.dateTyped ?? '').trim() !== '';
  for (const tag of new Set([...asked, ...unfilled])) {
    const code = tag === 'start-date' && isNoDate ? 'contract-date-invalid' : 'contract-unfilled';
    problems.add(code, null, tag, applicationId);
  }
  return document;
}

/** Null where none was made, or one of something that is no longer so. */
function renderedFor(
  { applicationId }: Applicant,
  { rendered }: ContractFields,
  document: ContractDocument,
): RenderedContract | null {
  const there = rendered[applicationId];
  return there !== undefined && sameJson(there.document, document) ? there : null;
}

function planContractMail(
  applicant: Applicant,
  { from, texts }: MailPart,
  rendered: RenderedContract | null,
  context: PlanContext,
  problems: Problems,
): PlannedMessage {
  const text = texts[applicant.person.language] ?? NO_TEXT;
  const values = applicantFields(applicant, context);
  const attachments = rendered === null ? [] : [attachmentOf(rendered.file)];
  const mail = { applicant, purpose: 'contract', from, text, values, extras: { attachments } } as const;
  return planMail(mail, context, problems);
}

function attachmentOf({ fileId, name, mediaType }: RenderedContract['file']) {
  return { fileId, name, mediaType };
}

function changesFor(
  applicant: Applicant,
  { rows }: ContractFields,
  { file }: RenderedContract,
  message: PlannedMessage,
  context: PlanContext,
): readonly Change[] {
  const { applicationId, person } = applicant;
  const place = { personId: person.id, applicationId };
  const kept = { id: context.newId() as DocumentId, at: context.now, kind: 'contract' } as const;
  const terms = rows[applicationId]?.terms;
  const known = context.contracts.agreed(applicationId);
  const agreed =
    terms === undefined || (known !== null && sameJson(known, terms))
      ? []
      : [agreeOn(applicationOf(applicant), terms, stampOf(context))];
  return [...agreed, addDocument(place, file, kept), createMessage(message)];
}
