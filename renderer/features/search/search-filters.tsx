import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { LISTED_STATUSES } from '../../../shared/domain/application-status.js';
import { CANDIDATE_TYPES } from '../../../shared/domain/candidate-type.js';
import { LANGUAGES } from '../../../shared/records/primitives.js';
import type { ApplicationRow, Roster } from '../../data/roster/rows.js';
import { useCalendarDate } from '../../data/use-calendar-date.js';
import { useRights } from '../../data/use-rights.js';
import { useRoster } from '../../data/use-session.js';
import { changeSearchList, useSearchList, type SearchRequest } from '../../state/search-list.js';
import { CANDIDATE_TYPE_WORDS } from '../../ui/candidate-type-words.js';
import { FilterMenu } from '../../ui/filter-menu.js';
import { useFormats } from '../../ui/formats.js';
import { LANGUAGE_WORDS } from '../../ui/language-words.js';
import classes from '../../ui/list-filters.module.css';
import { PeriodFilter } from '../../ui/period-filter.js';
import { STATUS_LOOKS } from '../../ui/status-tag.js';
import type { SearchRow } from './search-rows.js';

const RECEIVED = {
  between: 'applications.receivedBetween',
  from: 'applications.receivedFrom',
  to: 'applications.receivedTo',
} as const;
const RANKED = [
  { choice: '1', ranking: 1 },
  { choice: '2', ranking: 2 },
  { choice: '3', ranking: 3 },
  { choice: 'none', ranking: null },
] as const;
const RATINGS = ['7', '6', '5', '4', '3', '2', '1'] as const;

/** The advanced search: what the results are narrowed by. Each filter counts among everybody. */
export function SearchFilters({ rows }: { readonly rows: readonly SearchRow[] }) {
  const { t } = useTranslation();
  const { zone } = useFormats();
  const { request } = useSearchList();
  const mayHire = useRights().includes('employees');
  const count = useMemo(() => countFacets(rows), [rows]);
  const option = <Value extends string>(value: Value, label: string) => ({
    value,
    label,
    count: count.get(value) ?? 0,
  });
  const types = CANDIDATE_TYPES.filter((type) => type !== 'employee' || mayHire);
  return (
    <div className={classes['tight']} role="group" aria-label={t('search.advanced')}>
      <WhereFilters count={count} request={request} />
      <FilterMenu
        label={t('applications.status')}
        choose="many"
        options={LISTED_STATUSES.map((status) => option(status, t(STATUS_LOOKS[status].word)))}
        chosen={request.statuses}
        onChange={(statuses) => {
          change({ statuses });
        }}
      />
      <FilterMenu
        label={t('database.type')}
        choose="many"
        options={types.map((type) => option(type, t(CANDIDATE_TYPE_WORDS[type])))}
        chosen={request.types}
        onChange={(chosen) => {
          change({ types: chosen });
        }}
      />
      <FilterMenu
        label={t('applications.language')}
        choose="many"
        options={LANGUAGES.map((language) => option(language, t(LANGUAGE_WORDS[language])))}
        chosen={request.languages}
        onChange={(languages) => {
          change({ languages });
        }}
      />
      <JudgementFilters rows={rows} request={request} />
      <PeriodFilter
        label={t('applications.received')}
        words={RECEIVED}
        today={useCalendarDate(zone)}
        period={request.period}
        onChange={(period) => {
          change({ period });
        }}
      />
    </div>
  );
}

/** By ranking (G-7) and by the mean of the ratings (R47). */
function JudgementFilters({ rows, request }: { readonly rows: readonly SearchRow[]; readonly request: SearchRequest }) {
  const { t } = useTranslation();
  const counted = (test: (application: ApplicationRow) => boolean): number =>
    rows.filter(({ application }) => application !== null && test(application)).length;
  return (
    <>
      <FilterMenu
        label={t('common.ranking')}
        choose="many"
        options={RANKED.map(({ choice, ranking }) => ({
          value: choice,
          label: ranking === null ? t('applications.notRanked') : choice,
          count: counted((application) => application.ranking === ranking),
        }))}
        chosen={RANKED.filter(({ ranking }) => request.rankings.includes(ranking)).map(({ choice }) => choice)}
        onChange={(chosen) => {
          const rankings = RANKED.filter(({ choice }) => chosen.includes(choice)).map(({ ranking }) => ranking);
          change({ rankings });
        }}
      />
      <FilterMenu
        label={t('applications.rating')}
        choose="one"
        options={RATINGS.map((value) => ({
          value,
          label: t('search.ratingFrom', { rating: Number(value) }),
          count: counted(({ rating }) => (rating ?? 0) >= Number(value)),
        }))}
        chosen={RATINGS.filter((value) => Number(value) === request.rating)}
        onChange={([rating]) => {
          change({ rating: rating === undefined ? null : Number(rating) });
        }}
      />
    </>
  );
}

interface WhereFiltersProps {
  readonly count: ReadonlyMap<string, number>;
  readonly request: SearchRequest;
}

/** By vacancy, and by the fair where somebody was met; in the alphabet of the screen. */
function WhereFilters({ count, request }: WhereFiltersProps) {
  const { t } = useTranslation();
  const { collator } = useFormats();
  const vacancies = useRoster(vacanciesOf);
  const fairs = useRoster(fairsOf);
  const options = <Id extends string>(named: readonly { readonly id: Id; readonly name: string }[]) =>
    named
      .map(({ id, name }) => ({ value: id, label: name, count: count.get(id) ?? 0 }))
      .sort((a, b) => collator.compare(a.label, b.label));
  return (
    <>
      <FilterMenu
        label={t('search.vacancy')}
        choose="many"
        options={options(vacancies)}
        chosen={request.vacancyIds}
        onChange={(vacancyIds) => {
          change({ vacancyIds });
        }}
      />
      {fairs.length === 0 ? null : (
        <FilterMenu
          label={t('search.fair')}
          choose="many"
          options={options(fairs)}
          chosen={request.fairIds}
          onChange={(fairIds) => {
            change({ fairIds });
          }}
        />
      )}
    </>
  );
}

function vacanciesOf({ vacancies }: Roster) {
  return [...vacancies.values()].map(({ id, title }) => ({ id, name: title }));
}

function fairsOf({ fairs }: Roster) {
  return [...fairs.values()].map(({ id, name }) => ({ id, name }));
}

function change(request: Partial<SearchRequest>): void {
  changeSearchList({ type: 'request', request });
}

/** How many have each type, language, fair, vacancy and status: one walk for all the menus. */
function countFacets(rows: readonly SearchRow[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { type, person, application } of rows) {
    for (const facet of [type, person.language, person.fairId, application?.vacancyId, application?.status]) {
      if (facet !== null && facet !== undefined) counts.set(facet, (counts.get(facet) ?? 0) + 1);
    }
  }
  return counts;
}
