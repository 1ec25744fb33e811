import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { readVcards } from './read-vcards.js';

/** UTF-8 is what phones write; anything else is refused here. */
const decode = (bytes: Uint8Array, charset: string): string | null =>
  charset.toLowerCase() === 'utf-8'
    ? decodeURIComponent([...bytes].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''))
    : null;

function read(text: string) {
  const file = readVcards(text, decode);
  if (!file.ok) throw new Error(file.code);
  const people = file.table.rows.map(({ cells }) => {
    const filled = file.table.columns
      .map((column, at) => [column, cells[at] ?? ''] as const)
      .filter(([, cell]) => cell !== '');
    return Object.fromEntries(filled);
  });
  return { ...file, people };
}

const IPHONE = [
  'BEGIN:VCARD',
  'VERSION:3.0',
  'PRODID:-//Apple Inc.//iPhone OS 19.0//EN',
  'N:Åkerström;Linnéa;Maria;;',
  'FN:Linnéa Maria Åkerström',
  'ORG:Chalmers;Electrical Engineering;',
  'TITLE:Student',
  'EMAIL;type=INTERNET;type=WORK:linnea@work.example.com',
  'EMAIL;type=INTERNET;type=HOME;type=pref:linnea@example.com',
  'TEL;type=HOME;type=VOICE:031-555 01 01',
  'TEL;type=CELL;type=VOICE;type=pref:+46 70 555 01 86',
  'item1.ADR;type=HOME;type=pref:;;Vasagatan 1\\nlgh 1102;Göteborg;;411 05;Sverige',
  'item1.X-ABADR:se',
  'NOTE:Met at the stand\\, wants a trainee place\\; starts in August and asked about t',
  ' he grid lab',
  'BDAY:2001-02-03',
  'PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQSkZJRgABAQ',
  ' AAAQABAAD',
  'END:VCARD',
].join('\r\n');

const ANDROID = [
  'BEGIN:VCARD',
  'VERSION:2.1',
  'N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C3=85=6B=65;=53=C3=B8=72=65=6E;;;',
  'FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=53=C3=B8=72=65=6E=20=C3=85=6B=65',
  'TEL;CELL:20555186',
  'EMAIL;HOME:soren@example.com',
  'NOTE;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=45=6E=20=6C=61=6E=67=20=6E=6F=74=65=20=',
  '=6F=6D=20=6E=65=74=74=65=74',
  'PHOTO;ENCODING=BASE64;JPEG:/9j/4AAQSkZJRgABAQAAAQABAAD',
  ' /2wBDAAIBAQIBAQICAgICAgICAwUDAwMDAwYEBAMFBwYHBwcGBwcICQsJCAgKCAcHCg0KCgsM',
  '',
  'END:VCARD',
].join('\r\n');

const OUTLOOK = [
  'BEGIN:VCARD',
  'VERSION:2.1',
  'X-MS-OL-DEFAULT-POSTAL-ADDRESS:0',
  'N;LANGUAGE=nl:van den Berg;Sanne',
  'FN:Sanne van den Berg',
  'TEL;CELL;VOICE:06 5550 0142',
  'ADR;WORK;PREF:;;Kade 1;Rotterdam;;3011 AA;Nederland',
  'LABEL;WORK;PREF;ENCODING=QUOTED-PRINTABLE:Kade 1=0D=0A=',
  '3011 AA  Rotterdam',
  'EMAIL;PREF;INTERNET:sanne@example.com',
  'REV:20261118T103000Z',
  'END:VCARD',
].join('\r\n');

const GOOGLE = [
  'BEGIN:VCARD',
  'VERSION:4.0',
  'N:Hedvall;Oskar;;;',
  'EMAIL;TYPE=home;PREF=2:second@example.com',
  'EMAIL;TYPE="home,internet";PREF=1:oskar@example.com',
  'TEL;VALUE=uri;TYPE="voice,cell":tel:+47-21-55-01-86',
  'LANG;PREF=1:nb',
  'END:VCARD',
].join('\n');

describe('readVcards', () => {
  it('reads a card as an iPhone writes it: folded lines, groups, the private address and the mobile first', () => {
    const { people, ignored } = read(IPHONE);
    expect(people).toEqual([
      {
        givenName: 'Linnéa Maria',
        familyName: 'Åkerström',
        fullName: 'Linnéa Maria Åkerström',
        email: 'linnea@example.com',
        phone: '+46 70 555 01 86',
        organisation: 'Chalmers, Electrical Engineering, Student',
        street: 'Vasagatan 1\nlgh 1102',
        postcode: '411 05',
        city: 'Göteborg',
        country: 'Sverige',
        note: 'Met at the stand, wants a trainee place; starts in August and asked about the grid lab\n031-555 01 01 (home)\nlinnea@work.example.com (work)',
      },
    ]);
    expect(ignored).toEqual(['BDAY', 'PHOTO']);
  });

  it('reads what Android still writes: 2.1, quoted-printable over several lines, a picture in the middle', () => {
    const { people, ignored, table } = read(ANDROID);
    expect(table.rows[0]?.fault).toBeNull();
    expect(people).toMatchObject([
      {
        givenName: 'Søren',
        familyName: 'Åke',
        phone: '20555186',
        email: 'soren@example.com',
        note: 'En lang note om nettet',
      },
    ]);
    expect(ignored).toEqual(['PHOTO']);
  });

  it('reads a card as Outlook writes it, without a word of its own about it', () => {
    const { people, ignored } = read(OUTLOOK);
    expect(people).toMatchObject([
      { familyName: 'van den Berg', street: 'Kade 1', city: 'Rotterdam', phone: '06 5550 0142' },
    ]);
    expect(ignored).toEqual([]);
  });

  it('reads 4.0: preferences, numbers as addresses, the language', () => {
    expect(read(GOOGLE).people).toEqual([
      {
        givenName: 'Oskar',
        familyName: 'Hedvall',
        email: 'oskar@example.com',
        phone: '+47-21-55-01-86',
        language: 'nb',
        note: 'second@example.com (home)',
      },
    ]);
  });

  it('reads several cards of a file, one person each', () => {
    const { table } = read([GOOGLE, IPHONE, GOOGLE].join('\n'));
    expect(table.rows.map(({ number }) => number)).toEqual([1, 2, 3]);
  });

  it('keeps a card that is cut off, or written in an unknown way, as a row with its fault', () => {
    const cut = 'BEGIN:VCARD\nN:Cut;Off\nBEGIN:VCARD\nN:Whole;\nEND:VCARD\nBEGIN:VCARD\nN:Last;';
    expect(read(cut).table.rows.map(({ fault }) => fault)).toEqual(['card-cut-off', null, 'card-cut-off']);
    const strange = 'BEGIN:VCARD\nN;CHARSET=KOI8-R;ENCODING=QUOTED-PRINTABLE:=C1;\nEND:VCARD';
    expect(read(strange).table.rows.map(({ fault }) => fault)).toEqual(['card-encoding']);
  });

  it('says so where there is no card', () => {
    expect(readVcards('hello', decode)).toEqual({ ok: false, code: 'no-cards' });
  });

  const LETTERS = ['a', 'Å', 'ø', ' ', ',', ';', '\n', ':', '"', '=', '😀'] as const;
  const wordOf = (...letters: readonly string[]) => fc.string({ unit: fc.constantFrom(...letters), maxLength: 30 });
  /** As RFC 6350 escapes and folds. */
  const cardOf = (family: string, given: string, note: string, street: string): string => {
    const escaped = (text: string): string => text.replace(/[\\,;]/g, '\\$&').replaceAll('\n', '\\n');
    const lines = [
      `N:${escaped(family)};${escaped(given)};;;`,
      `NOTE:${escaped(note)}`,
      `ADR:;;${escaped(street)};;;;`,
    ];
    const folded = lines.map((line) =>
      Array.from(line)
        .map((letter, at) => (at % 20 === 19 ? `${letter}\r\n ` : letter))
        .join(''),
    );
    return ['BEGIN:VCARD', 'VERSION:3.0', ...folded, 'END:VCARD'].join('\r\n');
  };
  const filled = (values: Readonly<Record<string, string>>) =>
    Object.fromEntries(
      Object.entries(values).flatMap(([name, value]) => (value.trim() === '' ? [] : [[name, value.trim()]])),
    );

  it('reads back whatever is escaped and folded as the standard says', () => {
    const word = wordOf(...LETTERS, '\\');
    fc.assert(
      fc.property(word, word, word, word, (familyName, givenName, note, street) => {
        expect(read(cardOf(familyName, givenName, note, street)).people).toEqual([
          filled({ familyName, givenName, note, street }),
        ]);
      }),
    );
  });

  it('agrees with ical.js, which leaves escaped semicolons and backslashes of 3.0 as they stand', () => {
    const word = wordOf(...LETTERS.filter((letter) => letter !== ';'));
    fc.assert(
      fc.property(word, word, word, word, (family, given, noted, road) => {
        const text = cardOf(family, given, noted, road);
        const card = new ICAL.Component(ICAL.parse(text) as unknown[]);
        const partsOf = (name: string) => card.getFirstPropertyValue(name) as unknown as readonly string[];
        const [familyName = '', givenName = ''] = partsOf('n');
        const note = card.getFirstPropertyValue('note') as string;
        expect(read(text).people).toEqual([filled({ familyName, givenName, note, street: partsOf('adr')[2] ?? '' })]);
      }),
    );
  });
});
