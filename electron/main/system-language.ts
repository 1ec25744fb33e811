import { LANGUAGES, type Language } from '../../shared/records/primitives.js';

/** The first of the system's languages that Fairdesk speaks, else English. `no` and `nn` readers get bokmål. */
export function systemLanguage(preferred: readonly string[]): Language {
  for (const tag of preferred) {
    const base = tag.toLowerCase().split('-')[0] ?? '';
    const known = LANGUAGES.find((language) => language === (base === 'no' || base === 'nn' ? 'nb' : base));
    if (known !== undefined) return known;
  }
  return 'en';
}
