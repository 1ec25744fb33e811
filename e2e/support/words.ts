import { createTranslator, type Translate } from '../../shared/i18n/translate.js';
import type { Language } from '../../shared/records/primitives.js';

/** The words of the screen in a language, so that a spec can be played in each of the five. */
export function wordsOf(language: Language): Translate {
  return createTranslator(language).getFixedT(language);
}
