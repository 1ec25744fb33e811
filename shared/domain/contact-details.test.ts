import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanName } from './clean-name.js';
import { CONTACT_LIMITS, cleanContact } from './contact-details.js';

const typed = {
  givenName: 'Matilda',
  familyName: 'Rosenqvist',
  email: 'matilda.r@example.com',
  phone: '',
  school: '',
  city: '',
  language: 'sv' as const,
};
const unreadable = () => null;

describe('cleanContact', () => {
  it.each([
    ['a name and an address', {}, []],
    ['a name and a phone number', { email: '', phone: '070 555 01 86' }, []],
    ['only a first name', { familyName: '' }, []],
    ['only a surname', { givenName: '' }, []],
    ['no name', { givenName: ' ', familyName: '\u200b' }, [{ field: 'givenName', code: 'name-missing' }]],
    ['no way to reach the person', { email: ' ' }, [{ field: 'email', code: 'contact-missing' }]],
    ['an address that is none', { email: 'matilda@example' }, [{ field: 'email', code: 'email-invalid' }]],
    ['two addresses', { email: 'a@example.com, b@example.com' }, [{ field: 'email', code: 'email-invalid' }]],
    ['words for a number', { phone: 'ask Maja' }, [{ field: 'phone', code: 'phone-invalid' }]],
    ['a name that no record holds', { school: 'x'.repeat(201) }, [{ field: 'school', code: 'too-long' }]],
    [
      'a bad address and a bad number, both named',
      { email: 'x', phone: '1' },
      [
        { field: 'email', code: 'email-invalid' },
        { field: 'phone', code: 'phone-invalid' },
      ],
    ],
  ] as const)('answers %s', (_, change, problems) => {
    const clean = cleanContact({ ...typed, ...change }, unreadable);
    expect(clean.ok ? [] : clean.problems).toEqual(problems);
  });

  it('stores a number as E.164 where it can be read, and as typed where not', () => {
    const read = cleanContact({ ...typed, phone: ' 070 555 01 86 ' }, (text) =>
      text === '070 555 01 86' ? '+46705550186' : null,
    );
    expect(read.ok && read.value.phone).toBe('+46705550186');
    const kept = cleanContact({ ...typed, phone: ' 070 555 01 86 ' }, unreadable);
    expect(kept.ok && kept.value.phone).toBe('070 555 01 86');
  });

  it('stores nothing that its record would refuse, whatever is typed', () => {
    const field = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.constantFrom('', 'a@example.com', '12345678'),
    );
    fc.assert(
      fc.property(
        fc.tuple(field, field, field, field, field, field),
        ([givenName, familyName, email, phone, school, city]) => {
          const clean = cleanContact({ givenName, familyName, email, phone, school, city, language: 'sv' }, unreadable);
          if (!clean.ok) return clean.problems.length > 0;
          return Object.entries(CONTACT_LIMITS).every(([name, limit]) => {
            const value = clean.value[name as keyof typeof CONTACT_LIMITS];
            return value.length <= limit && value === value.trim() && value === cleanName(value);
          });
        },
      ),
    );
  });
});

describe('cleanName', () => {
  it('writes the same name in the same characters', () => {
    expect(cleanName('A\u030Angstro\u0308m')).toBe('Ångström');
    expect(cleanName('  Linn\u00e9a \t  Bodin\n')).toBe('Linnéa Bodin');
  });

  it('drops what nobody sees, and keeps the joiner that a script needs', () => {
    expect(cleanName('Eb\u200bba\u202e \u2066Norr\u2069lander\u0000\ufeff')).toBe('Ebba Norrlander');
    expect(cleanName('علی\u200cرضا')).toBe('علی\u200cرضا');
    expect(cleanName('\u200dEbba\u200c')).toBe('Ebba');
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 60 }),
        (text) => cleanName(cleanName(text)) === cleanName(text),
      ),
    );
  });
});
