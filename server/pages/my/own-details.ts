import { OWN_FIELDS, type OwnDetails } from '../../../shared/domain/own-page.js';
import { ADDRESS_LINES, addressLines, cleanAddress } from '../../../shared/domain/postal-address.js';
import { singleLine } from '../../../shared/domain/single-line.js';
import { PostalAddressSchema } from '../../../shared/records/letter.js';
import { Person } from '../../../shared/records/person.js';

/** In the order of the form. */
export const SHOWN_FIELDS = [...OWN_FIELDS, 'postalAddress'] as const satisfies readonly (keyof OwnDetails)[];

const Details = Person.pick({ givenName: true, familyName: true, phone: true, school: true, city: true });

/** What was typed, in visible characters; `name-missing` or `too-long` where it cannot stand so. */
export function cleanOwnDetails(typed: OwnDetails): OwnDetails | 'name-missing' | 'too-long' {
  const { postalAddress, ...fields } = typed;
  const clean = Object.fromEntries(OWN_FIELDS.map((field) => [field, singleLine(fields[field])]));
  const read = Details.safeParse(clean);
  const address = PostalAddressSchema.safeParse(cleanAddress(postalAddress));
  const isLong = addressLines(postalAddress).length > ADDRESS_LINES;
  if (clean['givenName'] === '' || clean['familyName'] === '') return 'name-missing';
  return read.success && address.success && !isLong ? { ...read.data, postalAddress: address.data } : 'too-long';
}

type Form = ReadonlyMap<string, string>;

const shownName = (field: keyof OwnDetails): string => `shown-${field}`;

/** What stands in the fields of a form. */
export function typedDetails(form: Form): OwnDetails {
  const fields = Object.fromEntries(SHOWN_FIELDS.map((name) => [name, form.get(name) ?? '']));
  return fields as unknown as OwnDetails;
}

/** What they were when the page was opened, in as far as the form says so. */
export function shownDetails(form: Form): Partial<OwnDetails> {
  const known = SHOWN_FIELDS.filter((name) => form.has(shownName(name)));
  return Object.fromEntries(known.map((name) => [name, form.get(shownName(name))]));
}

/** Both, as they travel on in another form. */
export function keptIn(form: Form): Form {
  const names = new Set<string>(SHOWN_FIELDS.flatMap((name) => [name, shownName(name)]));
  return new Map([...form].filter(([name]) => names.has(name)));
}
