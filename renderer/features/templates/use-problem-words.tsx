import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { MOST_SMS_SEGMENTS } from '../../../shared/domain/interview-reminder.js';
import type { Language } from '../../../shared/records/primitives.js';
import { FieldError } from '../../ui/field-error.js';
import { useFormats } from '../../ui/formats.js';
import { languageInSentence } from '../../ui/language-in-sentence.js';
import { LANGUAGE_WORDS } from '../../ui/language-words.js';
import type { TemplatePart, TemplateProblem } from './check-template.js';

/** What is wrong with one field of one part; null where nothing is. */
export function useProblemWords(
  problems: readonly TemplateProblem[],
  part: TemplatePart,
  inLanguage: Language,
): (place: TemplateProblem['place']) => ReactNode {
  const { t } = useTranslation();
  const { language: screen } = useFormats();
  const language = languageInSentence(t(LANGUAGE_WORDS[inLanguage]), screen);
  const wordsOf = ({ code, field }: TemplateProblem): string => {
    const name = field ?? '';
    if (code === 'sms-blank') return t('templates.smsBlank', { language });
    if (code === 'sms-long') return t('templates.smsTooLong', { segments: name, most: MOST_SMS_SEGMENTS, language });
    return t(`progress.problems.${code}`, { tag: `{${name}}`, count: 0, language });
  };
  return (place) => {
    const found = problems.filter((problem) => problem.part === part && problem.place === place);
    if (found.length === 0) return null;
    return found.map((problem) => (
      <FieldError key={`${problem.code} ${problem.field ?? ''}`}>{wordsOf(problem)}</FieldError>
    ));
  };
}
