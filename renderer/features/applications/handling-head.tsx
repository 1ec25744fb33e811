import { IconChevronRight, IconPencil, IconTableImport } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { VacancyId } from '../../../shared/records/primitives.js';
import type { Vacancy } from '../../../shared/records/vacancy.js';
import type { Roster, Stored } from '../../data/roster/rows.js';
import { IfRight } from '../../data/if-right.js';
import { useMayEditVacancies } from '../../data/use-rights.js';
import { useRoster } from '../../data/use-session.js';
import { useFormats } from '../../ui/formats.js';
import { icon, tagIcon } from '../../ui/icon-props.js';
import { ActionIconLink } from '../../ui/links.js';
import { HeadSection, HeadSections, PageHead } from '../../ui/page-head.js';
import { countPanelApplicants } from './panel-rows.js';
import { SECTIONS, type Section, type SectionCounts } from './sections.js';
import { VacancyReports } from './vacancy-reports.js';

interface HandlingHeadProps {
  readonly vacancy: Stored<VacancyId, Vacancy>;
  readonly section: Section | 'panel' | 'statistics' | 'candidates';
  readonly counts: SectionCounts;
}

/** The vacancy and the counted sections of its *Application handling*; *Collaborative rating* once a panel was asked (G-5). */
export function HandlingHead({ vacancy, section, counts }: HandlingHeadProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const mayEdit = useMayEditVacancies();
  const { id, title, reference, department, location } = vacancy;
  const inPanels = useRoster(useCallback((roster: Roster) => countPanelApplicants(roster, id), [id]));
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
        <>
          {mayEdit(department) ? (
            <ActionIconLink
              size={28}
              to="/vacancies/$vacancyId/edit"
              params={{ vacancyId: id }}
              aria-label={t('vacancies.editVacancy')}
              title={t('vacancies.editVacancy')}
            >
              <IconPencil {...icon} />
            </ActionIconLink>
          ) : null}
          <IfRight right="reports">
            <VacancyReports vacancyId={id} />
          </IfRight>
          {vacancy.state === 'open' ? (
            <IfRight right="add-candidates">
              <ActionIconLink
                size={28}
                to="/import"
                search={{ vacancy: id }}
                aria-label={t('import.link')}
                title={t('import.link')}
              >
                <IconTableImport {...icon} />
              </ActionIconLink>
            </IfRight>
          ) : null}
        </>
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
        {inPanels === 0 && section !== 'panel' ? null : (
          <HeadSection
            to="/vacancies/$vacancyId/panel-review"
            params={{ vacancyId: id }}
            count={formats.number(inPanels)}
            label={t('panel.section')}
            active={section === 'panel'}
          />
        )}
      </HeadSections>
    </PageHead>
  );
}
