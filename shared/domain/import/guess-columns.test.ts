import { describe, expect, it } from 'vitest';
import { guessColumns, hasHeads } from './guess-columns.js';
import { mapColumn, type ImportField } from './import-table.js';

const HEADINGS: readonly (readonly [string, Readonly<Record<string, ImportField | null>>])[] = [
  ['Swedish', { Förnamn: 'givenName', Efternamn: 'familyName', 'E-post': 'email', Mobil: 'phone', Ort: 'city' }],
  [
    'Danish',
    { Fornavn: 'givenName', Efternavn: 'familyName', 'E-mail': 'email', 'Tlf.nr.': 'phone', Sprog: 'language' },
  ],
  ['Dutch', { Voornaam: 'givenName', Achternaam: 'familyName', 'E-mailadres': 'email', Opmerkingen: 'note' }],
  ['Norwegian', { Navn: 'fullName', 'E-post': 'email', Mobilnummer: 'phone', Gateadresse: 'street', Poststed: 'city' }],
  ['English', { 'Full name': 'fullName', Email: 'email', Phone: 'phone', University: 'school', Hobby: null }],
  [
    'Outlook',
    {
      'First Name': 'givenName',
      'Last Name': 'familyName',
      'E-mail Address': 'email',
      'Home Phone': null,
      'Mobile Phone': 'phone',
      'Home Street': 'street',
      'Home Postal Code': 'postcode',
      'Home City': 'city',
      'Home Country/Region': 'country',
    },
  ],
  [
    'Google',
    { 'First Name': 'givenName', 'Last Name': 'familyName', 'E-mail 1 - Value': 'email', 'Phone 1 - Value': 'phone' },
  ],
];

describe('guessColumns', () => {
  it.each(HEADINGS)('knows the headings of a %s file', (_, columns) => {
    expect(guessColumns(Object.keys(columns), [])).toEqual(Object.values(columns));
  });

  it('knows addresses and numbers by how they look, and takes no postcode for a number', () => {
    const rows = [
      ['Ebba', '411 05', 'ebba@example.com', '070-555 01 86'],
      ['Oskar', '0150', 'oskar@example.com', '+47 21 55 01 86'],
    ];
    expect(guessColumns(['', '', '', ''], rows)).toEqual([null, null, 'email', 'phone']);
  });

  it('gives no field to two columns, guessed or chosen', () => {
    const guessed = guessColumns(['Email', 'E-mail', 'Mail'], []);
    expect(guessed).toEqual(['email', null, null]);
    expect(mapColumn(guessed, 2, 'email')).toEqual([null, null, 'email']);
    expect(mapColumn(guessed, 0, null)).toEqual([null, null, null]);
  });
});

describe('hasHeads', () => {
  it.each([
    [
      'a known heading',
      [
        ['Namn', 'Mail'],
        ['Ebba', 'x'],
      ],
      true,
    ],
    [
      'something else above addresses',
      [
        ['Who', 'Where to reach'],
        ['Ebba', 'ebba@example.com'],
      ],
      true,
    ],
    [
      'an address in the first row',
      [
        ['Ebba', 'ebba@example.com'],
        ['Oskar', 'oskar@example.com'],
      ],
      false,
    ],
    [
      'nothing that tells',
      [
        ['Ebba', 'Norrlander'],
        ['Oskar', 'Hedvall'],
      ],
      false,
    ],
    ['no rows', [], false],
  ] as const)('tells by %s', (_, rows, expected) => {
    expect(hasHeads(rows)).toBe(expected);
  });
});
