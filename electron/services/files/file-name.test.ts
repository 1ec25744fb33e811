import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeFileName } from './file-name.js';

describe('a file name', () => {
  it.each([
    ['CV Anna Ångström.pdf', 'CV Anna Ångström.pdf'],
    ['../../etc/passwd.pdf', 'passwd.pdf'],
    ['C:\\Users\\anna\\CV.pdf', 'CV.pdf'],
    ['evil\u202Efdp.exe', 'evilfdp.exe'],
    ['a\u0000b\nc.pdf', 'abc.pdf'],
    ['A\u030Angstro\u0308m.pdf', 'Ångström.pdf'],
    ['con.pdf', '_con.pdf'],
    ['LPT1.tar.pdf', '_LPT1.tar.pdf'],
    ['what?.pdf', 'what_.pdf'],
    ['', 'file'],
    ['...', 'file'],
    [`${'x'.repeat(300)}.pdf`, `${'x'.repeat(116)}.pdf`],
  ])('%j is stored as %j', (given, stored) => {
    expect(safeFileName(given)).toBe(stored);
  });

  it('is safe whatever was given, and stays what it is when it is made safe again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (given) => {
        const name = safeFileName(given);
        expect(name.length).toBeGreaterThan(0);
        expect(name.length).toBeLessThanOrEqual(120);
        expect(name).not.toMatch(/[/\\\p{Cc}\p{Cf}<>:"|?*]/u);
        expect(name).not.toMatch(/^[. ]|[. ]$/);
        expect(safeFileName(name)).toBe(name);
      }),
      { numRuns: 2000 },
    );
  });
});
