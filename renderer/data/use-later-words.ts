import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { LaterWords } from '../../shared/domain/put-in-later.js';

/** What is said of a field that is put in only when the mail leaves, in the language of the screen. */
export function useLaterWords(): LaterWords {
  const { t, i18n } = useTranslation();
  return useMemo(() => laterWords(t, i18n.language), [t, i18n.language]);
}

export function laterWords(t: TFunction, language: string): LaterWords {
  return { language, of: (field) => t(`progress.putInLater.${field}`) };
}
