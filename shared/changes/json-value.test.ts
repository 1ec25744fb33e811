import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { JsonValue } from './json-value.js';

const takes = (value: unknown): boolean => JsonValue.safeParse(value).success;

describe('a value of JSON', () => {
  it('is what JSON.parse gives, and comes out as it was', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 20 }), (text) => {
        const value: unknown = JSON.parse(text);
        expect(JsonValue.parse(value)).toEqual(value);
      }),
    );
  });

  it('is nothing that JSON cannot say, however deep it stands', () => {
    for (const wrong of [undefined, Number.NaN, Infinity, 1n, new Date(), new Map(), () => 0, Symbol('a'), /a/]) {
      for (const value of [wrong, [wrong], { a: { b: [1, wrong] } }]) expect(takes(value)).toBe(false);
    }
    expect(z.object({ a: JsonValue }).safeParse({}).success).toBe(false);
  });

  it('is neither endless nor deeper than anybody writes', () => {
    const ring: unknown[] = [];
    ring.push(ring);
    expect(takes(ring)).toBe(false);
    expect(takes(JSON.parse('['.repeat(64) + ']'.repeat(64)))).toBe(true);
    expect(takes(JSON.parse('['.repeat(66) + ']'.repeat(66)))).toBe(false);
  });
});
