import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../../shared/domain/search/parse-query.js';
import { wordsIn } from '../../../shared/domain/search/query.js';
import { foldText } from '../../../shared/lib/fold-text.js';
import type { PersonId } from '../../../shared/records/primitives.js';
import { testId } from '../../../shared/testing/change-builders.js';
import type { PersonRow } from '../../data/roster/rows.js';
import { SearchIndex } from '../../data/search/search-index.js';
import { EVERYTHING } from '../../state/search-list.js';
import { matchRows } from './match-rows.js';
import { narrowRows, orderRows } from './narrow-rows.js';
import type { SearchRow } from './search-rows.js';

function row(n: number, name: string, more: Partial<PersonRow> = {}): SearchRow {
  const [givenName = '', familyName = ''] = name.split(' ');
  const id = testId<PersonId>(n);
  const { email = '', phone = '', city = '', school = '' } = more;
  const person: PersonRow = {
    ...{ id, kind: 'prospect', givenName, familyName, email, phone, city, school, postalAddress: '', fairId: null },
    ...{ language: 'sv', capturedAt: n, hasCv: false, cvIds: [], consent: null, databaseConsent: null, demo: false },
    ...{ notSame: [], erasureAskedAt: null, merged: [], retention: [] },
    search: foldText(`${name} ${school} ${city} ${email} ${phone}`),
    ...more,
  };
  return { id, person, name, type: 'prospect', application: null, vacancy: null, at: n };
}

const PEOPLE = [
  row(1, 'Åsa Lindberg', { email: 'asa.lindberg@example.com', phone: '+46703184729', city: 'Umeå' }),
  row(2, 'Jørgen Æbeltoft', { email: 'jorgen@example.com', phone: '+4520304050', school: 'DTU' }),
  row(3, 'Berg Łukasz', { email: 'berg@example.com', phone: '0701112233' }),
];
const index = new SearchIndex();
const cv = (n: number, text: string) => ({ id: testId(100 + n), kind: 'cv' as const, owner: testId(n), text });
index.change({
  texts: [cv(1, 'Kan C++ och .NET i Ålesund, vindkraft'), cv(2, 'Java, C#; a full-stack wind power person')],
  removed: [],
  forgotten: [],
});

function find(text: string): readonly string[] {
  const query = parseQuery(text)!;
  const words = wordsIn(query);
  const hits = index.find(words);
  const found = matchRows(query, PEOPLE, new Map(words.map((one, at) => [one, hits[at]!])));
  return orderRows(found, 'relevance', new Intl.Collator('sv')).map(({ row: { name } }) => name.split(' ')[0]!);
}

describe('G-14: who is found', () => {
  it.each<[string, readonly string[]]>([
    ['c++', ['Åsa']],
    ['.NET', ['Åsa']],
    ['C#', ['Jørgen']],
    ['Å', ['Åsa', 'Jørgen', 'Berg']],
    ['a', ['Åsa', 'Jørgen', 'Berg']],
    ['asa', ['Åsa']],
    ['æbel', ['Jørgen']],
    ['lukasz', ['Berg']],
    ['alesund', ['Åsa']],
    ['berg', ['Berg', 'Åsa']],
    ['full-stack', ['Jørgen']],
    ['full stack', ['Jørgen']],
    ['stack-full', []],
    ['asa.lindberg@example.com', ['Åsa']],
    ['lindberg@example', ['Åsa']],
    ['070 318 47 29', ['Åsa']],
    ['+46 (0) 70-318 47', ['Åsa']],
    ['703184729', ['Åsa']],
    ['20 30 40 50', ['Jørgen']],
    ['asa c++', ['Åsa']],
    ['asa java', []],
    ['(c++ java)', ['Jørgen', 'Åsa']],
    ['vind -java', ['Åsa']],
    ['"wind power"', ['Jørgen']],
    ['"power wind"', []],
    ['"lindberg"', ['Åsa']],
    ['"lind"', []],
    ['-example', []],
    ['-umea -java', ['Berg']],
  ])('%s', (text, names) => {
    expect(find(text)).toEqual(names);
  });

  it('says in which text the hit stands, and nothing where it is in the name', () => {
    const query = parseQuery('asa vindkraft')!;
    const words = wordsIn(query);
    const hits = index.find(words);
    const [found] = matchRows(query, PEOPLE, new Map(words.map((one, at) => [one, hits[at]!])));
    expect(found?.text).toEqual({ id: testId(101), kind: 'cv' });
    const [plain] = matchRows(parseQuery('jorgen')!, PEOPLE, new Map());
    expect(plain).toMatchObject({ row: { name: 'Jørgen Æbeltoft' }, text: null });
  });

  it('C24: employees are found only when they are asked for', () => {
    const rows = [...PEOPLE, { ...row(4, 'Sten Hired'), type: 'employee' as const }];
    expect(narrowRows(rows, EVERYTHING, 'Europe/Oslo')).toHaveLength(3);
    expect(narrowRows(rows, { ...EVERYTHING, types: ['employee'] }, 'Europe/Oslo')).toHaveLength(1);
  });
});
