import type { i18n } from 'i18next';
import { PROFILE_LABELS, type ForwardWords } from '../domain/forward-words.js';
import { DETAIL_KINDS } from '../domain/text-range.js';
import type { Language } from '../records/primitives.js';

/** What a mail about an applicant says by itself, in the language of who reads it. */
export function forwardWords(translator: i18n, language: Language): ForwardWords {
  const t = translator.getFixedT(language);
  return {
    candidate: (place, of) =>
      of === 1 ? t('progress.forwardMail.candidate') : t('progress.forwardMail.candidateOf', { place, of }),
    withheld: byKey(DETAIL_KINDS, (kind) => t(`progress.forwardMail.withheld-${kind}`)),
    labels: byKey(PROFILE_LABELS, (label) => t(`progress.forwardMail.${label}`)),
    languages: {
      sv: t('common.languageSv'),
      da: t('common.languageDa'),
      nl: t('common.languageNl'),
      nb: t('common.languageNb'),
      en: t('common.languageEn'),
    },
  };
}

function byKey<Key extends string>(keys: readonly Key[], wordOf: (key: Key) => string): Readonly<Record<Key, string>> {
  return Object.fromEntries(keys.map((key) => [key, wordOf(key)])) as Record<Key, string>;
}
