import type { i18n } from 'i18next';
import { useLayoutEffect, type ReactNode } from 'react';
import { I18nextProvider } from 'react-i18next';
import type { Language } from '../../shared/records/primitives.js';
import { FormatsProvider } from '../ui/formats.js';

interface WordsProviderProps {
  readonly translator: i18n;
  readonly language: Language;
  /** IANA zone in which dates and times are shown. */
  readonly zone: string;
  readonly children: ReactNode;
}

/** The screen's language: words, formats and the page's `lang`, switched without a restart. */
export function WordsProvider({ translator, language, zone, children }: WordsProviderProps) {
  useLayoutEffect(() => {
    document.documentElement.lang = language;
    void translator.changeLanguage(language);
  }, [translator, language]);
  return (
    <I18nextProvider i18n={translator}>
      <FormatsProvider language={language} zone={zone}>
        {children}
      </FormatsProvider>
    </I18nextProvider>
  );
}
