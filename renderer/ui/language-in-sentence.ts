import type { Language } from '../../shared/records/primitives.js';

/** English and Dutch write languages with a capital anywhere, the Nordic ones only at the beginning. */
const ALWAYS_CAPITAL: ReadonlySet<Language> = new Set(['en', 'nl']);

/** The name of a language as it stands inside a sentence of the screen's language. */
export function languageInSentence(name: string, screen: Language): string {
  return ALWAYS_CAPITAL.has(screen) ? name : name.toLocaleLowerCase(screen);
}
