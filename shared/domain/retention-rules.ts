import { addDays, addMonths } from '../lib/time.js';
import type { Country, Organisation } from '../records/organisation.js';

/** From security.md 7: how long after the procedure ended, the longest that may be set, and the longest that consent may last. */
interface CountryTerms {
  readonly usual: Term;
  readonly ceilingMonths: number;
  readonly consentMonths: number;
}

/** A length of time of the calendar. */
export type Term = { readonly days: number } | { readonly months: number };

const LONGEST_MONTHS = 36;

export const COUNTRY_TERMS: Readonly<Record<Country, CountryTerms>> = {
  SE: { usual: { months: 24 }, ceilingMonths: 24, consentMonths: 24 },
  DK: { usual: { months: 6 }, ceilingMonths: 36, consentMonths: 36 },
  NL: { usual: { days: 28 }, ceilingMonths: 12, consentMonths: 12 },
  NO: { usual: { months: 3 }, ceilingMonths: 12, consentMonths: 36 },
  FI: { usual: { months: 12 }, ceilingMonths: 24, consentMonths: 24 },
};

const COUNTRY_OF_ZONE: Readonly<Record<string, Country>> = {
  'Europe/Stockholm': 'SE',
  'Europe/Copenhagen': 'DK',
  'Europe/Amsterdam': 'NL',
  'Europe/Oslo': 'NO',
  'Europe/Helsinki': 'FI',
};

/** Where an organisation of this IANA zone most likely is; null where the law is not known here. */
export function countryOfZone(zone: string): Country | null {
  return COUNTRY_OF_ZONE[zone] ?? null;
}

/** Every category of somebody's data: on what ground it is kept, what starts the clock, for how long, and what happens then. */
export const RETENTION_RULES = {
  /** Who has applied and was neither hired nor agreed to more. */
  applicant: { basis: 'steps-before-contract', trigger: 'procedure-ended', term: 'country', action: 'erase' },
  /** Whose consent lasts longer than that. */
  consented: { basis: 'consent', trigger: 'consent-ended', term: 'as-agreed', action: 'erase' },
  /** Who was met, applied for nothing and agreed to nothing. */
  met: { basis: 'legitimate-interest', trigger: 'captured', term: 'country', action: 'erase' },
  /** G-12: never deleted but by hand; they stand in the list all the same. */
  prospect: { basis: 'legitimate-interest', trigger: 'captured', term: 'country', action: 'by-hand' },
  /** C24: no candidate any more; other law says how long employees are kept. */
  employee: { basis: 'contract', trigger: 'none', term: 'none', action: 'keep' },
} as const;
export type RetentionCategory = keyof typeof RETENTION_RULES;

export type RetentionSettings = Pick<Organisation, 'country' | 'retentionDays' | 'retentionMonths' | 'zone'>;

/** How long details are kept after the procedure has ended. */
export function termOf({ country, retentionDays, retentionMonths }: RetentionSettings): Term {
  if (retentionDays !== null) return { days: retentionDays };
  return country === null ? { months: retentionMonths } : COUNTRY_TERMS[country].usual;
}

/** The longest that an organisation there may set, in months. */
export function ceilingMonths(country: Country | null): number {
  return country === null ? LONGEST_MONTHS : COUNTRY_TERMS[country].ceilingMonths;
}

/** The longest that a consent may last there, in months. */
export function longestConsentMonths(country: Country | null): number {
  return country === null ? LONGEST_MONTHS : COUNTRY_TERMS[country].consentMonths;
}

/** A calendar date that much later; of a month that is shorter its last day. */
export function addTerm(date: string, term: Term): string {
  return 'days' in term ? addDays(date, term.days) : addMonths(date, term.months);
}
