import type { Language } from '../../records/primitives.js';
import { addressLines } from '../postal-address.js';
import { readLanguage } from './read-language.js';
import type { ColumnMapping, ImportField } from './import-table.js';
import { splitName } from './split-name.js';

/** A row as what is written in it, before it is judged. Empty strings where nothing stands. */
export interface ImportDraft {
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
  readonly phone: string;
  readonly school: string;
  readonly city: string;
  /** A line each, as on an envelope. */
  readonly postalAddress: string;
  readonly language: Language;
  /** A language stands there that no mail is written in here. */
  readonly otherLanguage: boolean;
  readonly note: string;
}

/** Reads a row by what its columns mean; without a language of its own it has `language`. */
export function readRow(cells: readonly string[], mapping: ColumnMapping, language: Language): ImportDraft {
  const cell = (field: ImportField): string => {
    const column = mapping.indexOf(field);
    return column === -1 ? '' : (cells[column]?.trim() ?? '');
  };
  const parts = { givenName: cell('givenName'), familyName: cell('familyName') };
  const isNamed = parts.givenName !== '' || parts.familyName !== '';
  const written = cell('language');
  const read = written === '' ? language : readLanguage(written);
  return {
    ...(isNamed ? parts : splitName(cell('fullName'))),
    email: cell('email').replace(/^mailto:/i, ''),
    phone: cell('phone').replace(/^tel:/i, ''),
    school: cell('school'),
    city: cell('city'),
    postalAddress: addressOf(cell),
    language: read ?? language,
    otherLanguage: read === null,
    note: cell('note'),
  };
}

/** Nothing without a street: a town alone is no address for a letter. */
function addressOf(cell: (field: ImportField) => string): string {
  const street = cell('street');
  if (street === '') return '';
  return addressLines([street, `${cell('postcode')} ${cell('city')}`.trim(), cell('country')].join('\n')).join('\n');
}
