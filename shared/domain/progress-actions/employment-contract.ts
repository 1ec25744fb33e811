import type { Change, EventChange } from '../../changes/change-set.js';
import { sameJson } from '../../lib/json.js';
import { dateIn } from '../../lib/time.js';
import type { ContractDocument, EmploymentTerms } from '../../records/contract.js';
import type { Document } from '../../records/document.js';
import type { ApplicationId, DocumentId, Language } from '../../records/primitives.js';
import { composeContract, contractValues } from '../contract-document.js';
import type { Wording } from '../contract-tags.js';
import { addDocument } from '../dossier-changes.js';
import { isEmailAddress } from '../email-address.js';
import { applicantFields, createMessage, planMail, Problems, type MailTexts } from '../plan-mail.js';
import type {
  Applicant,
  Plan,
  PlanContext,
  PlannedChange,
  PlannedMessage,
  ProgressAction,
} from '../progress-action.js';
import { permissionOf } from '../progress-permission.js';
import { mailRecipients } from '../recipients.js';

/** What is asked for one person (C30). */
export interface ContractRow {
  readonly terms: EmploymentTerms;
  /** What was agreed before, in this action or in *Hire* (C24). */
  readonly known: EmploymentTerms | null;
  readonly wording: Wording;
}

/** A contract that lies in the dossier already, sealed, so that the plan can name it. */
export interface RenderedContract {
  readonly document: ContractDocument;
  readonly file: Pick<Document, 'fileId' | 'name' | 'mediaType' | 'size'>;
}

/** What the pages of *Employment contract* ask for (R41, C24, C30). */
export interface EmploymentContractInput {
  readonly from: { readonly name: string; readonly address: string };
  readonly texts: MailTexts;
  readonly unticked: ReadonlySet<ApplicationId>;
  /** C26: those who were rejected, have withdrawn or are saved, and were ticked in. */
  readonly tickedIn: ReadonlySet<ApplicationId>;
  readonly rows: ReadonlyMap<ApplicationId, ContractRow>;
  /** The organisation's own tags. */
  readonly ownTags: readonly string[];
  readonly rendered: ReadonlyMap<ApplicationId, RenderedContract>;
}

/** R41: a PDF with the applicant's own contract information, mailed and kept in the dossier. No status changes. */
export const employmentContract: ProgressAction<EmploymentContractInput> = { id: 'employment-contract', plan };

export interface WrittenContract {
  readonly applicant: Applicant;
  readonly document: ContractDocument;
}

/** The contracts that must be rendered before the plan can be made; those that are complete. */
export function contractsOf(
  selection: readonly Applicant[],
  input: EmploymentContractInput,
  context: PlanContext,
): readonly WrittenContract[] {
  return whoGetsOne(selection, input).recipients.flatMap((applicant) => {
    const problems = new Problems();
    const document = writeContract(applicant, input, context, problems);
    return document === null || !problems.none ? [] : [{ applicant, document }];
  });
}

function plan(selection: readonly Applicant[], input: EmploymentContractInput, context: PlanContext): Plan {
  const { recipients, excluded } = whoGetsOne(selection, input);
  const problems = new Problems();
  if (recipients.length === 0) problems.add('nobody-left');
  if (!isEmailAddress(input.from.address)) problems.add('from-invalid');
  const planned = recipients.map((applicant) => {
    const document = writeContract(applicant, input, context, problems);
    const there = input.rendered.get(applicant.applicationId);
    const rendered = document !== null && there !== undefined && sameJson(there.document, document) ? there : null;
    if (document !== null && rendered === null)
      problems.add('contract-not-rendered', null, null, applicant.applicationId);
    return { applicant, rendered, message: planContractMail(applicant, input, rendered, context, problems) };
  });
  const included = planned.map(({ applicant, rendered, message }): PlannedChange => {
    const changes = problems.none && rendered !== null ? changesFor(applicant, input, rendered, message, context) : [];
    return { applicationId: applicant.applicationId, personId: applicant.person.id, changes, messages: [message] };
  });
  return { included, excluded, problems: problems.list() };
}

/** C26: whom one must ask about is left out, and named, unless ticked in. */
function whoGetsOne(selection: readonly Applicant[], { texts, unticked, tickedIn }: EmploymentContractInput) {
  const asks = selection.filter(
    ({ status, applicationId }) =>
      permissionOf('employment-contract', status) === 'asks' && !tickedIn.has(applicationId),
  );
  const others = selection.filter((applicant) => !asks.includes(applicant));
  const { recipients, excluded } = mailRecipients(others, new Set(Object.keys(texts) as Language[]), unticked);
  return {
    recipients,
    excluded: [...excluded, ...asks.map(({ applicationId }) => ({ applicationId, reason: 'asks-first' as const }))],
  };
}

/** Null where nothing can be written, because nothing was asked yet; what is missing in it is added to `problems`. */
function writeContract(
  applicant: Applicant,
  { rows, ownTags: own }: EmploymentContractInput,
  context: PlanContext,
  problems: Problems,
): ContractDocument | null {
  const { applicationId, person } = applicant;
  const row = rows.get(applicationId);
  if (row === undefined) {
    problems.add('contract-unfilled', null, 'position', applicationId);
    return null;
  }
  const { terms, wording } = row;
  const date = dateIn(context.organisation.zone, context.now);
  const values = contractValues(applicant, terms, { date, own }, context);
  const { language } = person;
  const frame = { language, company: context.organisation.name, date };
  const { document, unknown, unfilled } = composeContract(wording, values, frame);
  for (const tag of unknown) problems.add('contract-tag-unknown', language, tag);
  // C24: these are asked whether or not the wording names them, for *Hire* needs them too.
  const asked = ['position', 'start-date'].filter((tag) => (values.get(tag) ?? '').trim() === '');
  for (const tag of new Set([...asked, ...unfilled])) problems.add('contract-unfilled', null, tag, applicationId);
  return document;
}

function planContractMail(
  applicant: Applicant,
  { from, texts }: EmploymentContractInput,
  rendered: RenderedContract | null,
  context: PlanContext,
  problems: Problems,
): PlannedMessage {
  const text = texts[applicant.person.language] ?? { subject: '', contents: '' };
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
  { rows }: EmploymentContractInput,
  { file }: RenderedContract,
  message: PlannedMessage,
  context: PlanContext,
): readonly Change[] {
  const { applicationId, person } = applicant;
  const place = { personId: person.id, applicationId };
  const kept = { id: context.newId() as DocumentId, at: context.now, kind: 'contract' } as const;
  const row = rows.get(applicationId);
  const agreed = row === undefined || sameJson(row.known, row.terms) ? [] : [agree(applicant, row.terms, context)];
  return [...agreed, addDocument(place, file, kept), createMessage(message)];
}

/** What was agreed, for whichever of contract and hire comes next (C24). */
function agree({ applicationId, person }: Applicant, terms: EmploymentTerms, context: PlanContext): EventChange {
  const { now: at, recruiter } = context;
  return {
    kind: 'event',
    table: 'application',
    id: applicationId,
    dossier: person.id,
    event: { id: context.newId(), type: 'employment', at, by: recruiter.id, terms },
  };
}
