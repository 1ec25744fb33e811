import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerptOf } from './excerpt.js';
import { parseQuery } from './parse-query.js';
import { wantedWordsIn } from './query.js';

function excerpt(text: string, query: string): string {
  const parsed = parseQuery(query);
  const parts = excerptOf(text, parsed === null ? [] : wantedWordsIn(parsed));
  return parts.map((part) => (part.isHit ? `[${part.text}]` : part.text)).join('');
}

describe('G-14: what is shown of a text that was found', () => {
  it('shows the line around the first hit, and marks every word that was asked for', () => {
    expect(excerpt('Kan C++ och .NET\n i Ålesund', 'net alesund c++')).toBe('Kan [C++] och [.NET] i [Ålesund]');
    expect(excerpt('wind at sea, wind power', '"wind power"')).toBe('wind at sea, [wind] [power]');
    expect(excerpt('wind power', 'oslo -wind')).toBe('');
    expect(excerpt('nothing of it', 'welder')).toBe('');
  });

  it('begins at a word near the hit, however long the text before it is', () => {
    const long = `${'lorem ipsum '.repeat(500)}welder of bridges ${'dolor '.repeat(500)}`;
    const shown = excerpt(long, 'weld');
    expect(shown).toMatch(/^… (lorem|ipsum) .*\[welder\] of bridges dolor/);
    expect(shown.length).toBeLessThan(200);
  });

  it('changes nothing but the spaces of what it shows', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'B', 'å', ' ', '\n', '+', '.', '-') }), (text) => {
        const shown = excerpt(text, 'a').replace(/[[\]]/g, '').replace(/^… /, '');
        expect(text.replace(/\s+/g, ' ')).toContain(shown);
      }),
    );
  });
});
