import { describe, expect, it } from 'vitest';
import { foldText } from '../../shared/lib/fold-text.js';
import { testId } from '../../shared/testing/change-builders.js';
import type { PersonId } from '../../shared/records/primitives.js';
import type { ApplicationRow, PersonRow, Roster } from '../data/roster/rows.js';
import { findPeople } from './palette-search.js';

function rosterOf(names: readonly string[], hired: readonly string[] = []): Roster {
  const people = new Map(
    names.map((name, index) => {
      const id = testId<PersonId>(index);
      const [givenName = '', familyName = ''] = name.split(' ');
      return [id, { id, givenName, familyName, search: foldText(name) } as PersonRow];
    }),
  );
  const applicationsOf = (id: PersonId) =>
    hired.includes(people.get(id)?.givenName ?? '') ? [{ status: 'hired' } as ApplicationRow] : [];
  return { people, vacancies: new Map(), applicationsOf } as unknown as Roster;
}

const found = (names: readonly string[], query: string) =>
  findPeople(rosterOf(names), query).map(({ person }) => `${person.givenName} ${person.familyName}`);

describe('findPeople', () => {
  it('finds without diacritics and case, by any word in any order', () => {
    const names = ['Linnéa Åkerström', 'Tuva Sørbråten'];
    expect(found(names, 'aker')).toEqual(['Linnéa Åkerström']);
    expect(found(names, 'SORB tuva')).toEqual(['Tuva Sørbråten']);
    expect(found(names, 'tuva aker')).toEqual([]);
  });

  it('puts those first whose name begins so, then those with such a word, then the rest', () => {
    expect(found(['Hanna Ek', 'Per Anders', 'Anna Berg'], 'an')).toEqual(['Anna Berg', 'Per Anders', 'Hanna Ek']);
  });

  it('finds nobody for nothing, and never more than a screenful', () => {
    const crowd = Array.from({ length: 2000 }, (_, index) => `Anna Nr${index.toString()}`);
    expect(found(crowd, '  ')).toEqual([]);
    expect(found(crowd, 'anna')).toHaveLength(8);
  });

  it('C24, R40 finds employees as such, after all candidates', () => {
    const found = findPeople(rosterOf(['Anna Berg', 'Hanna Ek'], ['Anna']), 'an');
    expect(found.map(({ person, hired }) => [person.givenName, hired !== null])).toEqual([
      ['Hanna', false],
      ['Anna', true],
    ]);
  });
});
