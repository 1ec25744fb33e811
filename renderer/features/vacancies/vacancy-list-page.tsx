import { Button } from '@mantine/core';
import { IconBriefcase, IconPlus } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { VACANCY_STATES } from '../../../shared/records/vacancy.js';
import { useRoster } from '../../data/use-session.js';
import { IfRight } from '../../data/if-right.js';
import { EmptyState } from '../../ui/empty-state.js';
import { useFormats } from '../../ui/formats.js';
import { icon } from '../../ui/icon-props.js';
import { ButtonLink } from '../../ui/links.js';
import { ListText } from '../../ui/list-text.js';
import { PageHead } from '../../ui/page-head.js';
import { Segmented } from '../../ui/segmented.js';
import { VACANCY_STATE_WORDS } from '../../ui/vacancy-state-words.js';
import classes from '../../ui/list-filters.module.css';
import { filterVacancies, vacancyRows, type VacancyFilter } from './vacancy-rows.js';
import { VacancyTable } from './vacancy-table.js';

const EVERYTHING: VacancyFilter = { text: '', state: 'all' };

/** EasyCruit's Vacancy list: each vacancy with its counts, the way to Application handling (R4). */
export function VacancyListPage() {
  const { t } = useTranslation();
  const { collator } = useFormats();
  const rows = useRoster(vacancyRows);
  const [filter, setFilter] = useState<VacancyFilter>({ text: '', state: 'open' });
  const shown = useMemo(() => filterVacancies(rows, filter, collator), [rows, filter, collator]);
  const add = (
    <IfRight right="vacancies">
      <ButtonLink variant="filled" to="/vacancies/new" leftSection={<IconPlus {...icon} />}>
        {t('vacancies.newVacancy')}
      </ButtonLink>
    </IfRight>
  );
  if (rows.length === 0) {
    return (
      <>
        <PageHead title={t('vacancies.title')} />
        <EmptyState icon={IconBriefcase} title={t('vacancies.emptyTitle')} action={add}>
          {t('vacancies.emptyText')}
        </EmptyState>
      </>
    );
  }
  return (
    <>
      <PageHead title={t('vacancies.title')}>{add}</PageHead>
      <Filters filter={filter} onChange={setFilter} count={shown.length} />
      {shown.length === 0 ? (
        <EmptyState
          icon={IconBriefcase}
          title={t('vacancies.nothingFits')}
          action={
            <Button
              onClick={() => {
                setFilter(EVERYTHING);
              }}
            >
              {t('vacancies.clearFilter')}
            </Button>
          }
        >
          {null}
        </EmptyState>
      ) : (
        <VacancyTable rows={shown} />
      )}
    </>
  );
}

interface FiltersProps {
  readonly filter: VacancyFilter;
  readonly onChange: (filter: VacancyFilter) => void;
  readonly count: number;
}

function Filters({ filter, onChange, count }: FiltersProps) {
  const { t } = useTranslation();
  const states = [
    ...VACANCY_STATES.map((state) => ({ value: state, label: t(VACANCY_STATE_WORDS[state]) })),
    { value: 'all' as const, label: t('vacancies.all') },
  ];
  return (
    <div className={classes['filters']}>
      <ListText
        label={t('vacancies.filter')}
        value={filter.text}
        onChange={(text) => {
          onChange({ ...filter, text });
        }}
      />
      <Segmented
        label={t('vacancies.states')}
        hideLabel
        value={filter.state}
        options={states}
        onChange={(state) => {
          onChange({ ...filter, state });
        }}
      />
      <p className={classes['count']} role="status">
        {t('vacancies.count', { count })}
      </p>
    </div>
  );
}
