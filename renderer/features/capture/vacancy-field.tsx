import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { VacancyId } from '../../../shared/records/primitives.js';
import { FieldError } from '../../ui/field-error.js';
import { Segmented } from '../../ui/segmented.js';
import classes from './capture.module.css';
import type { Stand } from './use-stand.js';

const NONE = 'none';
/** More do not fit beside each other and *None yet*. */
const MOST_SEGMENTS = 3;

interface VacancyFieldProps {
  readonly value: VacancyId | null;
  readonly vacancies: Stand['vacancies'];
  readonly onChange: (vacancyId: VacancyId | null) => void;
}

/** What the person is interested in: all of it visible while it is little, searchable when it is much. */
export function VacancyField({ value, vacancies, onChange }: VacancyFieldProps) {
  const { t } = useTranslation();
  const gone = value !== null && !vacancies.some(({ id }) => id === value);
  const chosen = gone ? null : (value ?? NONE); // what is gone is not silently *None yet*
  const problem = gone ? <FieldError>{t('capture.vacancyGone')}</FieldError> : null;
  const choose = (id: string): void => {
    onChange(vacancies.find((vacancy) => vacancy.id === id)?.id ?? null);
  };
  if (vacancies.length > MOST_SEGMENTS) {
    return (
      <Select
        className={classes['wide']}
        size="lg"
        label={t('capture.vacancy')}
        searchable
        data={[
          { value: NONE, label: t('capture.noVacancyYet') },
          ...vacancies.map(({ id, title }) => ({ value: id, label: title })),
        ]}
        value={chosen}
        error={problem}
        onChange={(id) => {
          choose(id ?? NONE);
        }}
      />
    );
  }
  return (
    <div className={classes['wide']}>
      <Segmented<string>
        size="large"
        label={t('capture.vacancy')}
        value={chosen}
        options={[
          ...vacancies.map(({ id, title }) => ({
            value: id,
            label: (
              <span className={classes['vacancy']} title={title}>
                {title}
              </span>
            ),
          })),
          { value: NONE, label: t('capture.noVacancyYet') },
        ]}
        onChange={choose}
      />
      {problem === null ? null : (
        <p className={classes['vacancyProblem']} role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
