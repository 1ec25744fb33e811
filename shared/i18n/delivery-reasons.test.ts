import { describe, expect, it } from 'vitest';
import { DELIVERY_REASONS } from '../domain/delivery-reason.js';
import { LANGUAGES } from '../records/primitives.js';
import { catalogues } from './catalogues/index.js';

describe('why a message waits or failed', () => {
  it.each(LANGUAGES)('is said in %s in two sentences or more, each reason in words of its own', (language) => {
    const words = catalogues[language].outbox.reasons;
    expect(Object.keys(words).map((name) => `mail/${name}`)).toEqual([...DELIVERY_REASONS]);
    for (const text of Object.values(words)) expect(text).toMatch(/^\p{Lu}.+[.] \p{Lu}.+[.]$/u);
    expect(new Set(Object.values(words)).size).toBe(DELIVERY_REASONS.length);
  });
});
