import type { i18n } from 'i18next';
import { currentFair } from '../../../shared/domain/current-fair.js';
import { answerLinks, NO_ANSWER } from '../../../shared/domain/answer-links.js';
import { interviewFields, type InterviewSaid } from '../../../shared/domain/interview-mail.js';
import { departmentKey } from '../../../shared/domain/mail-template-id.js';
import {
  FORWARDED_FIELDS,
  GENERAL_FIELDS,
  INTERVIEW_FIELDS,
  LOGIN_FIELDS,
  PANEL_MAIL_FIELDS,
  type FieldValues,
  type OfferedField,
} from '../../../shared/domain/merge-fields.js';
import { MY_PAGE_LINK, PASSWORD_TAG } from '../../../shared/domain/login-mail.js';
import { panelLink } from '../../../shared/domain/page-link.js';
import type { PageLinks } from '../../../shared/domain/panel-context.js';
import { NO_TEXT } from '../../../shared/domain/plan-mail.js';
import type { FieldLinks } from '../../../shared/domain/message-text.js';
import { isInvitation, type MailTemplate } from '../../../shared/i18n/shipped-mail-text.js';
import { addDays, dateIn, instantAt, type Instant } from '../../../shared/lib/time.js';
import type { InterviewId, Language, RecruiterId } from '../../../shared/records/primitives.js';
import type { Recruiter } from '../../../shared/records/recruiter.js';
import { hmacSha256 } from '../../data/hmac-sha256.js';
import type { Roster, Stored } from '../../data/roster/rows.js';
import { interviewWords } from '../../../shared/i18n/interview-words.js';

const FAMILY_NAMES = { sv: 'Exempel', da: 'Eksempel', nl: 'Voorbeeld', nb: 'Eksempel', en: 'Sample' } as const;

/** What can be filled in where mails of this kind are written. */
export function fieldsFor(purpose: MailTemplate): readonly OfferedField[] {
  if (purpose === 'panel-review') return PANEL_MAIL_FIELDS;
  if (purpose === 'forward') return FORWARDED_FIELDS;
  if (purpose === 'credentials') return [...GENERAL_FIELDS, ...LOGIN_FIELDS];
  if (!isOfInterview(purpose)) return GENERAL_FIELDS;
  // To a cancelled interview there is nothing to answer.
  const fields = INTERVIEW_FIELDS.filter((field) => field !== 'confirmlink' || purpose !== 'interview-cancelled');
  return [...GENERAL_FIELDS, ...fields];
}

function isOfInterview(purpose: MailTemplate): boolean {
  return isInvitation(purpose) || purpose.startsWith('interview-');
}

/** What the fields say to somebody made up. */
export interface Sample {
  readonly values: FieldValues;
  readonly links: FieldLinks;
}

/** Of a request to a panel: three applicants, and a link that leads nowhere. */
const SAMPLE_LINK = panelLink('sample');
const SAMPLE_REQUEST = {
  fields: { 'number-of-applicants': '3' },
  links: { 'collaborative-link-url': [{ label: SAMPLE_LINK, address: SAMPLE_LINK }] },
} as const satisfies { readonly fields: FieldValues; readonly links: FieldLinks };
const SAMPLE_PAGES: PageLinks = { drawToken: () => 'sample', hash: (text) => text };

/** Of the mail that lets somebody in: the password is made when it leaves. */
const SAMPLE_LOGIN = {
  fields: { username: 'kim@example.com', password: PASSWORD_TAG },
  links: { 'my-page-url': [{ label: MY_PAGE_LINK, address: MY_PAGE_LINK }] },
} as const satisfies { readonly fields: FieldValues; readonly links: FieldLinks };

interface SampleOf {
  readonly purpose: MailTemplate;
  readonly language: Language;
  /** Empty: a vacancy of whichever. */
  readonly department: string;
  readonly roster: Roster;
  readonly recruiterId: string | null;
  readonly now: Instant;
  readonly translator: i18n;
  /** Candidates answer on a page of the server. */
  readonly hasPages: boolean;
}

/**
 * What the fields say in a preview: the organisation's own name and a vacancy of its own, an invented person, an
 * interview a week from now at the fair's stand. Fields that mails of this kind cannot fill say nothing.
 */
export function sampleOf(of: SampleOf): Sample {
  const { purpose, language, department, roster, recruiterId, translator } = of;
  const isHere = (one: string): boolean => department === '' || departmentKey(one) === departmentKey(department);
  const vacancy = [...roster.vacancies.values()].find((one) => one.state === 'open' && isHere(one.department));
  const recruiter = [...roster.recruiters.values()].find(({ id }) => id === recruiterId) ?? null;
  const about: { readonly fields: FieldValues; readonly links: FieldLinks } = isOfInterview(purpose)
    ? sampleInterview(of, recruiter, vacancy?.title ?? '')
    : purpose === 'panel-review'
      ? SAMPLE_REQUEST
      : purpose === 'credentials'
        ? SAMPLE_LOGIN
        : { fields: {}, links: {} };
  const known: FieldValues = {
    'given-name': 'Kim',
    'family-name': FAMILY_NAMES[language],
    candidate: `Kim ${FAMILY_NAMES[language]}`,
    'vacancy-title': vacancy?.title ?? '',
    'vacancy-ref-number': vacancy?.reference ?? '',
    department: vacancy?.department ?? department,
    company: roster.organisation?.name ?? '',
    'contact-person': recruiter?.name ?? '',
    'recruiter-name': recruiter?.name ?? '',
    ...about.fields,
  };
  const t = translator.getFixedT(language);
  // The word of a field, where nothing is known before there is a recipient.
  const valueOf = (field: OfferedField): string => {
    const value = known[field] ?? '';
    return value === '' ? t(`progress.fields.${field}`) : value;
  };
  const inWords = fieldsFor(purpose).filter((field) => about.links[field] === undefined);
  return { values: Object.fromEntries(inWords.map((field) => [field, valueOf(field)])), links: about.links };
}

/** By the code that writes the real invitations (R67, R86). */
function sampleInterview(
  { purpose, language, roster, now, translator, hasPages }: SampleOf,
  recruiter: Stored<RecruiterId, Recruiter> | null,
  vacancy: string,
): { readonly fields: FieldValues; readonly links: FieldLinks } {
  const zone = roster.organisation?.zone ?? 'UTC';
  const today = dateIn(zone, now);
  const stand = currentFair(roster.fairs.values(), today)?.stand ?? '';
  const interview: InterviewSaid = {
    id: '0'.repeat(32) as InterviewId,
    type: 'initial',
    kind: 'in-person',
    recruiterIds: recruiter === null ? [] : [recruiter.id],
    startsAt: instantAt(zone, addDays(today, 7), '10:00'),
    minutes: 30,
    place: stand === '' ? translator.getFixedT(language)('templates.samplePlace') : stand,
    sequence: 0,
    answerKey: '0'.repeat(64),
  };
  const context = {
    organisation: { zone },
    recruiterName: () => recruiter?.name ?? '',
    interviews: {
      words: (one: Language) => interviewWords(translator, one),
      sign: hmacSha256,
      replyPages: hasPages ? SAMPLE_PAGES : null,
    },
  };
  const to = {
    language,
    vacancy,
    replyTo: recruiter?.email ?? '',
    purpose: 'invitation',
    contents: NO_TEXT.contents,
  } as const;
  return {
    fields: interviewFields(interview, language, context),
    links: (purpose === 'interview-cancelled' ? NO_ANSWER : answerLinks(interview, to, context)).links,
  };
}
