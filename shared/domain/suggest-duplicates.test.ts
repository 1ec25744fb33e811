import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PersonId } from '../records/primitives.js';
import { testId } from '../testing/change-builders.js';
import { duplicatesOf, suggestDuplicates, type MatchedPerson } from './suggest-duplicates.js';

const id = (n: number) => testId<PersonId>(n);
const person = (n: number, name: string, more: Partial<MatchedPerson> = {}): MatchedPerson => {
  const [givenName = '', familyName = ''] = name.split('|');
  const bare = { id: id(n), givenName, familyName, email: '', phone: '', capturedAt: n };
  return { ...bare, demo: false, notSame: [], merged: [], ...more };
};
const found = (...people: readonly MatchedPerson[]) =>
  suggestDuplicates(people).map(({ first, second, signs }) => [Number(first.id), Number(second.id), signs.join()]);
const EBBA = { email: 'ebba@example.com', phone: '+4790123456' };

describe('G-13: possible duplicates', () => {
  it.each([
    ['name and e-mail', 'Ebba|Quist', { email: 'EBBA@example.com ' }, 'email'],
    ['name and telephone', 'ebba|quist', { phone: '+4790123456' }, 'phone'],
    ['name, e-mail and telephone', 'Ebba|Quist', EBBA, 'email,phone'],
    ['a number written without its country', 'Ebba|Quist', { phone: '90 12 34 56' }, 'phone'],
    ['another way to write the name', 'Ébba|Quíst', { email: EBBA.email }, 'email'],
  ] as const)('%s', (_, name, more, sign) => {
    expect(found(person(1, 'Ebba|Quist', EBBA), person(2, name, more))).toEqual([[1, 2, sign]]);
  });

  it.each([
    ['the same name alone', 'Ebba|Quist', {}],
    ['another first name', 'Ebbe|Quist', EBBA],
    ['another surname: the family has one number', 'Ebba|Berg', EBBA],
    ['no surname', 'Ebba|', EBBA],
    ['another country’s number with the same end', 'Ebba|Quist', { phone: '+4690123456' }],
    ['an invented person', 'Ebba|Quist', { ...EBBA, demo: true }],
    ['somebody who was found to be another', 'Ebba|Quist', { ...EBBA, notSame: [id(1)] }],
  ] as const)('not: %s', (_, name, more) => {
    expect(found(person(1, 'Ebba|Quist', EBBA), person(2, name, more))).toEqual([]);
  });

  it('of many with the same details each is asked about once, the newest first', () => {
    const many = [3, 1, 2].map((n) => person(n, 'Ebba|Quist', EBBA));
    expect(found(...many)).toEqual([
      [1, 3, 'email,phone'],
      [1, 2, 'email,phone'],
    ]);
  });

  it('whoever is not the first may still be the second', () => {
    const [one, two, three] = [1, 2, 3].map((n) =>
      person(n, 'Ebba|Quist', { ...EBBA, notSame: n === 1 ? [id(2), id(3)] : [] }),
    );
    expect(found(one!, two!, three!)).toEqual([[2, 3, 'email,phone']]);
  });

  it('what other dossiers of a person say counts, and so does what was dismissed of them', () => {
    const merged = [person(4, 'Ebba|Quist', { email: 'old@example.com' })];
    const both = person(1, 'Ebba|Quist', { ...EBBA, merged });
    expect(found(both, person(2, 'Ebba|Quist', { email: 'old@example.com' }))).toEqual([[1, 2, 'email']]);
    expect(found(both, person(2, 'Ebba|Quist', { email: 'old@example.com', notSame: [id(4)] }))).toEqual([]);
  });

  it('says of one person what it says of everybody', () => {
    const anybody = fc.record({
      name: fc.constantFrom('Ebba|Quist', 'Oskar|Berg'),
      email: fc.constantFrom('', 'a@example.com', 'b@example.com'),
      phone: fc.constantFrom('', '+4790123456', '90123456', '+4690123456'),
    });
    fc.assert(
      fc.property(fc.array(anybody, { maxLength: 8 }), (list) => {
        const people = list.map(({ name, ...more }, n) => person(n + 1, name, more));
        const paired = new Set(suggestDuplicates(people).flatMap(({ first, second }) => [first.id, second.id]));
        for (const one of people) expect(duplicatesOf(one, people).length > 0).toBe(paired.has(one.id));
      }),
    );
  });
});
