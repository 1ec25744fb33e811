import i18next, { type i18n, type ParseKeys, type TFunction } from 'i18next';
import ICU from 'i18next-icu';
import type { Language } from '../records/primitives.js';
import type { en } from './catalogues/en/index.js';
import { catalogues } from './catalogues/index.js';

// Here and not in a file of its own: only what a module declares reaches the other environments' compilers.
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: typeof en };
    returnNull: false;
  }
}

/** Words in a language, keys typed after the English catalogue. Missing words are a fault that a test finds. */
export type Translate = TFunction;

/** A key of the catalogues, as `capture.title`. Tables from codes to words are `Record<Code, MessageKey>`. */
export type MessageKey = ParseKeys;

/** An i18next instance over all five catalogues; `changeLanguage` switches without a restart. */
export function createTranslator(language: Language): i18n {
  const instance = i18next.createInstance();
  void instance.use(new ICU()).init({
    lng: language,
    fallbackLng: false,
    initAsync: false,
    interpolation: { escapeValue: false },
    resources: Object.fromEntries(Object.entries(catalogues).map(([name, words]) => [name, { translation: words }])),
  });
  return instance;
}
