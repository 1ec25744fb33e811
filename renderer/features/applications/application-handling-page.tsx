import { VisuallyHidden } from '@mantine/core';
import { IconBriefcaseOff, IconChevronRight, IconPencil } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { VacancyId } from '../../../shared/records/primitives.js';
import type { Roster, Stored } from '../../data/roster/rows.js';
import type { Vacancy } from '../../../shared/records/vacancy.js';
import { useRoster } from '../../data/use-session.js';
import { useApplicationList } from '../../state/application-lists.js';
import { EmptyState } from '../../ui/empty-state.js';
import { useFormats } from '../../ui/formats.js';
import { icon, tagIcon } from '../../ui/icon-props.js';
import { ActionIconLink, ButtonLink } from '../../ui/links.js';
import classes from '../../ui/list-page.module.css';
import { HeadSection, HeadSections, PageHead } from '../../ui/page-head.js';
import { ApplicationGrid } from './application-grid.js';
import { isFiltering } from './filter-applications.js';
import { FilterRow } from './filter-row.js';
import { NobodyHere } from './nobody-here.js';
import { ProgressOverview } from './progress-overview.js';
import { countSections, SECTIONS, type Section, type SectionCounts } from './sections.js';
import { SelectionBar } from './selection-bar.js';
import { tickedInOrder } from './ticked-in-order.js';
import { useApplicationKeys } from './use-application-keys.js';
import { useApplicationRows } from './use-application-rows.js';

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
      <Head vacancy={vacancy} section={section} counts={counts} />
      <ProgressOverview vacancyId={id} section={section} all={all} />
      <FilterRow vacancyId={id} section={section} all={all} />
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

interface HeadProps extends HandlingProps {
  readonly counts: SectionCounts;
}

function Head({ vacancy, section, counts }: HeadProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { id, title, reference, location } = vacancy;
  const about = [reference === '' ? '' : t('applications.reference', { reference }), location].filter(Boolean);
  return (
    <PageHead
      title={title}
      windowTitle={t('applications.handling')}
      crumb={
        <>
          <Link to="/vacancies">{t('shell.vacancyList')}</Link>
          {about.length === 0 ? null : (
            <>
              <IconChevronRight {...tagIcon} />
              <span>{about.join(' · ')}</span>
            </>
          )}
        </>
      }
      aside={
        <ActionIconLink
          size={28}
          to="/vacancies/$vacancyId/edit"
          params={{ vacancyId: id }}
          aria-label={t('vacancies.editVacancy')}
          title={t('vacancies.editVacancy')}
        >
          <IconPencil {...icon} />
        </ActionIconLink>
      }
    >
      <HeadSections label={t('applications.handling')}>
        {SECTIONS.map((one) => (
          <HeadSection
            key={one}
            to="/vacancies/$vacancyId"
            params={{ vacancyId: id }}
            search={one === 'overview' ? {} : { section: one }}
            count={formats.number(counts[one])}
            label={t(`applications.${one}`)}
            active={one === section}
          />
        ))}
      </HeadSections>
    </PageHead>
  );
}

function VacancyGone() {
  const { t } = useTranslation();
  return (
    <EmptyState
      heading="h1"
      icon={IconBriefcaseOff}
      title={t('applications.gone')}
      action={<ButtonLink to="/vacancies">{t('shell.vacancyList')}</ButtonLink>}
    >
      {t('applications.goneText')}
    </EmptyState>
  );
}
