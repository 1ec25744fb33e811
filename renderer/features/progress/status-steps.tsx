import { useTranslation } from 'react-i18next';
import type { PlannedChange } from '../../../shared/domain/progress-action.js';
import { statusSteps, type StatusStep } from '../../../shared/domain/status-steps.js';
import type { Roster } from '../../data/roster/rows.js';
import { useRoster } from '../../data/use-session.js';
import { STATUS_LOOKS } from '../../ui/status-tag.js';

/** The steps that a plan takes with somebody, in words and in its order: other applications than the one that is handled by their vacancy. */
export function useStatusWords(planned: PlannedChange | null): readonly string[] {
  const { t } = useTranslation();
  const titleOf = useRoster(vacancyTitles);
  if (planned === null) return [];
  const wordOf = (step: StatusStep): string => {
    const to = t(STATUS_LOOKS[step.to].word);
    const said = step.from === null ? to : `${t(STATUS_LOOKS[step.from].word)} → ${to}`;
    return step.applicationId === planned.applicationId ? said : `${titleOf(step)}: ${said}`;
  };
  return statusSteps(planned).map(wordOf);
}

function vacancyTitles({ applications, vacancies }: Roster) {
  return ({ applicationId, vacancyId }: StatusStep): string => {
    const id = applications.get(applicationId)?.vacancyId;
    const vacancy = [...vacancies.values()].find((one) => one.id === (vacancyId ?? id));
    return vacancy?.title ?? '';
  };
}
