import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { isConsentValid } from '../../../shared/domain/capture-notice.js';
import type { MessageKey } from '../../../shared/i18n/translate.js';
import { REJECTION_STAGES } from '../../../shared/records/application.js';
import { LANGUAGES, type ApplicationId, type VacancyId } from '../../../shared/records/primitives.js';
import { useCalendarDate } from '../../data/use-calendar-date.js';
import { changeFilter, useApplicationList } from '../../state/application-lists.js';
import { useFormats } from '../../ui/formats.js';
import { FilterMenu } from '../../ui/filter-menu.js';
import { LANGUAGE_WORDS } from '../../ui/language-words.js';
import filters from '../../ui/list-filters.module.css';
import { PeriodFilter } from '../../ui/period-filter.js';
import { QueryField } from '../../ui/query-field.js';
import { STAGE_WORDS } from '../../ui/stage-words.js';
import { stageOf, STATUS_LOOKS } from '../../ui/status-tag.js';
import { ClassificationFilters } from './classification-filters.js';
import { rankingChoice } from './filter-applications.js';
import { ExportMenu } from './extract/export-menu.js';
import classes from './filter-row.module.css';
import { GRID_ID } from './grid-id.js';
import { GroupMenu } from './group-menu.js';
import type { ListItem } from './list-items.js';
import { isInSection, statusesIn, type Section } from './sections.js';
import type { ListedApplication } from './sort-applications.js';

const RECEIVED = {
  between: 'applications.receivedBetween',
  from: 'applications.receivedFrom',
  to: 'applications.receivedTo',
} as const;

interface FilterRowProps {
  readonly vacancyId: VacancyId;
  readonly section: Section;
  /** Everybody of the vacancy: what the filters count. */
  readonly all: readonly ListedApplication[];
  /** The lines that are shown. */
  readonly items: readonly ListItem[];
  /** In the order of the list. */
  readonly ticked: readonly ApplicationId[];
}

/** What the list is narrowed by. A filter that is set becomes a chip in its own place. */
export function FilterRow({ vacancyId, section, all, items, ticked }: FilterRowProps) {
  const { t } = useTranslation();
  const { filter } = useApplicationList(vacancyId);
  const today = useCalendarDate(useFormats().zone);
  const count = useMemo(() => countFacets(all, section, today), [all, section, today]);
  const languages = LANGUAGES.filter(
    (language) => (count.get(language) ?? 0) > 0 || filter.languages.includes(language),
  );
  const option = <Value extends string>(value: Value, word: MessageKey) => ({
    value,
    label: t(word),
    count: count.get(value) ?? 0,
  });
  return (
    <div className={filters['tight']}>
      <h2 className={classes['title']}>{t(section === 'overview' ? 'applications.all' : `applications.${section}`)}</h2>
      <QueryField
        query={filter.query}
        onChange={(query) => {
          changeFilter(vacancyId, { query });
        }}
        onLeave={() => {
          document.getElementById(GRID_ID)?.focus();
        }}
      />
      <PeriodFilter
        label={t('applications.received')}
        words={RECEIVED}
        today={today}
        period={filter.received}
        onChange={(received) => {
          changeFilter(vacancyId, { received });
        }}
      />
      <StatusFilters vacancyId={vacancyId} section={section} count={count} />
      <ClassificationFilters vacancyId={vacancyId} section={section} count={count} />
      <FilterMenu
        label={t('applications.language')}
        choose="many"
        options={languages.map((language) => option(language, LANGUAGE_WORDS[language]))}
        chosen={filter.languages}
        onChange={(chosen) => {
          changeFilter(vacancyId, { languages: chosen });
        }}
      />
      <FilterMenu
        label={t('applications.cv')}
        choose="one"
        options={[option('cv-there', 'applications.cvThere'), option('cv-missing', 'applications.cvMissing')]}
        chosen={filter.hasCv === null ? [] : [filter.hasCv ? 'cv-there' : 'cv-missing']}
        onChange={([chosen]) => {
          changeFilter(vacancyId, { hasCv: chosen === undefined ? null : chosen === 'cv-there' });
        }}
      />
      <FilterMenu
        label={t('applications.consent')}
        choose="one"
        options={[option('consent', 'applications.withConsent'), option('no-consent', 'applications.noConsent')]}
        chosen={filter.consented === null ? [] : [filter.consented ? 'consent' : 'no-consent']}
        onChange={([chosen]) => {
          changeFilter(vacancyId, { consented: chosen === undefined ? null : chosen === 'consent' });
        }}
      />
      <GroupMenu vacancyId={vacancyId} />
      <ExportMenu items={items} ticked={ticked} all={all} />
    </div>
  );
}

interface StatusFiltersProps extends Pick<FilterRowProps, 'vacancyId' | 'section'> {
  readonly count: ReadonlyMap<string, number>;
}

/** T2: by status, and by the stage that stands beside it. */
function StatusFilters({ vacancyId, section, count }: StatusFiltersProps) {
  const { t } = useTranslation();
  const { filter } = useApplicationList(vacancyId);
  const countOf = (value: string): number => count.get(value) ?? 0;
  const statuses = statusesIn(section);
  const stages = REJECTION_STAGES.filter((stage) => countOf(stage) > 0 || filter.stages.includes(stage));
  return (
    <>
      <FilterMenu
        label={t('applications.status')}
        choose="many"
        options={statuses.map((value) => ({ value, label: t(STATUS_LOOKS[value].word), count: countOf(value) }))}
        chosen={filter.statuses}
        onChange={(chosen) => {
          changeFilter(vacancyId, { statuses: chosen });
        }}
      />
      {stages.length === 0 ? null : (
        <FilterMenu
          label={t('applications.stage')}
          choose="many"
          options={stages.map((value) => ({ value, label: t(STAGE_WORDS[value]), count: countOf(value) }))}
          chosen={filter.stages}
          onChange={(chosen) => {
            changeFilter(vacancyId, { stages: chosen });
          }}
        />
      )}
    </>
  );
}

/** How many of the section have each status, stage, language and CV: one walk for all the menus. */
function countFacets(all: readonly ListedApplication[], section: Section, today: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const add = (facet: string): void => void counts.set(facet, (counts.get(facet) ?? 0) + 1);
  for (const { application, person } of all) {
    if (!isInSection(application, section)) continue;
    add(application.status);
    const stage = stageOf(application);
    if (stage !== null) add(stage);
    add(`ranking-${rankingChoice(application)}`);
    add(`reference-${application.referenceCheck ?? 'none'}`);
    if (application.ownStepId !== null) add(application.ownStepId);
    add(person.language);
    add(person.hasCv ? 'cv-there' : 'cv-missing');
    add(isConsentValid(person.consent, today) ? 'consent' : 'no-consent');
  }
  return counts;
}
