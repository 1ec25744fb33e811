import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeFileName } from './file-name.js';

/** Any, and more often than chance would those that mean something to a file system or to Unicode. */
const character = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  fc.constantFrom('.', ' ', '/', '<', 'a', '\u0000', '\u0338', '\u030a', '\u{1e000}', '😀'),
);

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
    ['A\u0000\u030Angstrom.pdf', 'Ångstrom.pdf'],
    ['a.the long extension of it', 'a.the long extension'],
    [`a.${'x'.repeat(18)}😀`, `a.${'x'.repeat(18)}`],
  ])('%j is stored as %j', (given, stored) => {
    expect(safeFileName(given)).toBe(stored);
  });

  it('is safe whatever was given, and stays what it is when it is made safe again', () => {
    fc.assert(
      fc.property(fc.string({ unit: character, maxLength: 200 }), (given) => {
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
