import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { VacancyId } from '../../../shared/records/primitives.js';
import { useCalendarDate } from '../../data/use-calendar-date.js';
import { changeDeletedList, useDeletedList, type DeletedFilter } from '../../state/deleted-list.js';
import { FilterMenu } from '../../ui/filter-menu.js';
import { useFormats } from '../../ui/formats.js';
import classes from '../../ui/list-filters.module.css';
import { PeriodFilter } from '../../ui/period-filter.js';
import { QueryField } from '../../ui/query-field.js';
import { focusDeletedList } from './deleted-list.js';
import type { DeletedRow } from './deleted-rows.js';

const DELETED = { between: 'deleted.between', from: 'deleted.from', to: 'deleted.to' } as const;

/** What the list is narrowed by (G-2: *Select vacancy*, *Select time period*). */
export function DeletedFilters({ rows }: { readonly rows: readonly DeletedRow[] }) {
  const { t } = useTranslation();
  const { collator, zone } = useFormats();
  const { filter } = useDeletedList();
  const today = useCalendarDate(zone);
  const gone = t('dossier.vacancyGone');
  const vacancies = useMemo(() => vacanciesOf(rows, gone, collator), [rows, gone, collator]);
  return (
    <div className={classes['tight']}>
      <QueryField
        query={filter.query}
        onChange={(query) => {
          change({ query });
        }}
        onLeave={focusDeletedList}
      />
      <FilterMenu
        label={t('deleted.selectVacancy')}
        choose="many"
        options={vacancies}
        chosen={filter.vacancyIds}
        onChange={(vacancyIds) => {
          change({ vacancyIds });
        }}
      />
      <PeriodFilter
        label={t('deleted.selectPeriod')}
        words={DELETED}
        today={today}
        period={filter.period}
        onChange={(period) => {
          change({ period });
        }}
      />
    </div>
  );
}

function change(filter: Partial<DeletedFilter>): void {
  changeDeletedList({ type: 'filter', filter });
}

/** Those that something was deleted from, in the alphabet of the screen. */
function vacanciesOf(rows: readonly DeletedRow[], gone: string, collator: Intl.Collator) {
  const options = new Map<VacancyId, { value: VacancyId; label: string; count: number }>();
  for (const { vacancyId, vacancy } of rows) {
    const label = vacancy?.title ?? gone;
    options.set(vacancyId, { value: vacancyId, label, count: (options.get(vacancyId)?.count ?? 0) + 1 });
  }
  return [...options.values()].sort((a, b) => collator.compare(a.label, b.label));
}
