import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anonymise, personalDetailsIn, type PersonalDetails } from './anonymise.js';
import { DETAIL_KINDS, type DetailKind } from './text-range.js';

const WORDS = Object.fromEntries(DETAIL_KINDS.map((kind) => [kind, `<${kind}>`])) as Record<DetailKind, string>;
const SOMEBODY: PersonalDetails = {
  givenName: 'Åsa Maria',
  familyName: 'van der Bjørnson-Öst',
  email: 'asa.vdb@example.com',
  phone: '+46701740605',
  school: 'KTH, Energy Engineering',
  city: 'Växjö',
};

function withheld(text: string, change: Partial<PersonalDetails> = {}): string {
  return anonymise(text, { ...SOMEBODY, ...change }, { year: 2026, words: WORDS });
}

describe('R30 a name', () => {
  it.each([
    ['Jag heter Åsa.', 'Jag heter <name>.'],
    ['ÅSA MARIA VAN DER BJØRNSON-ÖST', '<name>'],
    ['Bjørnson-Öst, Åsa Maria', '<name>'],
    ['Åsas egen app, Bjornsons och Östs', '<name> egen app, <name> och <name>'],
    ['Asa, Aasa and Åsa’s: A. Bjoernson', '<name> and <name>: <name>'],
    ['Å.B.', '<name>.'],
    ['skype asabjornson98 or åsa_öst', 'skype <name> or <name>'],
    ['\u00c5\u00adsa och A\u030asa', '<name> och <name>'],
    ['Maria V. works', '<name>. works'],
    ['vänta på Maria i höst', 'vänta på <name> i höst'],
  ])('%s', (text, expected) => {
    expect(withheld(text)).toBe(expected);
  });

  it('stays out of words that only begin like it, and particles stay where no name is', () => {
    const text = 'Annan mark, annat, Bergen, van huis uit der die das.';
    expect(withheld(text, { givenName: 'Anna', familyName: 'van der Berg' })).toBe(text);
    expect(withheld('Bo bor i Boden; Lis och Bos, Li', { givenName: 'Bo', familyName: 'Li' })).toBe(
      '<name> bor i Boden; <name> och <name>',
    );
  });

  it('takes its particles along, after it too', () => {
    expect(withheld('Minh Van; Do, Van Minh', { givenName: 'Van Minh', familyName: 'Do' })).toBe('<name>; <name>');
    expect(withheld('Dijk, L. van, 2019', { givenName: 'Lena', familyName: 'van Dijk' })).toBe('<name>, 2019');
    expect(withheld('Lena Vans cv', { givenName: 'Lena Van', familyName: 'Dijk' })).toBe('<name> cv');
  });

  it('of particles alone, of one letter, with apostrophes, and in scripts that part no words', () => {
    expect(withheld('De la, Du', { givenName: 'Du', familyName: 'De La' })).toBe('<name>');
    expect(withheld("O'Brien, OBrien, O’Brien’s", { givenName: 'X', familyName: "O'Brien" })).toBe('<name>');
    expect(withheld("d'Hondt x", { givenName: 'Bo', familyName: 'D’Hondt' })).toBe('<name> x');
    expect(withheld('我是李伟。', { givenName: '伟', familyName: '李' })).toBe('<name>。');
    expect(withheld('Hello', { givenName: '', familyName: '' })).toBe('Hello');
  });
});

describe('R30 what reaches or identifies somebody', () => {
  it.each([
    ['mail asa.vdb@example.com or other@else.se.', 'mail <email> or <email>.'],
    ['anna (at) example (dot) com, ASA.VDB@EXAMPLE.COM', '<email>, <email>'],
    ['070-174 06 05, +46 (0)70 174 06 05, 0046 70.174.06.05', '<number>, <number>, <number>'],
    ['1740605', '<number>'],
    ['call +45 20 12 34 56 now', 'call <number> now'],
    ['19980512-1234 and 980512-1234', '<number> and <number>'],
    [
      'born 12 May 1998, 12.05.98, 1998-05-12, May 12, 1998',
      'born <birth-date>, <birth-date>, <birth-date>, <birth-date>',
    ],
    ['född 1998 i Lund', 'född <birth-date> i Lund'],
    ['https://www.linkedin.com/in/asa?x=1, www.asa.se and github.com/asavdb.', '<link>, <link> and <link>.'],
    ['Instagram: asa_98, @asa98, LinkedIn: asa-o', 'Instagram: <link>, <link>, LinkedIn: <link>'],
    ['Storgatan 5, 123 45 Växjö; Kerkstraat 12a, 1234 AB', '<address>, <address> <place>; <address>, <address>'],
    ['I study at KTH in Vaxjo, Växjös', 'I study at <place> in <place>, <place>'],
  ])('%s', (text, expected) => {
    expect(withheld(text, { givenName: 'Zoë', familyName: 'Quist' })).toBe(expected);
  });

  it('an address is found letter by letter, whatever signs are in it', () => {
    const email = "an-na+o'b{x}|^$@ex-ample.com";
    expect(withheld(`(${email})`, { email })).toBe('(<email>)');
  });

  it('leaves periods, dates to come, skills and amounts in', () => {
    const text =
      '2019–2021, 2019-2021, 2018-08 - 2020-06, from 2027-02-01, 1 March 2027; C++, .NET, ASP.NET, Node.js, 32 000 kr, 24/7.';
    expect(withheld(text)).toBe(text);
  });
});

const LETTERS = Array.from('abcdefghijklmnopqrstuvwxyzåäöæøéüßñ');
const word = fc.string({ unit: fc.constantFrom(...LETTERS), minLength: 2, maxLength: 9 });
const name = fc
  .tuple(word, fc.constantFrom('', ' ', '-', '’'), word)
  .map(([one, between, other]) => (between === '' ? one : `${one}${between}${other}`));
const FILLER = ['4', '(', ')', '“', 'ЖЖЖ', 'ΩΩ', '\n', ':'];

describe('R30 whatever the name and the text', () => {
  it('no part of a name stays as a word of its own, in any case and order, and what is left is the rest', () => {
    fc.assert(
      fc.property(
        name,
        name,
        fc.array(fc.constantFrom('given', 'family', 'both', 'reversed', 'genitive', ...FILLER), { maxLength: 12 }),
        fc.infiniteStream(fc.nat(2)),
        (givenName, familyName, parts, cases) => {
          const variants: Readonly<Record<string, string>> = {
            given: givenName,
            family: familyName,
            both: `${givenName} ${familyName}`,
            reversed: `${familyName}, ${givenName}`,
            genitive: `${familyName}s`,
          };
          const text = parts
            .map((part) => {
              const variant = variants[part] ?? part;
              const how: unknown = cases.next().value;
              return how === 0
                ? variant
                : how === 1
                  ? variant.toUpperCase()
                  : (variant[0] ?? '').toUpperCase() + variant.slice(1);
            })
            .join(' ');
          const empty = { email: '', phone: '', school: '', city: '' };
          const left = withheld(text, { ...empty, givenName, familyName }).replaceAll('<name>', ' ');
          const rest = new Set(left.split(/\s+/).filter((one) => one !== ''));
          for (const one of rest) expect([...FILLER, ',']).toContain(one);
          for (const filler of parts.filter((part) => FILLER.includes(part) && part !== '\n'))
            expect(left).toContain(filler);
        },
      ),
    );
  });

  it('no number stays, whatever stands between its digits', () => {
    const gap = fc.constantFrom('', ' ', '-', '.', ' (', ') ', '/', '\u00a0', ' - ', '–');
    fc.assert(
      fc.property(
        fc.stringMatching(/^[1-9]\d{6,10}$/),
        fc.constantFrom('+46', '0', '0046', '+46 (0)', ''),
        fc.array(gap, { minLength: 11, maxLength: 11 }),
        (national, before, gaps) => {
          const written =
            before +
            Array.from(national)
              .map((digit, n) => digit + (gaps[n] ?? ''))
              .join('');
          const left = withheld(`Ring ${written} snart`, { phone: `+46${national}` });
          expect(left).toMatch(/^Ring [^\d]*<number>[^\d]*snart$/);
        },
      ),
    );
  });

  it('a second time changes nothing, and every kind of text is taken', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 200 }),
        fc.string({ unit: 'grapheme' }),
        (text, givenName) => {
          const details = { ...SOMEBODY, givenName };
          const once = anonymise(text, details, { year: 2026, words: { ...WORDS, name: '#' } });
          const names = personalDetailsIn(once, details);
          expect(names).toEqual([]);
        },
      ),
    );
  });

  it('is done with a long text of one kind before anybody notices', () => {
    for (const piece of ['a', '1', '1 ', '@', 'a.', '+', 'a-', 'A. ', '(', 'linkedin:']) {
      const text = piece.repeat(Math.floor(20_000 / piece.length));
      expect(withheld(text).length).toBeGreaterThan(0);
    }
  });
});

describe('R30 what somebody else typed', () => {
  it('is not changed: name, address and number are named as they stand there, each once', () => {
    const typed = 'Åsa is great. Call her: 070 174 06 05, asa.vdb@example.com, Åsa!';
    expect(personalDetailsIn(typed, SOMEBODY)).toEqual(['Åsa', '070 174 06 05', 'asa.vdb@example.com']);
    expect(personalDetailsIn('A trainee from Växjö, KTH. Call me: 08-123 456 78.', SOMEBODY)).toEqual([]);
  });
});
