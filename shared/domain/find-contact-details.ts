import type { DetailKind, Found } from './text-range.js';

/** Between two digits of one number; lines are not crossed. */
const GAP = String.raw`[ \t\u00a0\u2007\u2009\u202f().\/‐‑–-]`;
const EMAIL =
  /[\p{L}\p{N}._%+'!#$&*=?^`{|}~-]{1,64}\s?(?:@|[([{]\s?at\s?[)\]}])\s?[\p{L}\p{N}-]{1,63}(?:(?:\.|\s?[([{]\s?dot\s?[)\]}]\s?)[\p{L}\p{N}-]{1,63}){1,6}/giu;
const ADDRESS = /(?:\b(?:https?|ftp):\/\/|\bwww\.)[^\s<>"]{1,2000}/giu;
const ENDINGS =
  'ai|app|at|be|biz|blog|ch|cloud|co|com|de|design|dev|dk|edu|ee|es|eu|fi|fr|gg|info|io|is|it|live|link|lt|lv|me|net|nl|no|nu|online|org|page|photo|pl|portfolio|pro|se|site|space|tech|tv|uk|us|xyz';
const BARE_ADDRESS = new RegExp(
  String.raw`(?<![\p{L}\p{N}@.-])(?:[\p{L}\p{N}][\p{L}\p{N}-]{0,62}\.){1,5}(?:${ENDINGS})(?![\p{L}\p{N}-])(?:[/?#][^\s<>"]{0,2000})?`,
  'giu',
);
/** Look like addresses and are skills. */
const NO_ADDRESS = /^(?:asp|ado|vb|ml|socket|draw|next|nuxt)\.(?:net|io|is)$/i;
const HANDLE = /(?<![\p{L}\p{N}_])@[\p{L}\p{N}_][\p{L}\p{N}_.-]{1,63}/gu;
/** What a person is called in a network, after its name. */
const NETWORK =
  /\b(?:linked-?in|git-?hub|git-?lab|bitbucket|twitter|insta(?:gram)?|facebook|messenger|skype|telegram|whats-?app|discord|snap(?:chat)?|tik-?tok|xing|medium|behance|dribbble|stack ?overflow|youtube|signal|mastodon|blue-?sky|threads|orcid|kaggle)\b\s{0,3}[:=/]\s{0,3}([^\s<>"]{2,200})/giu;
const NUMBER = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:\+|\(\+)?\(?\p{Nd}(?:${GAP}{0,3}\p{Nd}){6,24}(?!\p{N})`, 'gu');
const YEAR = String.raw`(?:19|20)\d\d`;
const MONTH = String.raw`(?:jan|feb|maa|mar|mrt|apr|maj|mai|may|mei|jun|jul|aug|sep|okt|oct|nov|dec|des)\p{L}{0,7}\.?`;
const DATES = [
  new RegExp(String.raw`(?<!\p{Nd})(${YEAR})[-./]\d{1,2}[-./]\d{1,2}(?!\p{Nd})`, 'gu'),
  new RegExp(String.raw`(?<!\p{Nd})\d{1,2}\s?[-./]\s?\d{1,2}\s?[-./]\s?(${YEAR}|\d\d)(?!\p{Nd})`, 'gu'),
  new RegExp(
    String.raw`(?<!\p{Nd})\d{1,2}(?:st|nd|rd|th|e|:e)?\.?\s(?:of\s|de\s)?${MONTH},?\s(${YEAR})(?!\p{Nd})`,
    'giu',
  ),
  new RegExp(String.raw`\b${MONTH}\s\d{1,2}(?:st|nd|rd|th)?,?\s(${YEAR})(?!\p{Nd})`, 'giu'),
];
const BORN =
  /(?:\bborn\b|\bdate of birth\b|\bbirth\w*|född?\p{L}*|født?\p{L}*|\bgeboren\b|\bgeboorte\p{L}*)\P{Nd}{0,20}?(\p{Nd}[\p{Nd}./ -]{0,10}\p{Nd})/giu;
/** Written as a period or a date, and so no number of anybody. */
const DATE_LIKE =
  /^(?:(?:19|20)\d\d(?:[-./–](?:\d{1,2}|(?:19|20)\d\d)){0,2}|\d{1,2}(?:[-./]\d{1,2})?[-./](?:19|20)\d\d)$/;
const STREET =
  /\b\p{Lu}[\p{L}-]{0,40}(?:gatan|vägen|gränd|torget|gade|vej|allé|gata|veien|gaten|vegen|straat|weg|laan|plein|gracht|kade| (?:street|road|avenue|lane))\s\d{1,4}\s?[A-Za-z]?(?![\p{L}\p{N}])/gu;
const POSTCODE = /(?<!\p{N})(?:\d{4}\s?[A-Z]{2}(?![\p{L}\p{N}])|\d{3}\s\d{2}(?=\s\p{Lu}\p{L}))/gu;
const SENTENCE_END = /[.,;:!?)\]'"]+$/;
/** Nobody younger applies; a later date is when somebody can begin. */
const LEAST_AGE = 14;

/**
 * Finds whatever reaches or identifies anybody, whoever it is: e-mail addresses, links, user names, telephone and personal
 * numbers, dates of birth, streets. Periods of years and dates to come stay.
 */
export function findContactDetails(text: string, year: number): readonly Found[] {
  return [
    ...matches(text, EMAIL, 'email'),
    ...matches(text, ADDRESS, 'link'),
    ...matches(text, BARE_ADDRESS, 'link').filter(({ start, end }) => !NO_ADDRESS.test(text.slice(start, end))),
    ...matches(text, HANDLE, 'link'),
    ...groups(text, NETWORK).map((range) => ({ ...range, kind: 'link' as const })),
    ...matches(text, NUMBER, 'number').filter(({ start, end }) => !isPeriod(text.slice(start, end))),
    ...DATES.flatMap((pattern) => birthDates(text, pattern, year - LEAST_AGE)),
    ...groups(text, BORN).map((range) => ({ ...range, kind: 'birth-date' as const })),
    ...matches(text, STREET, 'address'),
    ...matches(text, POSTCODE, 'address'),
  ];
}

const LEAST_DIGITS = 5;
const END_DIGITS = 7;

/** Finds somebody's own number however it is written: what its last digits stand at the end of. */
export function findNumber(text: string, phone: string): readonly Found[] {
  const digits = Array.from(phone.normalize('NFKC').replace(/\D/g, ''));
  if (digits.length < LEAST_DIGITS) return [];
  const between = String.raw`[^\p{L}\p{Nd}]{0,4}`;
  const before = String.raw`(?:[+(]{0,2}\p{Nd}${between}){0,10}`;
  return matches(text, new RegExp(before + digits.slice(-END_DIGITS).join(between), 'gu'), 'number');
}

/** Finds an address letter by letter, in any case. */
export function findAddress(text: string, email: string): readonly Found[] {
  if (email === '') return [];
  return matches(text, new RegExp(email.replace(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`), 'giu'), 'email');
}

function matches(text: string, pattern: RegExp, kind: DetailKind): readonly Found[] {
  return [...text.matchAll(pattern)].map(({ 0: match, index }) => {
    const shown = kind === 'link' ? match.replace(SENTENCE_END, '') : match;
    return { start: index, end: index + shown.length, kind };
  });
}

/** Where the first group of a pattern stands, which ends with it. */
function groups(text: string, pattern: RegExp): readonly Omit<Found, 'kind'>[] {
  return [...text.matchAll(pattern)].map(({ 0: match, 1: group = '', index }) => {
    const start = index + match.length - group.length;
    return { start, end: start + group.replace(SENTENCE_END, '').length };
  });
}

function birthDates(text: string, pattern: RegExp, last: number): readonly Found[] {
  return [...text.matchAll(pattern)]
    .filter(({ 1: written = '' }) => written.length === 2 || Number(written) <= last)
    .map(({ 0: match, index }) => ({ start: index, end: index + match.length, kind: 'birth-date' }));
}

function isPeriod(text: string): boolean {
  return text.split(/\s+(?:[‐‑–-]\s+)?/).every((part) => DATE_LIKE.test(part));
}
