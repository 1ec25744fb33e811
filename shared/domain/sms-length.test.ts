import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smsLength } from './sms-length.js';

const of = (text: string) => {
  const { encoding, units, segments, left } = smsLength(text);
  return [encoding, units, segments, left];
};

describe('C32 the length of an SMS', () => {
  it.each([
    ['nothing', '', ['gsm-7', 0, 0, 160]],
    ['one letter', 'a', ['gsm-7', 1, 1, 159]],
    ['as many as one message takes', 'a'.repeat(160), ['gsm-7', 160, 1, 0]],
    ['one more', 'a'.repeat(161), ['gsm-7', 161, 2, 145]],
    ['two whole messages', 'a'.repeat(306), ['gsm-7', 306, 2, 0]],
    ['one more than that', 'a'.repeat(307), ['gsm-7', 307, 3, 152]],
    ['Nordic letters and Dutch ones with an accent', 'ÅÄÖåäöÆØæøéèü', ['gsm-7', 13, 1, 147]],
    ['two places for what is in the extension', '€{}[]\\~^|', ['gsm-7', 18, 1, 142]],
    ['an extended letter that no message parts', `${'a'.repeat(152)}€${'a'.repeat(10)}`, ['gsm-7', 164, 2, 141]],
    ['a letter that the alphabet lacks', 'ï', ['ucs-2', 1, 1, 69]],
    ['typographic quotes', '’'.repeat(70), ['ucs-2', 70, 1, 0]],
    ['one more of these', '’'.repeat(71), ['ucs-2', 71, 2, 63]],
    ['an emoji, which takes two', '👋', ['ucs-2', 2, 1, 68]],
    ['a pair that no message parts', `${'a'.repeat(66)}👋abc`, ['ucs-2', 71, 2, 62]],
  ])('%s', (_, text, expected) => {
    expect(of(text)).toEqual(expected);
  });

  it('names what makes it longer, each once', () => {
    expect(smsLength('“Hej” – “nej”').foreign).toEqual(['“', '”', '–']);
    expect(smsLength('Hej').foreign).toEqual([]);
  });

  it('is never shorter for a letter more, and its segments hold all of it', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'å', '€', '’', '👋', '\n'), maxLength: 400 });
    fc.assert(
      fc.property(text, fc.constantFrom('a', '€', '👋'), (before, letter) => {
        const [shorter, longer] = [smsLength(before), smsLength(before + letter)];
        expect(longer.segments).toBeGreaterThanOrEqual(shorter.segments);
        const room = { 'gsm-7': [160, 153], 'ucs-2': [70, 67] }[longer.encoding];
        const capacity = longer.segments === 1 ? room[0] : longer.segments * (room[1] ?? 0);
        expect(longer.units + longer.left).toBeLessThanOrEqual(capacity ?? 0);
        expect(longer.left).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
