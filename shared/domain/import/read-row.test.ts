import { describe, expect, it } from 'vitest';
import { IMPORT_FIELDS } from './import-table.js';
import { readLanguage } from './read-language.js';
import { readRow } from './read-row.js';
import { splitName } from './split-name.js';

describe('splitName', () => {
  it.each([
    ['Ebba Norrlander', 'Ebba', 'Norrlander'],
    ['Norrlander, Ebba', 'Ebba', 'Norrlander'],
    ['Anna Maria Åkerström', 'Anna Maria', 'Åkerström'],
    ['Sanne van den Berg', 'Sanne', 'van den Berg'],
    ["Joris van 't Hof", 'Joris', "van 't Hof"],
    ['Maria van der Berg Jansen', 'Maria', 'van der Berg Jansen'],
    ['Van Dijk', 'Van', 'Dijk'],
    ['Cher', '', 'Cher'],
    ['', '', ''],
  ])('%s', (whole, givenName, familyName) => {
    expect(splitName(whole)).toEqual({ givenName, familyName });
  });
});

describe('readLanguage', () => {
  it.each([
    ['svenska', 'sv'],
    ['nb-NO', 'nb'],
    ['Norsk bokmål', 'nb'],
    ['NN', 'nb'],
    ['Nederlands (België)', 'nl'],
    ['EN', 'en'],
    ['Deutsch', null],
  ] as const)('%s is %s', (text, language) => {
    expect(readLanguage(text)).toBe(language);
  });
});

describe('readRow', () => {
  const cellsOf = (cells: Partial<Record<(typeof IMPORT_FIELDS)[number], string>>): readonly string[] =>
    IMPORT_FIELDS.map((field) => cells[field] ?? '');

  it('takes the whole name only where no part of it stands by itself', () => {
    const row = cellsOf({ fullName: 'E. Norrlander', familyName: 'Norrlander' });
    expect(readRow(row, IMPORT_FIELDS, 'sv')).toMatchObject({ givenName: '', familyName: 'Norrlander' });
  });

  it('makes the lines of an envelope of street, postcode and town, and none without a street', () => {
    const parts = { street: 'Vasagatan 1', postcode: '411 05', city: 'Göteborg', country: 'Sverige' };
    const address = 'Vasagatan 1\n411 05 Göteborg\nSverige';
    expect(readRow(cellsOf(parts), IMPORT_FIELDS, 'sv')).toMatchObject({ postalAddress: address, city: 'Göteborg' });
    expect(readRow(cellsOf({ ...parts, street: '' }), IMPORT_FIELDS, 'sv').postalAddress).toBe('');
  });

  it('says so where the language is one that no mail is written in', () => {
    expect(readRow(cellsOf({ language: 'dansk' }), IMPORT_FIELDS, 'sv')).toMatchObject({
      language: 'da',
      otherLanguage: false,
    });
    expect(readRow(cellsOf({ language: 'suomi' }), IMPORT_FIELDS, 'sv')).toMatchObject({
      language: 'sv',
      otherLanguage: true,
    });
  });

  it('leaves out a column that is filed as nothing, and a cell that is not there', () => {
    expect(readRow(['Ebba', 'secret'], ['givenName', null, 'note'], 'en')).toMatchObject({
      givenName: 'Ebba',
      note: '',
    });
  });
});
