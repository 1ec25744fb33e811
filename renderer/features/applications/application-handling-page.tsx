import { VisuallyHidden } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { VacancyId } from '../../../shared/records/primitives.js';
import type { Roster, Stored } from '../../data/roster/rows.js';
import type { Vacancy } from '../../../shared/records/vacancy.js';
import { useRoster } from '../../data/use-session.js';
import { useApplicationList } from '../../state/application-lists.js';
import classes from '../../ui/list-page.module.css';
import { ApplicationGrid } from './application-grid.js';
import { isFiltering } from './filter-applications.js';
import { FilterRow } from './filter-row.js';
import { HandlingHead } from './handling-head.js';
import { NobodyHere } from './nobody-here.js';
import { ProgressOverview } from './progress-overview.js';
import { countSections, type Section } from './sections.js';
import { SelectionBar } from './selection-bar.js';
import { tickedInOrder } from './ticked-in-order.js';
import { useApplicationKeys } from './use-application-keys.js';
import { useApplicationRows } from './use-application-rows.js';
import { VacancyGone } from './vacancy-gone.js';

interface ApplicationHandlingPageProps {
  readonly vacancyId: VacancyId;
  readonly section: Section;
}

/** *Application handling* of one vacancy: its counted sections and the list *All applications* (R4, R7, C20). */
export function ApplicationHandlingPage({ vacancyId, section }: ApplicationHandlingPageProps) {
  const select = useMemo(() => (roster: Roster) => roster.vacancies.get(vacancyId) ?? null, [vacancyId]);
  const vacancy = useRoster(select);
  if (vacancy === null) return <VacancyGone />;
  return <Handling key={vacancyId} vacancy={vacancy} section={section} />;
}

interface HandlingProps {
  readonly vacancy: Stored<VacancyId, Vacancy>;
  readonly section: Section;
}

function Handling({ vacancy, section }: HandlingProps) {
  const { t } = useTranslation();
  const { id } = vacancy;
  const { all, items, ids } = useApplicationRows(id, section);
  const { filter, ticked } = useApplicationList(id);
  const counts = useMemo(() => countSections(all.map(({ application }) => application)), [all]);
  const chosen = useMemo(() => tickedInOrder(ticked, ids, all), [ticked, ids, all]);
  useApplicationKeys(id, ids);
  return (
    <div className={classes['page']}>
      <HandlingHead vacancy={vacancy} section={section} counts={counts} />
      <ProgressOverview vacancyId={id} section={section} all={all} />
      <FilterRow vacancyId={id} section={section} all={all} items={items} ticked={chosen.ids} />
      <VisuallyHidden role="status">{t('applications.shown', { count: ids.length })}</VisuallyHidden>
      {ids.length === 0 ? (
        <div className={classes['nobody']}>
          <NobodyHere vacancyId={id} section={section} filtering={isFiltering(filter)} />
        </div>
      ) : (
        <ApplicationGrid
          key={section}
          vacancyId={id}
          items={items}
          ids={ids}
          label={t('applications.list', { vacancy: vacancy.title })}
        />
      )}
      {chosen.ids.length === 0 ? null : (
        <SelectionBar vacancyId={id} ticked={chosen.ids} hidden={chosen.hidden} ids={ids} />
      )}
    </div>
  );
}
