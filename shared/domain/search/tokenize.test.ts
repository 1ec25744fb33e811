import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText } from '../../lib/fold-text.js';
import { termsAskedFor, tokensOf } from './tokenize.js';

const termsOf = (text: string): readonly string[] => [...tokensOf(text)].flatMap(({ terms }) => terms);

describe('G-14: what a word is', () => {
  it('C++, C# and .NET are words, and so is what stands in them', () => {
    expect(termsOf('C++, C#/.NET; ASP.NET')).toEqual(['c', 'c++', 'c', 'c#', 'net', '.net', 'asp', 'net', '.net']);
  });

  it('A hyphen, an address and a slash part words; letters of every language make them', () => {
    expect(termsOf('full-stack anna.berg@example.com Straße/Łódź 数据')).toEqual([
      'full',
      'stack',
      'anna',
      'berg',
      '.berg',
      'example',
      'com',
      '.com',
      'strasse',
      'lodz',
      '数据',
    ]);
  });

  it('Å is found by A and A by Å: every word is folded as names are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const { terms } of tokensOf(text)) expect(foldText(terms[0] ?? '')).toBe(terms[0]);
      }),
    );
    expect(termsOf('Ålesund')).toEqual(termsOf('ALESUND'));
  });

  it('says where a word stands in the text as it was given', () => {
    const text = 'Kan C++ och .NET i Ålesund';
    expect([...tokensOf(text)].map(({ start, end }) => text.slice(start, end))).toEqual([
      'Kan',
      'C++',
      'och',
      '.NET',
      'i',
      'Ålesund',
    ]);
  });

  it('asks for the form that says most', () => {
    expect(['C++', '.net', 'c', 'ASP.NET', 'anna.berg@example.com', '&'].map(termsAskedFor)).toEqual([
      ['c++'],
      ['.net'],
      ['c'],
      ['asp', 'net'],
      ['anna', 'berg', 'example', 'com'],
      [],
    ]);
  });

  it('cuts a word that never ends, the same in a text and in a query', () => {
    const endless = 'x'.repeat(100_000);
    expect(termsOf(endless)).toEqual(termsAskedFor(endless));
    expect(termsOf(endless)[0]).toHaveLength(40);
  });

  it('what was asked for stands in the text it was taken from', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const there = new Set(termsOf(text));
        for (const word of text.split(/\s+/)) for (const term of termsAskedFor(word)) expect(there).toContain(term);
      }),
    );
  });
});
