import { LANGUAGES, type Language } from '../../shared/records/primitives.js';

/** The first of a browser's languages that Fairdesk speaks; Norwegian counts in all its forms. English otherwise. */
export function screenLanguageOf(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const base = tag.toLowerCase().split('-')[0];
    const spoken = base === 'no' || base === 'nn' ? 'nb' : base;
    const language = LANGUAGES.find((known) => known === spoken);
    if (language !== undefined) return language;
  }
  return 'en';
}
