import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CONTRACT_TAGS } from '../../../shared/domain/contract-tags.js';
import { ADDRESS_LINES } from '../../../shared/domain/postal-address.js';
import type { PlanProblem } from '../../../shared/domain/progress-action.js';
import type { ApplicationId } from '../../../shared/records/primitives.js';
import { FieldError } from '../../ui/field-error.js';
import { useFormats } from '../../ui/formats.js';
import { LANGUAGE_WORDS } from '../../ui/language-words.js';
import { languageInSentence } from '../../ui/language-in-sentence.js';

interface ProblemLinesProps {
  readonly problems: readonly PlanProblem[];
  /** Leaves those out whom a problem concerns; absent where there is no such way. */
  readonly onLeaveOut?: (applicationIds: readonly ApplicationId[]) => void;
}

/** What stands in the way, beside the field it is about: each problem a sentence that names field and language (R18, C32). */
export function ProblemLines({ problems, onLeaveOut }: ProblemLinesProps) {
  const { t } = useTranslation();
  const words = useProblemWords();
  return problems.map((problem) => {
    const { code, field, applicationIds } = problem;
    return (
      <FieldError key={`${code} ${field ?? ''}`}>
        <span>
          {words(problem)}{' '}
          {applicationIds.length === 0 || onLeaveOut === undefined ? null : (
            <Anchor
              component="button"
              type="button"
              onClick={() => {
                onLeaveOut(applicationIds);
              }}
            >
              {t('progress.leaveThemOut', { count: applicationIds.length })}
            </Anchor>
          )}
        </span>
      </FieldError>
    );
  });
}

/** About a field of what is agreed, and not of a mail. */
const TERM_PROBLEMS: readonly PlanProblem['code'][] = ['contract-unfilled', 'contract-date-invalid', 'hire-unfilled'];

/** A problem as a sentence. */
export function useProblemWords(): (problem: PlanProblem) => string {
  const { t } = useTranslation();
  const { language: screen } = useFormats();
  /** As the form asks for it; one of the organisation's own is shown as it stands in the text. */
  const tagWords = (tag: string): string => {
    const builtIn = CONTRACT_TAGS.find((name) => name === tag);
    return builtIn === undefined ? `{${tag}}` : t(`settings.contractTags.${builtIn}`);
  };
  return ({ code, field, language, applicationIds }) =>
    t(`progress.problems.${code}`, {
      tag: TERM_PROBLEMS.includes(code) ? tagWords(field ?? '') : `{${field ?? ''}}`,
      typed: field ?? '',
      count: applicationIds.length,
      max: ADDRESS_LINES,
      language: language === null ? '' : languageInSentence(t(LANGUAGE_WORDS[language]), screen),
    });
}

/** The sentence beside a field; null where nothing is wrong with it. */
export function problemsAt(problems: readonly PlanProblem[]) {
  return (...codes: readonly PlanProblem['code'][]) => {
    const found = problems.filter(({ code }) => codes.includes(code));
    return found.length === 0 ? null : <ProblemLines problems={found} />;
  };
}
