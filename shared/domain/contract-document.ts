import { addMonths, dateInWords } from '../lib/time.js';
import type { ContractDocument, EmploymentTerms } from '../records/contract.js';
import type { OwnTag } from './contract-desk.js';
import type { BuiltInTag, Wording } from './contract-tags.js';
import { mapTexts } from './contract-tags.js';
import { cutTemplate } from './merge-fields.js';
import { applicantFields } from './plan-mail.js';
import type { Applicant, PlanContext } from './progress-action.js';
import { singleLine } from './single-line.js';

/** What each tag says, by its name; empty where nothing was agreed yet. */
export type TagValues = ReadonlyMap<string, string>;

export interface ComposedContract {
  readonly document: ContractDocument;
  /** Tags that do not exist, as they are shown in braces; they stay in the text. */
  readonly unknown: readonly string[];
  /** Tags with nothing to say; they stay in the text. */
  readonly unfilled: readonly string[];
}

/** Sets a wording for one person. A value becomes one line of visible text and never structure. */
export function composeContract(
  wording: Wording,
  values: TagValues,
  frame: Pick<ContractDocument, 'language' | 'company' | 'date'>,
): ComposedContract {
  const unknown = new Set<string>();
  const unfilled = new Set<string>();
  const fill = (text: string): string =>
    cutTemplate(text)
      .map((part) => {
        if (part.kind === 'text') return part.text;
        const value = values.get(part.names);
        if (value === undefined) unknown.add(part.name);
        else if (singleLine(value) === '') unfilled.add(part.names);
        else return singleLine(value);
        return part.tag;
      })
      .join('');
  const { language, company, date } = frame;
  const document = {
    language,
    title: singleLine(fill(wording.title)).slice(0, 200),
    company: singleLine(company),
    date,
    blocks: mapTexts(wording.blocks, fill),
  };
  return { document, unknown: [...unknown], unfilled: [...unfilled] };
}

/** The values of a contract for one applicant; dates in words of the contract's language. */
export function contractValues(
  applicant: Applicant,
  terms: EmploymentTerms,
  date: string,
  context: PlanContext,
): TagValues {
  const { language, email, phone } = applicant.person;
  const fields = applicantFields(applicant, context);
  const builtIn: Record<BuiltInTag, string> = {
    'given-name': fields['given-name'],
    'family-name': fields['family-name'],
    email,
    phone,
    position: terms.position,
    department: terms.department,
    'start-date': terms.startDate === null ? '' : dateInWords(language, terms.startDate),
    salary: terms.salary,
    'vacancy-title': fields['vacancy-title'],
    'vacancy-ref-number': fields['vacancy-ref-number'],
    company: fields.company,
    'contact-person': fields['contact-person'],
    'recruiter-name': fields['recruiter-name'],
    'contract-date': dateInWords(language, date),
  };
  const ofOrganisation = context.contracts.ownTags.map(({ name }) => [name, terms.own[name] ?? ''] as const);
  return new Map([...ofOrganisation, ...Object.entries(builtIn)]);
}

/** Somebody made up, for looking at a wording; a tag of the organisation's own says its preset, else its label. */
export function sampleValues(
  about: Pick<ContractDocument, 'language' | 'company' | 'date'> & Pick<EmploymentTerms, 'department' | 'position'>,
  own: readonly OwnTag[],
): TagValues {
  const { language, company, date, department, position } = about;
  const builtIn: Record<BuiltInTag, string> = {
    'given-name': 'Ebba',
    'family-name': 'Norrlander',
    email: 'ebba.norrlander@example.com',
    phone: '+46 70 000 00 00',
    position,
    department: department === '' ? '–' : department,
    'start-date': dateInWords(language, addMonths(date, 2)),
    salary: '0 000,00',
    'vacancy-title': position,
    'vacancy-ref-number': 'R-1',
    company: company === '' ? '–' : company,
    'contact-person': 'Maja Lind',
    'recruiter-name': 'Maja Lind',
    'contract-date': dateInWords(language, date),
  };
  const ofOrganisation = own.map(({ name, label, preset }) => [name, preset === '' ? label : preset] as const);
  return new Map([...ofOrganisation, ...Object.entries(builtIn)]);
}
