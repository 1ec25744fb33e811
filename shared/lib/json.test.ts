import { describe, expect, it } from 'vitest';
import { canonicalJson, sameJson } from './json.js';

describe('canonical JSON', () => {
  it.each([
    [{ b: 1, a: [{ d: null, c: 'x' }] }, '{"a":[{"c":"x","d":null}],"b":1}'],
    [{ a: [{ c: 'x', d: null }], b: 1 }, '{"a":[{"c":"x","d":null}],"b":1}'],
    // Objects put keys that are numbers in the order of the numbers; code units do not.
    [{ 9: true, 10: { 2: 'two', 11: 'eleven' } }, '{"10":{"11":"eleven","2":"two"},"9":true}'],
    [{ å: 'Åsa', z: '"\n' }, '{"z":"\\"\\n","å":"Åsa"}'],
    ['text', '"text"'],
    [[], '[]'],
  ])('has the keys in the order of their code units: %j', (value, text) => {
    expect(canonicalJson(value)).toBe(text);
  });

  it('tells nothing from null', () => {
    expect(sameJson(undefined, null)).toBe(false);
    expect(sameJson({ a: 1, b: 2 }, { b: 2, a: 1 })).toBe(true);
  });
});
