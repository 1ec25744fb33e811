import type { ImportField, ImportRow, ImportTable } from './import-table.js';
import { parseVcardLines, type DecodeBytes, type VcardLine } from './vcard-lines.js';

/** What the columns of a file of cards are: a field of ours, or where and as what somebody works. */
export type VcardColumn = Exclude<ImportField, 'school'> | 'organisation';

const COLUMNS: readonly VcardColumn[] = [
  'givenName',
  'familyName',
  'fullName',
  'email',
  'phone',
  'organisation',
  'street',
  'postcode',
  'city',
  'country',
  'language',
  'note',
];
/** What is read. */
const READ = new Set('N FN EMAIL TEL ADR ORG TITLE ROLE LANG NOTE'.split(' '));
/** Says something about the card and nothing about the person. */
const OF_THE_CARD = new Set(
  'VERSION PRODID REV UID KIND LABEL NAME SOURCE PROFILE MAILER CLASS SORT-STRING'.split(' '),
);
/** Headings of other lines, and how names are sorted and spoken. */
const BOOKKEEPING = /^X-(AB|PHONETIC|MS-OL|EVOLUTION)/;

export type VcardFile =
  | {
      readonly ok: true;
      readonly table: ImportTable & { readonly columns: readonly VcardColumn[] };
      /** Properties that stand in a card and are not taken over: `PHOTO`, `BDAY`. */
      readonly ignored: readonly string[];
    }
  | { readonly ok: false; readonly code: 'no-cards' };

/**
 * A file of cards, one person each: vCard 3.0 (RFC 2426), 4.0 (RFC 6350) and what phones still write as 2.1, with its
 * quoted-printable. A card that is not whole is a row with its fault.
 */
export function readVcards(text: string, decode: DecodeBytes): VcardFile {
  const cards = cutIntoCards(text);
  if (cards.length === 0) return { ok: false, code: 'no-cards' };
  const ignored = new Set<string>();
  const rows = cards.map((card, at): ImportRow => {
    const { lines, others, fault } = parseVcardLines(card.lines, READ, decode);
    for (const name of others) if (!OF_THE_CARD.has(name) && !BOOKKEEPING.test(name)) ignored.add(name);
    const values = valuesOf(lines);
    return {
      number: at + 1,
      cells: COLUMNS.map((column) => values[column]),
      fault: card.whole ? fault : 'card-cut-off',
    };
  });
  return { ok: true, table: { columns: COLUMNS, rows }, ignored: [...ignored].sort() };
}

interface Card {
  readonly lines: readonly string[];
  readonly whole: boolean;
}

function cutIntoCards(text: string): readonly Card[] {
  const cards: Card[] = [];
  let open: { lines: string[] } | null = null;
  const close = (whole: boolean): void => {
    if (open !== null) cards.push({ ...open, whole });
    open = null;
  };
  for (const line of text.split(/\r\n?|\n/)) {
    if (/^\s*BEGIN:VCARD\s*$/i.test(line)) {
      close(false);
      open = { lines: [] };
    } else if (/^\s*END:VCARD\s*$/i.test(line)) close(true);
    else open?.lines.push(line);
  }
  close(false);
  return cards;
}

function valuesOf(lines: readonly VcardLine[]): Readonly<Record<VcardColumn, string>> {
  const all = (name: string): readonly VcardLine[] => lines.filter((line) => line.name === name);
  const [name = []] = all('N').map(({ parts }) => parts);
  const phones = all('TEL');
  const emails = all('EMAIL');
  const phone = preferred(phones, ['cell', 'mobile', 'iphone'], ['fax', 'pager']);
  const email = preferred(emails, [], []);
  const address = preferred(all('ADR'), ['home'], [])?.parts ?? [];
  const [organisation] = all('ORG');
  const others = [...phones, ...emails].filter((line) => line !== phone && line !== email);
  return {
    givenName: joined([name[1], name[2]], ' '),
    familyName: joined([name[0]], ' '),
    fullName: joined(
      all('FN')
        .slice(0, 1)
        .map(({ text }) => text),
      '',
    ),
    email: email?.text ?? '',
    phone: numberIn(phone?.text ?? ''),
    organisation: joined(
      [...(organisation?.parts ?? []), ...[...all('TITLE'), ...all('ROLE')].map(({ text }) => text)],
      ', ',
    ),
    street: joined([address[2], address[1], address[0]], '\n'),
    postcode: joined([address[5]], ''),
    city: joined([address[3]], ''),
    country: joined([address[6]], ''),
    language: preferred(all('LANG'), [], [])?.text ?? '',
    note: joined([...all('NOTE').map(({ text }) => text), ...others.map(asNote)], '\n'),
  };
}

/** The kind that is wanted, of these the one that the card prefers, else the first; an unwanted one only when there is no other. */
function preferred(
  lines: readonly VcardLine[],
  wanted: readonly string[],
  unwanted: readonly string[],
): VcardLine | undefined {
  const rank = ({ types, pref }: VcardLine): number =>
    (types.some((type) => wanted.includes(type)) ? 0 : 1000) +
    (types.some((type) => unwanted.includes(type)) ? 2000 : 0) +
    pref;
  return lines
    .filter(({ text }) => text !== '')
    .reduce<VcardLine | undefined>(
      (best, line) => (best === undefined || rank(line) < rank(best) ? line : best),
      undefined,
    );
}

/** A further number or address is not lost: it stands in the note, with what it is for. */
function asNote(line: VcardLine): string {
  const kinds = line.types.filter((type) => !['voice', 'internet', 'pref', 'msg', 'text'].includes(type));
  const value = line.name === 'TEL' ? numberIn(line.text) : line.text;
  if (value === '') return '';
  return kinds.length === 0 ? value : `${value} (${kinds.join(', ')})`;
}

/** RFC 3966: `tel:+46-70-555-01-86;ext=5`; the extension would call somebody else. */
function numberIn(text: string): string {
  return /^tel:/i.test(text) ? text.slice(4).replace(/;(?!ext=).*$/i, '') : text;
}

function joined(parts: readonly (string | undefined)[], between: string): string {
  return parts
    .map((part) => part?.trim() ?? '')
    .filter((part) => part !== '')
    .join(between);
}
