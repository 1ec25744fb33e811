import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuery } from './parse-query.js';
import type { Query } from './query.js';

const begins = (...terms: string[]): Query => ({ kind: 'words', terms, exact: false });
const whole = (...terms: string[]): Query => ({ kind: 'words', terms, exact: true });
const all = (...of: Query[]): Query => ({ kind: 'all', of });
const any = (...of: Query[]): Query => ({ kind: 'any', of });
const not = (of: Query): Query => ({ kind: 'not', of });

describe('G-14: how a search is read', () => {
  it.each<[string, Query | null]>([
    ['', null],
    ['  & ', null],
    ['c', begins('c')],
    ['C++ .NET', all(begins('c++'), begins('.net'))],
    ['java*', begins('java')],
    ['+java -cobol', all(begins('java'), not(begins('cobol')))],
    ['"wind power"', whole('wind', 'power')],
    ['”wind power“ -"at sea"', all(whole('wind', 'power'), not(whole('at', 'sea')))],
    ['"wind po', begins('wind', 'po')],
    ['(java c++) oslo', all(any(begins('java'), begins('c++')), begins('oslo'))],
    ['-(java c++)', not(any(begins('java'), begins('c++')))],
    ['full-stack', begins('full', 'stack')],
    ['anna@example.com', begins('anna', 'example', 'com')],
    ['- + *', null],
    ['-java', not(begins('java'))],
  ])('reads %j', (text, query) => {
    expect(parseQuery(text)).toEqual(query);
  });

  it('digits in any spacing may be a phone number, or just numbers', () => {
    for (const text of ['070 318 47 29', '0703184729', '070-318 47 29', '(070) 318.47/29']) {
      expect(parseQuery(text)).toMatchObject({ kind: 'any', of: [{ kind: 'phone', digits: '703184729' }, {}] });
    }
    expect(parseQuery('+46 70 318 47 29')).toMatchObject({ of: [{ kind: 'phone', digits: '46703184729' }, {}] });
    expect(parseQuery('0046703184729')).toMatchObject({ of: [{ kind: 'phone', digits: '46703184729' }, {}] });
    expect(parseQuery('2026')).toEqual(begins('2026'));
    expect(parseQuery('070 318 47 29 oslo')).toMatchObject({ kind: 'all', of: [{ kind: 'any' }, begins('oslo')] });
  });

  it('whatever is typed is read, and a letter or digit in it is asked for', () => {
    const typed = fc.string({ unit: fc.constantFrom('a', 'Å', '1', '+', '-', '(', ')', '*', '"', ' ', '.', '#') });
    fc.assert(
      fc.property(typed, (text) => {
        expect(parseQuery(text) === null).toBe(!/[\p{L}\p{N}]/u.test(text));
      }),
    );
  });
});
