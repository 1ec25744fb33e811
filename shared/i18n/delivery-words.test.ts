import { describe, expect, it } from 'vitest';
import { DELIVERY_REASONS } from '../domain/delivery-reason.js';
import { LANGUAGES } from '../records/primitives.js';
import { DELIVERY_WORDS, deliveryWords } from './delivery-words.js';
import { createTranslator } from './translate.js';

describe('why a message waits or failed', () => {
  it.each(LANGUAGES)('is said in %s in two sentences or more, each reason in words of its own', (language) => {
    const { t } = createTranslator(language);
    const words = Object.values(DELIVERY_WORDS).map((key) => t(key));
    for (const text of words) expect(text).toMatch(/^\p{Lu}.+[.] \p{Lu}.+[.]$/u);
    expect(new Set(words).size).toBe(DELIVERY_REASONS.length + 1);
  });

  it('has words for every reason, and none for what it does not know', () => {
    for (const reason of DELIVERY_REASONS) expect(deliveryWords(reason)).not.toBeNull();
    expect([deliveryWords('mail/from-the-future'), deliveryWords('toString')]).toEqual([null, null]);
  });
});
