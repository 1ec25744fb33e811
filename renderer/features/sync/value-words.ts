import type { TFunction } from 'i18next';
import type { Json } from '../../../shared/lib/json.js';
import { INTERVIEW_TYPES, INTERVIEW_KINDS } from '../../../shared/records/interview.js';
import { LANGUAGES, type PersonId, type RecruiterId, type VacancyId } from '../../../shared/records/primitives.js';
import { RIGHTS } from '../../../shared/records/recruiter.js';
import { VACANCY_STATES } from '../../../shared/records/vacancy.js';
import { phoneForReading } from '../../data/phone-number.js';
import type { Roster } from '../../data/roster/rows.js';
import type { Formats } from '../../ui/formats.js';
import { INTERVIEW_WORDS } from '../../../shared/i18n/interview-words.js';
import { KIND_WORDS } from '../../ui/interview-words.js';
import { LANGUAGE_WORDS } from '../../ui/language-words.js';
import { RIGHT_WORDS } from '../../ui/right-words.js';
import { VACANCY_STATE_WORDS } from '../../ui/vacancy-state-words.js';
import type { ValueKind } from './field-looks.js';

interface Wording {
  readonly t: TFunction;
  readonly formats: Formats;
  readonly roster: Roster;
}

/** Keys under which texts of templates, questions and contracts keep what people read. */
const READ = new Set(['subject', 'text', 'label', 'value', 'items', 'under']);

/** A value as people read it; empty where there is nothing to read. */
export function valueWords(value: Json, as: ValueKind, wording: Wording): string {
  const { formats } = wording;
  switch (as) {
    case 'number':
      return typeof value === 'number' ? formats.number(value) : '';
    case 'yes-no':
      return wording.t(value === true ? 'dossier.yes' : 'dossier.no');
    case 'phone':
      return value === '' || typeof value !== 'string' ? '' : phoneForReading(value);
    case 'date':
      return typeof value === 'string' ? formats.calendarDate(value) : '';
    case 'instant':
      return typeof value === 'number' ? formats.dateTimeFrom(0, value) : '';
    case 'names':
      return formats.list(namesOf(value, formats.language));
    case 'words':
      return readable(value).join(' ');
    case 'query':
      return isObject(value) && typeof value['query'] === 'string' ? value['query'] : '';
    default:
      return formats.list(stringsOf(value).flatMap((one) => wordOf(one, as, wording)));
  }
}

/** One word of a choice, the name of what an id stands for, or the string itself. Empty for what is not known here. */
function wordOf(value: string, as: ValueKind, { t, roster }: Wording): readonly string[] {
  const inWords = <Known extends string>(known: readonly Known[], word: (one: Known) => string) =>
    known.filter((one) => one === value).map(word);
  switch (as) {
    case 'language':
    case 'languages':
      return inWords(LANGUAGES, (one) => t(LANGUAGE_WORDS[one]));
    case 'rights':
      return inWords(RIGHTS, (one) => t(RIGHT_WORDS[one]));
    case 'vacancy-state':
      return inWords(VACANCY_STATES, (one) => t(VACANCY_STATE_WORDS[one]));
    case 'interview-type':
      return inWords(INTERVIEW_TYPES, (one) => t(INTERVIEW_WORDS[one]));
    case 'interview-kind':
      return inWords(INTERVIEW_KINDS, (one) => t(KIND_WORDS[one]));
    case 'recruiter':
    case 'recruiters':
      return [roster.recruiters.get(value as RecruiterId)?.name ?? '–'];
    case 'vacancy':
      return [roster.vacancies.get(value as VacancyId)?.title ?? '–'];
    case 'person': {
      const person = roster.people.get(value as PersonId);
      return [person === undefined ? '–' : `${person.givenName} ${person.familyName}`.trim()];
    }
    default:
      return value === '' ? [] : [value];
  }
}

function stringsOf(value: Json): readonly string[] {
  if (typeof value === 'string') return [value];
  return isList(value) ? value.filter((one) => typeof one === 'string') : [];
}

/** Rejection reasons and own steps, those that are no longer offered left out. */
function namesOf(value: Json, language: string): readonly string[] {
  if (!isList(value)) return [];
  return value.flatMap((one) => {
    if (!isObject(one) || one['retired'] === true || !isObject(one['names'])) return [];
    const names = one['names'];
    const name = names[language] ?? Object.values(names)[0];
    return typeof name === 'string' ? [name] : [];
  });
}

/** What people read in a text, the contents of a template or a list of questions, in its order. */
function readable(value: Json, isRead = false): readonly string[] {
  if (typeof value === 'string') return isRead ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  if (isList(value)) return value.flatMap((one) => readable(one, isRead));
  return Object.entries(value).flatMap(([key, one]) => readable(one, READ.has(key)));
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function isObject(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
