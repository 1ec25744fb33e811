import { Checkbox, Radio, Select } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TransferFields } from '../../../shared/domain/progress-actions/transfer.js';
import type { VacancyId } from '../../../shared/records/primitives.js';
import { VACANCY_STATES, type Vacancy } from '../../../shared/records/vacancy.js';
import type { Roster } from '../../data/roster/rows.js';
import { useRoster } from '../../data/use-session.js';
import { Segmented } from '../../ui/segmented.js';
import { VACANCY_STATE_WORDS } from '../../ui/vacancy-state-words.js';
import type { ActionFormProps } from './mail-action.js';
import { ProblemLines } from './problem-lines.js';
import classes from './plain-form.module.css';

/** G-3: another vacancy, found by its status, or the CV database; to move or to copy (C13). */
export function TransferForm({ fields, selection, problems, onChange }: ActionFormProps<TransferFields>) {
  const { t } = useTranslation();
  const toDatabase = fields.target === 'cv-database';
  const sources = new Set(selection.map(({ vacancyId }) => vacancyId));
  const error = problems.length === 0 ? null : <ProblemLines problems={problems} />;
  return (
    <div className={classes['form']}>
      <p className={classes['guide']}>{t('progress.transferGuide')}</p>
      <Radio.Group
        label={t('progress.transferTo')}
        value={toDatabase ? 'cv-database' : 'vacancy'}
        onChange={(chosen) => {
          onChange(chosen === 'cv-database' ? { target: 'cv-database', copy: false } : { target: null });
        }}
      >
        <div className={classes['options']}>
          <Radio value="vacancy" label={t('progress.transferToVacancy')} />
          <Radio value="cv-database" label={t('progress.transferToDatabase')} />
        </div>
      </Radio.Group>
      {toDatabase ? (
        <p className={classes['guide']}>{t('progress.transferDatabaseHint')}</p>
      ) : (
        <div className={classes['target']}>
          <TargetVacancy
            value={fields.target}
            sources={sources}
            error={error}
            onChange={(target) => {
              onChange({ target });
            }}
          />
          <Checkbox
            label={t('progress.transferCopy')}
            description={t('progress.transferCopyHint')}
            checked={fields.copy}
            onChange={({ currentTarget }) => {
              onChange({ copy: currentTarget.checked });
            }}
          />
        </div>
      )}
    </div>
  );
}

interface TargetVacancyProps {
  readonly value: TransferFields['target'];
  /** Where the applicants are now. */
  readonly sources: ReadonlySet<VacancyId>;
  readonly error: ReactNode;
  readonly onChange: (target: VacancyId | null) => void;
}

function TargetVacancy({ value, sources, error, onChange }: TargetVacancyProps) {
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
