import { plainToRichText } from '../domain/plain-to-rich-text.js';
import { PROFILE_LABELS, type ForwardWords } from '../domain/forward-words.js';
import { DETAIL_KINDS } from '../domain/text-range.js';
import { HOUR } from '../lib/time.js';
import type { Colleague } from '../domain/panel-context.js';
import type { Applicant, KnownInterview, PlanContext } from '../domain/progress-action.js';
import {
  LANGUAGES,
  type ApplicationId,
  type InterviewId,
  type Language,
  type PersonId,
  type RecruiterId,
  type VacancyId,
} from '../records/primitives.js';
import { RIGHTS } from '../records/recruiter.js';
import { SHIPPED_REJECTION_REASONS } from '../records/rejection-reason.js';
import type { Vacancy } from '../records/vacancy.js';
import { plainMailLayout } from './plain-mail-layout.js';

const VACANCY_ID = 'c'.repeat(32) as VacancyId;
const VACANCY: Vacancy = {
  title: 'Trainee',
  reference: 'T-1',
  department: 'IT',
  location: 'Oslo',
  languages: [],
  contactId: null,
  questions: [],
  state: 'open',
  openedAt: 0,
  demo: false,
};

/** Nothing agreed, no tags of one's own, and a wording that says little. */
export const NO_CONTRACTS: PlanContext['contracts'] = {
  ownTags: [],
  agreed: () => null,
  wording: () => ({ title: 'Contract', blocks: [{ kind: 'paragraph', text: '{position}' }] }),
};

/** Empty calendars, words that say their own name, and signatures that anybody can follow. */
export const NO_INTERVIEWS: PlanContext['interviews'] = {
  sign: (key, text) => hexOf(`${key} ${text}`),
  draw: hexOf,
  busy: () => [],
  nextFree: () => null,
  group: () => null,
  roomOf: (place) => (place.startsWith('Rum') ? place : null),
  words: (language) => ({
    answers: {
      accepted: `${language} yes`,
      'not-accepted': `${language} no`,
      'new-time': `${language} later`,
      withdrawn: `${language} withdraw`,
    },
    reply: `${language} answer`,
    types: { initial: 'Initial', first: 'First', second: 'Second', third: 'Third' },
    telephone: `${language} telephone`,
  }),
  text: (template, language) => ({
    subject: `${language} ${template}`,
    contents: plainToRichText(`{given-name}, {interviewdate}, {interviewtime}`),
  }),
  reminder: (type, language) => ({
    option: 'none',
    daysBefore: 1,
    subject: `${language} ${type} soon`,
    contents: plainToRichText('{given-name}, {interviewdate}, {interviewtime}'),
    signature: '{recruiter-name}',
    sms: '{given-name}, {interviewtime}',
  }),
  mobile: (phone) => (phone.startsWith('+') ? phone.replaceAll(' ', '') : null),
  hasGateway: true,
  replyPages: null,
};

/** Tokens and hashes that say what they are of; one recruiter of every department, one of Finance. */
export const PANEL: PlanContext['panel'] = {
  drawToken: (name) => hexOf(name).slice(0, 43),
  hash: (text) => hexOf(`hash ${text}`),
  colleague: (recruiterId) => COLLEAGUES.get(recruiterId) ?? null,
};

/** Words that say what they are, and no name. */
function wordsOfForward(language: Language): ForwardWords {
  const marked = <Key extends string>(keys: readonly Key[]) =>
    Object.fromEntries(keys.map((key) => [key, `<${key}>`])) as Record<Key, string>;
  return {
    candidate: (place, of) => `${language} candidate ${place.toString()}/${of.toString()}`,
    withheld: marked(DETAIL_KINDS),
    labels: marked(PROFILE_LABELS),
    languages: marked(LANGUAGES),
  };
}

/** 64 hexadecimal digits that depend on every letter of a text; no hash that anything should trust. */
function hexOf(text: string): string {
  let [a, b] = [0x811c9dc5, 0x01000193];
  for (const letter of text) {
    a = Math.imul(a ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
    b = Math.imul(b + a, 0x85ebca6b) >>> 0;
  }
  return [a, b, a ^ b, b + 1].map((part) => (part >>> 0).toString(16).padStart(16, '0')).join('');
}

function id(n: number): string {
  return n.toString(16).padStart(32, '0');
}

const COLLEAGUES: ReadonlyMap<string, Colleague> = new Map([
  [id(9), { name: 'Eva Lind', email: 'eva@example.com', departments: [] }],
  [id(10), { name: 'Per Holm', email: 'per@example.com', departments: ['Finance'] }],
]);

/** Everything a plan may know: 21 September 2026, one vacancy, ids counted up. */
export function planContext(change: Partial<PlanContext> = {}): PlanContext {
  let last = 0xf000;
  return {
    now: 1_790_000_000_000,
    device: 'aaaaaaaaaaaaaaaa',
    newId: () => id((last += 1)),
    organisation: {
      name: 'Example AB',
      zone: 'Europe/Stockholm',
      letterhead: '',
      accent: null,
      departments: [],
      positions: [],
      retentionMonths: 6,
      country: null,
      retentionDays: null,
      undoSeconds: 30,
      rejectionReasons: [...SHIPPED_REJECTION_REASONS],
      ownSteps: [],
    },
    recruiter: { id: id(9) as RecruiterId, name: 'Eva Lind', email: 'eva@example.com', rights: [...RIGHTS] },
    recruiterName: () => null,
    vacancy: (vacancyId) => (vacancyId === VACANCY_ID ? VACANCY : null),
    contracts: NO_CONTRACTS,
    interviews: NO_INTERVIEWS,
    panel: PANEL,
    hasCandidatePages: true,
    forward: { screenLanguage: 'en', words: wordsOfForward },
    applicationsOf: () => [],
    interviewsOf: () => [],
    messagesOf: () => [],
    mail: {
      from: { name: 'Eva Lind', address: 'eva@example.com' },
      layout: (language) => ({ ...plainMailLayout(), before: `<html lang="${language}">` }),
    },
    ...change,
  };
}

/** A first interview of that applicant, in an hour. */
export function knownInterview(
  n: number,
  applicationId: ApplicationId,
  change: Partial<KnownInterview> = {},
): KnownInterview {
  return {
    id: id(n) as InterviewId,
    applicationId,
    type: 'first',
    kind: null,
    recruiterIds: [id(9) as RecruiterId],
    startsAt: planContext().now + HOUR,
    minutes: 30,
    place: 'Room 4',
    sequence: 3,
    answerKey: '0'.repeat(64),
    cancelled: false,
    ...change,
  };
}

/** A Swedish applicant, new, with an address. */
export function applicant(n: number, person: Partial<Applicant['person']> = {}): Applicant {
  return {
    applicationId: id(n) as ApplicationId,
    vacancyId: VACANCY_ID,
    status: 'new',
    interviewType: null,
    person: {
      id: id(0xa000 + n) as PersonId,
      standsAs: person.id ?? (id(0xa000 + n) as PersonId),
      givenName: `Name${String(n)}`,
      familyName: 'Berg',
      email: `person${String(n)}@example.com`,
      phone: '',
      postalAddress: '',
      language: 'sv',
      consented: true,
      databaseConsented: true,
      demo: false,
      ...person,
    },
  };
}
