import { describe, expect, it } from 'vitest';
import { tagsIn, unknownTagsIn } from '../../shared/domain/contract-tags.js';
import { LANGUAGES } from '../../shared/records/primitives.js';
import { SHIPPED_WORDINGS } from './shipped-wordings.js';

describe('the contract that comes with the program', () => {
  it.each(LANGUAGES)('R41 names in %s who, what, where, from when and for how much, and is signed', (language) => {
    const wording = SHIPPED_WORDINGS[language];
    expect(unknownTagsIn(wording, [])).toEqual([]);
    expect([...tagsIn(wording, [])].sort()).toEqual(
      [
        'company',
        'contract-date',
        'department',
        'family-name',
        'given-name',
        'position',
        'salary',
        'start-date',
      ].sort(),
    );
    const kinds = wording.blocks.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'heading')).toHaveLength(8);
    expect([kinds.at(0), kinds.at(1), kinds.at(-1)]).toEqual(['paragraph', 'facts', 'signatures']);
  });

  it('is another one in each language', () => {
    expect(new Set(LANGUAGES.map((language) => SHIPPED_WORDINGS[language].title)).size).toBe(5);
  });
});
