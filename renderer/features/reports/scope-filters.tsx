import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Roster } from '../../data/roster/rows.js';
import { useCalendarDate } from '../../data/use-calendar-date.js';
import { useRoster } from '../../data/use-session.js';
import { FilterMenu } from '../../ui/filter-menu.js';
import { useFormats } from '../../ui/formats.js';
import { PeriodFilter, periodText } from '../../ui/period-filter.js';
import type { ReportName } from './report-names.js';
import { isByVacancy, type ReportScope } from './report-scope.js';

const PERIOD_WORDS = {
  between: 'reports.periodBetween',
  from: 'reports.periodFrom',
  to: 'reports.periodTo',
} as const;

interface ScopeFiltersProps {
  readonly name: ReportName;
  readonly scope: ReportScope;
  readonly onChange: (scope: ReportScope) => void;
}

/** What a report is narrowed to: a period, and of applications a vacancy or a department. */
export function ScopeFilters({ name, scope, onChange }: ScopeFiltersProps) {
  const { t } = useTranslation();
  const { zone } = useFormats();
  const today = useCalendarDate(zone);
  const { vacancies, departments } = useOptions();
  return (
    <>
      <PeriodFilter
        label={t('reports.period')}
        words={PERIOD_WORDS}
        today={today}
        period={scope.period}
        onChange={(period) => {
          onChange({ ...scope, period });
        }}
      />
      {isByVacancy(name) ? (
        <>
          <FilterMenu
            label={t('capture.vacancy')}
            choose="one"
            options={vacancies}
            chosen={scope.vacancyId === null ? [] : [scope.vacancyId]}
            onChange={([vacancyId = null]) => {
              onChange({ ...scope, vacancyId });
            }}
          />
          <FilterMenu
            label={t('vacancies.department')}
            choose="one"
            options={departments}
            chosen={scope.department === null ? [] : [scope.department]}
            onChange={([department = null]) => {
              onChange({ ...scope, department });
            }}
          />
        </>
      ) : null}
    </>
  );
}

/** Vacancies and departments by name, each with the number of its applications. */
function useOptions() {
  const { collator } = useFormats();
  const select = useMemo(
    () => (roster: Roster) => {
      const vacancies = [...roster.vacancies.values()]
        .map(({ id, title, department }) => {
          return { value: id, label: title, department, count: roster.applicationsIn(id).length };
        })
        .sort((a, b) => collator.compare(a.label, b.label));
      const names = [...new Set(vacancies.map(({ department }) => department))].filter((name) => name !== '');
      const departments = names.sort(collator.compare).map((name) => {
        const own = vacancies.filter(({ department }) => department === name);
        return { value: name, label: name, count: own.reduce((sum, { count }) => sum + count, 0) };
      });
      return { vacancies, departments };
    },
    [collator],
  );
  return useRoster(select);
}

/** The filters that are set, for the head of the printed sheet and the name of the file. */
export function useScopeWords({ period, vacancyId, department }: ReportScope): readonly string[] {
  const { t } = useTranslation();
  const formats = useFormats();
  const select = useMemo(
    () => (roster: Roster) => (vacancyId === null ? null : (roster.vacancies.get(vacancyId)?.title ?? null)),
    [vacancyId],
  );
  const vacancy = useRoster(select);
  return [
    ...(period === null ? [] : [periodText(period, PERIOD_WORDS, formats, t)]),
    ...(vacancy === null ? [] : [vacancy]),
    ...(department === null ? [] : [department]),
  ];
}
