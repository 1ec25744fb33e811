import { describe, expect, it } from 'vitest';
import type { Right } from '../records/recruiter.js';
import { mayRead, refuseRead } from './refuse-read.js';

const known = (rights: readonly Right[], active = true) =>
  new Map([
    ['boss', { rights: ['administer' as const], departments: [], active: true }],
    ['me', { rights: [...rights], departments: [], active }],
  ]);

describe('what is read out in one piece', () => {
  it('G-9 C19 everything goes to an administrator only', () => {
    expect(refuseRead('export-everything', 'me', known(['administer']))).toBeNull();
    expect(refuseRead('export-everything', 'me', known(['reports', 'all-other-applications']))).toBe('right/missing');
    expect(mayRead('export-everything', ['reports'])).toBe(false);
  });

  it('G-9 C19 one person goes to whoever sees all applications of a person', () => {
    expect(refuseRead('export-person', 'me', known(['all-other-applications']))).toBeNull();
    expect(refuseRead('export-person', 'me', known(['own-other-applications', 'documents-notes']))).toBe(
      'right/missing',
    );
    expect(mayRead('export-person', ['all-other-applications'])).toBe(true);
  });

  it('G-9 G-15 a report goes to whoever has the right to reports', () => {
    expect(refuseRead('report', 'me', known(['reports']))).toBeNull();
    expect(refuseRead('report', 'me', known(['administer', 'all-other-applications']))).toBe('right/missing');
  });

  it('C19 nothing goes to whoever does not work here, or no longer does', () => {
    expect(refuseRead('export-person', null, known(['administer']))).toBe('right/not-working-here');
    expect(refuseRead('export-everything', 'me', known(['administer'], false))).toBe('right/not-working-here');
    expect(refuseRead('export-everything', null, new Map())).toBeNull();
  });
});
