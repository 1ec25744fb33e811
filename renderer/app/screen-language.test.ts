import { expect, it } from 'vitest';
import { screenLanguageOf } from './screen-language.js';

it('takes the first language of the system that Fairdesk speaks', () => {
  expect(screenLanguageOf(['fi-FI', 'sv-FI', 'en-US'])).toBe('sv');
  expect(screenLanguageOf(['nl-BE'])).toBe('nl');
});

it('counts every Norwegian as bokmål, and falls back to English', () => {
  expect(screenLanguageOf(['nn-NO'])).toBe('nb');
  expect(screenLanguageOf(['no'])).toBe('nb');
  expect(screenLanguageOf(['fr-FR', 'de'])).toBe('en');
  expect(screenLanguageOf([])).toBe('en');
});
