import { dateWords, durationWords, timeWords } from '../../../shared/domain/interview-mail.js';
import {
  GENERAL_FIELDS,
  INTERVIEW_FIELDS,
  type FieldValues,
  type OfferedField,
} from '../../../shared/domain/merge-fields.js';
import type { MailTemplate } from '../../../shared/i18n/shipped-mail-text.js';
import { DAY } from '../../../shared/lib/time.js';
import type { Language } from '../../../shared/records/primitives.js';
import type { Roster } from '../../data/roster/rows.js';

const FAMILY_NAMES = { sv: 'Exempel', da: 'Eksempel', nl: 'Voorbeeld', nb: 'Eksempel', en: 'Sample' } as const;
const INTERVIEW_MINUTES = 30;

/** What can be filled in where mails of this kind are written. */
export function fieldsFor(purpose: MailTemplate): readonly OfferedField[] {
  return purpose.startsWith('invite-') ? [...GENERAL_FIELDS, ...INTERVIEW_FIELDS] : GENERAL_FIELDS;
}

export interface SampleOf {
  readonly purpose: MailTemplate;
  readonly language: Language;
  readonly roster: Roster;
  readonly recruiter: string;
  readonly now: number;
  /** The word of a field, where nothing is known before there is a recipient. */
  readonly wordOf: (field: OfferedField) => string;
}

/**
 * What the fields say in a preview: the organisation's own name and a vacancy of its own, an invented person, an
 * interview a week from now. Fields that mails of this kind cannot fill say nothing.
 */
export function sampleValues({ purpose, language, roster, recruiter, now, wordOf }: SampleOf): FieldValues {
  const vacancy = [...roster.vacancies.values()].find(({ state }) => state === 'open');
  const { name = '', zone = 'UTC' } = roster.organisation ?? {};
  const known: { readonly [Field in OfferedField]?: string | undefined } = {
    'given-name': 'Kim',
    'family-name': FAMILY_NAMES[language],
    'vacancy-title': vacancy?.title,
    'vacancy-ref-number': vacancy?.reference,
    department: vacancy?.department,
    company: name,
    'contact-person': recruiter,
    'recruiter-name': recruiter,
    interviewdate: dateWords(language, zone, now + 7 * DAY),
    interviewtime: timeWords(language, zone, now + 7 * DAY),
    duration: durationWords(language, INTERVIEW_MINUTES),
    interviewer: recruiter,
    interviewers: recruiter,
  };
  const valueOf = (field: OfferedField): string => {
    const value = known[field] ?? '';
    return value === '' ? wordOf(field) : value;
  };
  return Object.fromEntries(fieldsFor(purpose).map((field) => [field, valueOf(field)]));
}
