import type { Change } from '../../changes/change-set.js';
import type { PanelReview } from '../../records/panel-review.js';
import type { ApplicationId, Language, PanelReviewId, RecruiterId, VacancyId } from '../../records/primitives.js';
import type { Vacancy } from '../../records/vacancy.js';
import { admit } from '../admit.js';
import { isEmailAddress } from '../email-address.js';
import { holdForServer } from '../needs-server.js';
import type { Colleague } from '../panel-context.js';
import { panelLink } from '../page-link.js';
import { createMessage, NO_TEXT, planAddressedMail, Problems, vacancyFields, type MailPart } from '../plan-mail.js';
import type {
  Applicant,
  Plan,
  PlanContext,
  PlannedMessage,
  PlanWarning,
  ProgressAction,
  Selection,
} from '../progress-action.js';
import { planWarnings } from '../progress-action-warnings.js';
import { refuseDetails } from '../refuse-details.js';
import { usesField } from '../rich-text-fields.js';
import { applicationOf } from '../status-event.js';

/** Who is asked for a review, and what they may say (G-5, T6). */
export interface PanelReviewFields extends Pick<PanelReview, 'noRating' | 'noComments' | 'notifies'> {
  /** R30. */
  readonly withholdsPersonal: boolean;
  /** Those who wrote nothing of their own: withheld, a reviewer has nothing to read of them. */
  readonly wordless: readonly ApplicationId[];
  readonly internal: readonly { readonly recruiterId: RecruiterId; readonly language: Language }[];
  /** Typed; a row without a word in it is nobody. */
  readonly external: readonly { readonly name: string; readonly address: string; readonly language: Language }[];
}

export type PanelReviewInput = PanelReviewFields & MailPart;

/**
 * R45–R48: asks colleagues and others to review the applicants, one request for each vacancy. No status changes (C26). Until
 * there is a server for the page behind the link the mails are held (C18).
 */
export const panelReview: ProgressAction<PanelReviewInput> = { id: 'panel-review', plan };

interface Asked {
  readonly recruiterId: RecruiterId | null;
  readonly name: string;
  readonly address: string;
  readonly language: Language;
}

function plan(selection: Selection, input: PanelReviewInput, context: PlanContext): Plan {
  const { admitted, excluded } = admit('panel-review', selection, input);
  const problems = new Problems();
  if (admitted.length === 0) problems.add('nobody-left');
  if (!isEmailAddress(input.from.address)) problems.add('from-invalid');
  const asked = whoIsAsked(
    input,
    departmentsOf(admitted, (id) => context.vacancy(id)),
    context,
  );
  checkAsked(asked, problems);
  if (input.withholdsPersonal) refuseNames(admitted, input, problems);
  const requests = [...byVacancy(admitted)].map(([vacancyId, applicants]) => {
    return planRequest({ vacancyId, applicants, asked }, input, context, problems);
  });
  const messages = requests.flatMap((request) => request.messages);
  const changes = problems.none ? requests.flatMap((request) => changesOf(request, context)) : [];
  const included = admitted.map((applicant) => ({ ...applicationOf(applicant), changes: [], messages: [] }));
  const warnings = [
    ...heldMails(admitted),
    ...nothingToRead(admitted, input),
    ...planWarnings(admitted, ['no-consent']),
  ];
  return { included, joint: { changes, messages }, excluded, warnings, problems: problems.list() };
}

/** The languages in which the request is written, the first recipient's first, with how many read each. */
export function reviewerLanguages({ internal, external }: PanelReviewFields): ReadonlyMap<Language, number> {
  const languages = [...internal, ...external.filter(isFilledIn)].map(({ language }) => language);
  return new Map(languages.map((language) => [language, languages.filter((one) => one === language).length]));
}

/** The departments of the vacancies that these people applied for; none for a vacancy without one. */
export function departmentsOf(
  selection: Selection,
  vacancyOf: (id: VacancyId) => Pick<Vacancy, 'department'> | null,
): ReadonlySet<string> {
  const departments = selection.map(({ vacancyId }) => vacancyOf(vacancyId)?.department.trim() ?? '');
  return new Set(departments.filter((department) => department !== ''));
}

/** G-5: internal recipients are those of the vacancy's department; whoever is in none works in all. */
export function mayBeAsked({ departments }: Pick<Colleague, 'departments'>, of: ReadonlySet<string>): boolean {
  return departments.length === 0 || [...of].every((department) => departments.includes(department));
}

function whoIsAsked(
  { internal, external }: PanelReviewFields,
  departments: ReadonlySet<string>,
  { panel }: PlanContext,
): readonly Asked[] {
  return [
    ...internal.flatMap(({ recruiterId, language }): Asked[] => {
      const colleague = panel.colleague(recruiterId);
      return colleague === null || !mayBeAsked(colleague, departments)
        ? []
        : [{ recruiterId, name: colleague.name, address: colleague.email.trim(), language }];
    }),
    ...external.filter(isFilledIn).map(({ name, address, language }) => {
      return { recruiterId: null, name: name.trim(), address: address.trim(), language };
    }),
  ];
}

function isFilledIn({ name, address }: PanelReviewFields['external'][number]): boolean {
  return name.trim() !== '' || address.trim() !== '';
}

function checkAsked(asked: readonly Asked[], problems: Problems): void {
  if (asked.length === 0) problems.add('panel-reviewer-missing');
  const seen = new Set<string>();
  for (const { name, address } of asked) {
    const known = address.toLowerCase();
    if (!isEmailAddress(address)) problems.add('panel-address-invalid', null, address === '' ? name : address);
    else if (seen.has(known)) problems.add('panel-address-twice', null, address);
    seen.add(known);
  }
}

/** The request itself names nobody either (R30). */
function refuseNames(admitted: Selection, input: PanelReviewInput, problems: Problems): void {
  const withheld = admitted.map((applicant) => {
    const { givenName, familyName, email, phone } = applicant.person;
    return { applicant, details: [{ givenName, familyName, email, phone, school: '', city: '' }] };
  });
  for (const language of reviewerLanguages(input).keys()) {
    refuseDetails(withheld, language, input.texts[language] ?? NO_TEXT, problems);
  }
}

function byVacancy(admitted: Selection): ReadonlyMap<VacancyId, readonly Applicant[]> {
  const groups = new Map<VacancyId, Applicant[]>();
  for (const applicant of admitted) {
    const group = groups.get(applicant.vacancyId);
    if (group === undefined) groups.set(applicant.vacancyId, [applicant]);
    else group.push(applicant);
  }
  return groups;
}

interface Request {
  readonly id: PanelReviewId;
  readonly review: PanelReview;
  readonly messages: readonly PlannedMessage[];
}

interface AskedAbout {
  readonly vacancyId: VacancyId;
  readonly applicants: readonly Applicant[];
  readonly asked: readonly Asked[];
}

function planRequest(
  { vacancyId, applicants, asked }: AskedAbout,
  { from, texts, noRating, noComments, notifies, withholdsPersonal }: PanelReviewInput,
  context: PlanContext,
  problems: Problems,
): Request {
  const id = context.newId() as PanelReviewId;
  const values = { ...vacancyFields(vacancyId, context), 'number-of-applicants': applicants.length.toString() };
  const about = { personId: null, applicationId: null, vacancyId };
  const invitations = asked.map(({ recruiterId, name, address, language }) => {
    const text = texts[language] ?? NO_TEXT;
    if (!usesField(text.contents, 'collaborative-link-url')) problems.add('panel-link-missing', language);
    const token = context.panel.drawToken(`${vacancyId} ${address.toLowerCase()}`);
    const link = panelLink(token);
    const links = { 'collaborative-link-url': [{ label: link, address: link }] };
    const extras = { panelReviewId: id };
    const to = { name, address };
    const mail = { about, to, language, purpose: 'panel-review', from, text, values, links, extras } as const;
    const tokenHash = context.panel.hash(token);
    const reviewer = { id: context.newId(), name, address, recruiterId, language, tokenHash };
    return { reviewer, message: planAddressedMail(mail, context, problems) };
  });
  const review: PanelReview = {
    vacancyId,
    requestedBy: context.recruiter.id,
    requestedAt: context.now,
    applicationIds: applicants.map(({ applicationId }) => applicationId),
    noRating,
    noComments,
    notifies,
    ...(withholdsPersonal ? { withholdsPersonal } : {}),
    reviewers: invitations.map(({ reviewer }) => reviewer),
  };
  return { id, review, messages: invitations.map(({ message }) => message) };
}

/** The request stands before its mails: undo keeps it when one of them has left. */
function changesOf({ id, review, messages }: Request, context: PlanContext): readonly Change[] {
  const stamp = () => ({ id: context.newId(), at: context.now, by: context.recruiter.id });
  return [
    { kind: 'create', table: 'panelReview', id, dossier: null, fields: review },
    ...messages.flatMap((message): Change[] => [
      createMessage(message),
      { kind: 'event', table: 'message', id: message.id, dossier: null, event: holdForServer(stamp()) },
    ]),
  ];
}

/** R30: it is allowed, and a reviewer could only guess. */
function nothingToRead(admitted: Selection, { withholdsPersonal, wordless }: PanelReviewInput): readonly PlanWarning[] {
  const of = admitted.map(({ applicationId }) => applicationId).filter((id) => wordless.includes(id));
  return withholdsPersonal && of.length > 0 ? [{ code: 'nothing-to-read', applicationIds: of }] : [];
}

function heldMails(admitted: Selection): readonly PlanWarning[] {
  const applicationIds = admitted.map(({ applicationId }) => applicationId);
  return applicationIds.length === 0 ? [] : [{ code: 'needs-server', applicationIds }];
}
