import { Select } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { VacancyId } from '../../../shared/records/primitives.js';
import { VACANCY_STATES, type Vacancy } from '../../../shared/records/vacancy.js';
import type { Roster } from '../../data/roster/rows.js';
import { useRoster } from '../../data/use-session.js';
import { Segmented } from '../../ui/segmented.js';
import { VACANCY_STATE_WORDS } from '../../ui/vacancy-state-words.js';

interface TargetVacancyProps {
  readonly value: VacancyId | null;
  /** Where the applicants are now. */
  readonly sources: ReadonlySet<VacancyId>;
  readonly error: ReactNode;
  readonly onChange: (target: VacancyId | null) => void;
}

/** G-3: a vacancy, found by its status. */
export function TargetVacancy({ value, sources, error, onChange }: TargetVacancyProps) {
  const { t } = useTranslation();
  const vacancies = useRoster(allVacancies);
  const chosen = vacancies.find(({ id }) => id === value);
  const [state, setState] = useState<Vacancy['state']>(chosen?.state ?? 'open');
  const offered = vacancies.filter((one) => one.state === state && !(sources.size === 1 && sources.has(one.id)));
  return (
    <>
      <Segmented
        label={t('progress.transferStatus')}
        value={state}
        options={VACANCY_STATES.map((one) => ({ value: one, label: t(VACANCY_STATE_WORDS[one]) }))}
        onChange={(next) => {
          setState(next);
          onChange(null);
        }}
      />
      <Select
        label={t('progress.transferVacancy')}
        withAsterisk
        searchable
        nothingFoundMessage={t('progress.transferNoVacancy')}
        data={offered.map(({ id, title, department }) => ({
          value: id,
          label: [title, department].filter(Boolean).join(' · '),
        }))}
        value={chosen?.state === state ? chosen.id : null}
        error={error}
        onChange={(id) => {
          onChange(vacancies.find((one) => one.id === id)?.id ?? null);
        }}
      />
    </>
  );
}

function allVacancies(roster: Roster) {
  return [...roster.vacancies.values()].sort((a, b) => a.title.localeCompare(b.title));
}
