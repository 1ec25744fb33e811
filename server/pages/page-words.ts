import { forwardWords } from '../../shared/i18n/forward-words.js';
import { interviewWords } from '../../shared/i18n/interview-words.js';
import { createTranslator, type Translate } from '../../shared/i18n/translate.js';
import type { ForwardWords } from '../../shared/domain/forward-words.js';
import type { InterviewWords } from '../../shared/domain/interview-context.js';
import { dateFormat } from '../../shared/lib/intl-formats.js';
import type { Instant } from '../../shared/lib/time.js';
import { LANGUAGES, type Language } from '../../shared/records/primitives.js';

/** What a page says, in one language. */
export interface PageWords {
  readonly language: Language;
  readonly t: Translate;
  readonly forward: ForwardWords;
  readonly interview: InterviewWords;
  /** Day and time by the clock of an IANA zone. */
  readonly moment: (at: Instant, zone: string) => string;
  readonly day: (at: Instant, zone: string) => string;
}

const translator = createTranslator('en');
const known = new Map(LANGUAGES.map((language) => [language, wordsOf(language)]));

/** The words in a language. */
export function wordsIn(language: Language): PageWords {
  return known.get(language) ?? wordsOf(language);
}

/** Of the five languages the one that a browser asks for first (RFC 9110 12.5.4); English where it asks for none of them. */
export function acceptedLanguage(header: string | undefined): Language {
  const asked = (header ?? '')
    .split(',', 20)
    .map((range) => {
      const [tag = '', ...parameters] = range.trim().toLowerCase().split(';');
      const weight = parameters.map((one) => /^\s*q=([\d.]+)$/.exec(one)?.[1]).find((one) => one !== undefined);
      return { tag: tag.split('-')[0] ?? '', weight: weight === undefined ? 1 : Number(weight) };
    })
    .sort((a, b) => b.weight - a.weight);
  for (const { tag, weight } of asked) {
    const found = LANGUAGES.find((language) => language === (tag === 'no' || tag === 'nn' ? 'nb' : tag));
    if (found !== undefined && weight > 0) return found;
  }
  return 'en';
}

function wordsOf(language: Language): PageWords {
  return {
    language,
    t: translator.getFixedT(language),
    forward: forwardWords(translator, language),
    interview: interviewWords(translator, language),
    moment: (at, timeZone) => dateFormat(language, { dateStyle: 'long', timeStyle: 'short', timeZone }).format(at),
    day: (at, timeZone) => dateFormat(language, { dateStyle: 'long', timeZone }).format(at),
  };
}
