import type { TFunction } from 'i18next';
import type { ImportField } from '../../../shared/domain/import/import-table.js';
import type { KnownBy } from '../../../shared/domain/import/index-people.js';
import type { VcardColumn } from '../../../shared/domain/import/read-vcards.js';
import type { MessageKey } from '../../../shared/i18n/translate.js';
import type { Encoding } from './decode-text.js';
import type { FileProblem } from './open-file.js';
import type { Separator } from './csv-options.js';
import type { NotFiled } from './run-import.js';

export const FIELD_WORDS = {
  givenName: 'capture.givenName',
  familyName: 'capture.familyName',
  fullName: 'import.fullName',
  email: 'capture.email',
  phone: 'capture.phone',
  school: 'capture.school',
  street: 'import.street',
  postcode: 'import.postcode',
  city: 'capture.city',
  country: 'import.country',
  language: 'capture.language',
  note: 'capture.note',
  organisation: 'import.organisation',
} as const satisfies Record<ImportField | VcardColumn, MessageKey>;

export const PROBLEM_WORDS = {
  'import/too-large': 'import.tooLarge',
  'import/unreadable': 'import.unreadable',
  'import/empty': 'import.empty',
  'import/workbook': 'import.workbook',
  'import/binary': 'import.binary',
  'import/no-cards': 'import.noCards',
  'import/only-heads': 'import.onlyHeads',
  'import/quote-open': 'import.quoteOpen',
  'import/too-many-rows': 'import.tooManyRows',
  'import/too-many-columns': 'import.tooManyColumns',
} as const satisfies Record<FileProblem, MessageKey>;

export const SEPARATOR_WORDS = {
  ';': 'import.semicolon',
  ',': 'import.comma',
  '\t': 'import.tab',
} as const satisfies Record<Separator, MessageKey>;

/** Their names are the same in every language. */
export const ENCODING_NAMES = {
  'utf-8': 'UTF-8',
  'windows-1252': 'Windows-1252',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
} as const satisfies Record<Encoding, string>;

type Reason = NotFiled['reasons'][number];

const REASON_WORDS = {
  'too-many-cells': 'import.reasons.tooManyCells',
  quotes: 'import.reasons.quotes',
  'card-cut-off': 'import.reasons.cardCutOff',
  'card-encoding': 'import.reasons.cardEncoding',
  'name-missing': 'import.reasons.nameMissing',
  'contact-missing': 'import.reasons.contactMissing',
  'email-invalid': 'import.reasons.emailInvalid',
  'phone-invalid': 'import.reasons.phoneInvalid',
  'too-long': 'import.reasons.tooLong',
  'address-too-long': 'import.reasons.addressTooLong',
  repeated: 'import.reasons.repeated',
  known: 'import.reasons.known',
  'known-unsure': 'import.reasons.knownUnsure',
  'nothing-new': 'import.reasons.nothingNew',
  'not-begun': 'import.reasons.notBegun',
} as const satisfies Record<Reason['code'], MessageKey>;

const KNOWN_BY = {
  email: 'import.reasons.known',
  phone: 'import.reasons.knownByPhone',
  'phone-only': 'import.reasons.knownByPhone',
} as const satisfies Record<KnownBy, MessageKey>;

/** Why a row is not filed, one sentence for each reason. */
export function reasonWords(t: TFunction, reasons: readonly Reason[]): string {
  return reasons.map((reason) => wordsOf(t, reason)).join(' ');
}

function wordsOf(t: TFunction, reason: Reason): string {
  if ('person' in reason) {
    const { givenName, familyName } = reason.person;
    const key = reason.code === 'known' ? KNOWN_BY[reason.by] : REASON_WORDS[reason.code];
    return t(key, { name: `${givenName} ${familyName}`.trim() });
  }
  if (reason.code === 'repeated') return t(REASON_WORDS.repeated, { number: reason.number });
  if (reason.code === 'too-long') return t(REASON_WORDS['too-long'], { field: t(FIELD_WORDS[reason.field]) });
  return t(REASON_WORDS[reason.code]);
}
