import { describe, expect, it } from 'vitest';
import { DELIVERY_REASONS, SMS_REASONS } from '../domain/delivery-reason.js';
import { LANGUAGES } from '../records/primitives.js';
import { catalogues } from './catalogues/index.js';

describe('why a message waits or failed', () => {
  it.each(LANGUAGES)('is said in %s in two sentences or more, each reason in words of its own', (language) => {
    const { reasons, smsReasons } = catalogues[language].outbox;
    expect(Object.keys(reasons).map((name) => `mail/${name}`)).toEqual([...DELIVERY_REASONS]);
    expect(Object.keys(smsReasons).map((name) => `sms/${name}`)).toEqual([...SMS_REASONS]);
    const words = [...Object.values(reasons), ...Object.values(smsReasons)];
    for (const text of words) expect(text).toMatch(/^\p{Lu}.+[.] \p{Lu}.+[.]$/u);
    expect(new Set(words).size).toBe(words.length);
  });
});
