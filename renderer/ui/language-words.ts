import type { MessageKey } from '../../shared/i18n/translate.js';
import type { Language } from '../../shared/records/primitives.js';

/** The name of each language in the screen's own. */
export const LANGUAGE_WORDS = {
  sv: 'common.languageSv',
  da: 'common.languageDa',
  nl: 'common.languageNl',
  nb: 'common.languageNb',
  en: 'common.languageEn',
} as const satisfies Record<Language, MessageKey>;
