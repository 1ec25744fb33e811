import { createTranslator, type Translate } from '../../shared/i18n/translate.js';
import type { Language } from '../../shared/records/primitives.js';

/** The words of the screen in a language, so that a spec can be played in each of the five. */
export function wordsOf(language: Language): Translate {
  return createTranslator(language).getFixedT(language);
}

/** What a button is called whose key stands behind its words. */
export function beginning(words: string): RegExp {
  return new RegExp(`^${words.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')}`);
}
