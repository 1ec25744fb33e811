import type { Person } from '../records/person.js';
import type { Language } from '../records/primitives.js';
import { cleanName } from './clean-name.js';
import { isEmailAddress } from './email-address.js';

export type ContactField = 'givenName' | 'familyName' | 'email' | 'phone' | 'school' | 'city';
export type ContactDetails = Pick<Person, ContactField>;

/** Characters, as the records allow them (`shared/records`). */
export const CONTACT_LIMITS = {
  givenName: 200,
  familyName: 200,
  email: 254,
  phone: 40,
  school: 200,
  city: 200,
} as const satisfies Record<ContactField, number>;

/** A number in E.164 when it can be read as one of the country that this language or this organisation suggests. */
export type ReadPhone = (text: string, language: Language) => string | null;

export interface ContactProblem {
  readonly field: ContactField;
  readonly code: 'name-missing' | 'contact-missing' | 'email-invalid' | 'phone-invalid' | 'too-long';
}

export type CleanContact =
  | { readonly ok: true; readonly value: ContactDetails }
  | { readonly ok: false; readonly problems: readonly ContactProblem[] };

/** Fewer digits are nobody's number. */
const LEAST_DIGITS = 5;

/**
 * Contact details as they are stored, or what is wrong with them. Asked for: a name, and an e-mail address or a phone
 * number. A number that cannot be read is kept as typed: better a strange number than a lost person.
 */
export function cleanContact(
  typed: ContactDetails & { readonly language: Language },
  readPhone: ReadPhone,
): CleanContact {
  const phone = cleanName(typed.phone);
  const value: ContactDetails = {
    givenName: cleanName(typed.givenName),
    familyName: cleanName(typed.familyName),
    email: cleanName(typed.email),
    phone: (phone === '' ? null : readPhone(phone, typed.language)) ?? phone,
    school: cleanName(typed.school),
    city: cleanName(typed.city),
  };
  const problems = problemsOf(value);
  return problems.length === 0 ? { ok: true, value } : { ok: false, problems };
}

function problemsOf(value: ContactDetails): readonly ContactProblem[] {
  const problems: ContactProblem[] = [];
  const { givenName, familyName, email, phone } = value;
  if (givenName === '' && familyName === '') problems.push({ field: 'givenName', code: 'name-missing' });
  if (email === '' && phone === '') problems.push({ field: 'email', code: 'contact-missing' });
  if (email !== '' && !isEmailAddress(email)) problems.push({ field: 'email', code: 'email-invalid' });
  if (phone !== '' && phone.replace(/\D/g, '').length < LEAST_DIGITS) {
    problems.push({ field: 'phone', code: 'phone-invalid' });
  }
  for (const [field, limit] of Object.entries(CONTACT_LIMITS) as [ContactField, number][]) {
    const known = problems.some((problem) => problem.field === field);
    if (!known && value[field].length > limit) problems.push({ field, code: 'too-long' });
  }
  return problems;
}
