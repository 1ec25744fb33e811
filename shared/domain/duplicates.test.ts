import { describe, expect, it } from 'vitest';
import { foldText } from '../lib/fold-text.js';
import { testId } from '../testing/change-builders.js';
import { findDuplicates, type KnownPerson } from './duplicates.js';

function known(id: number, fields: Partial<KnownPerson>): KnownPerson {
  const person = { givenName: 'Ebba', familyName: 'Norrlander', email: '', phone: '', ...fields };
  const search = foldText(`${person.givenName} ${person.familyName} Chalmers ${person.email} ${person.phone}`);
  return { id: testId(id), search, ...person };
}

const people = [
  known(1, { givenName: 'Åsa', familyName: 'Öberg-Lind', email: 'Asa@Example.com' }),
  known(2, { givenName: 'Ebba', familyName: 'Norrlander', phone: '+46705550186' }),
  known(3, { givenName: 'Ebba', familyName: 'Norrlander-Ek', email: 'ek@example.com' }),
  known(4, { givenName: 'Ebba Maria', familyName: 'Norrlander' }),
];
const nobody = { givenName: '', familyName: '', email: '', phone: '', language: 'sv' as const };
const signs = (typed: Partial<typeof nobody>) =>
  findDuplicates(people, { ...nobody, ...typed }, (text) => (text === '070-555 01 86' ? '+46705550186' : null)).map(
    ({ person, sign }) => [Number(person.id), sign],
  );

describe('findDuplicates', () => {
  it('knows an address in whatever case', () => {
    expect(signs({ email: ' asa@EXAMPLE.com' })).toEqual([[1, 'email']]);
  });

  it('knows a number however it is written', () => {
    expect(signs({ phone: '070-555 01 86' })).toEqual([[2, 'phone']]);
    expect(signs({ phone: '+46 70 555 01 86' })).toEqual([[2, 'phone']]);
  });

  it.each(['0705550186', '0046 70 555 01 86', '(0)70 555 01 86'])(
    'takes %s, whose country nobody can read, for a number that ends alike',
    (phone) => {
      expect(signs({ phone })).toEqual([[2, 'phone-end']]);
      expect(signs({ phone, givenName: 'Åsa', familyName: 'Öberg-Lind' })).toEqual([
        [1, 'name'],
        [2, 'phone-end'],
      ]);
    },
  );

  it('takes a readable number for one that was kept as it was typed, and two readable ones only when they are equal', () => {
    const kept = [known(1, { phone: '55501860' }), known(2, { phone: '+4755501860' })];
    const read = (text: string) => text;
    expect(findDuplicates(kept, { ...nobody, phone: '+4555501860' }, read).map(({ person }) => person.id)).toEqual([
      testId(1),
    ]);
  });

  it('does not trust a country that was only guessed: the same number may be of another one', () => {
    const swede = [known(1, { phone: '+46701234567' }), known(2, { phone: '+46709234567' })];
    const asDutch = (text: string) => `+31${text.replace(/\D/g, '').slice(1)}`;
    const found = findDuplicates(swede, { ...nobody, phone: '070-1234567', language: 'nl' }, asDutch);
    expect(found).toEqual([{ person: swede[0], sign: 'phone-end' }]);
  });

  it('knows a whole name without its accents, and no longer or shorter one', () => {
    expect(signs({ givenName: 'asa', familyName: 'OBERG-lind' })).toEqual([[1, 'name']]);
    expect(signs({ givenName: 'Ebba', familyName: 'Norrlander' })).toEqual([[2, 'name']]);
    expect(signs({ givenName: 'Ebba', familyName: 'Norr' })).toEqual([]);
    expect(signs({ givenName: 'Ebba' })).toEqual([]);
  });

  it('says nothing about an empty form or a handful of digits', () => {
    expect(signs({})).toEqual([]);
    expect(signs({ phone: '0186' })).toEqual([]);
  });

  it('puts the strongest sign first', () => {
    expect(signs({ givenName: 'Ebba', familyName: 'Norrlander', email: 'ek@example.com' })).toEqual([
      [3, 'email'],
      [2, 'name'],
    ]);
  });
});
