import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { CANDIDATE_TYPES } from '../../../shared/domain/candidate-type.js';
import { DATABASE_CONSENTS } from '../../../shared/domain/cv-database.js';
import { changeDatabaseList, useDatabaseList, type DatabaseFilter } from '../../state/database-list.js';
import { CANDIDATE_TYPE_WORDS } from '../../ui/candidate-type-words.js';
import { FilterMenu } from '../../ui/filter-menu.js';
import classes from '../../ui/list-filters.module.css';
import { QueryField } from '../../ui/query-field.js';
import { focusDatabaseList } from './database-list.js';
import type { DatabaseRow } from './database-rows.js';

/** What the list is narrowed by: name, candidate type, and what was agreed to. */
export function DatabaseFilters({ rows }: { readonly rows: readonly DatabaseRow[] }) {
  const { t } = useTranslation();
  const { filter } = useDatabaseList();
  const count = useMemo(() => countFacets(rows), [rows]);
  return (
    <div className={classes['tight']}>
      <QueryField
        query={filter.query}
        onChange={(query) => {
          change({ query });
        }}
        onLeave={focusDatabaseList}
      />
      <FilterMenu
        label={t('database.type')}
        choose="many"
        options={CANDIDATE_TYPES.filter((type) => type !== 'employee').map((value) => ({
          value,
          label: t(CANDIDATE_TYPE_WORDS[value]),
          count: count.get(value) ?? 0,
        }))}
        chosen={filter.types}
        onChange={(types) => {
          change({ types });
        }}
      />
      <FilterMenu
        label={t('applications.consent')}
        choose="many"
        options={DATABASE_CONSENTS.map((value) => ({
          value,
          label: t(`database.consents.${value}`),
          count: count.get(value) ?? 0,
        }))}
        chosen={filter.consents}
        onChange={(consents) => {
          change({ consents });
        }}
      />
    </div>
  );
}

function change(filter: Partial<DatabaseFilter>): void {
  changeDatabaseList({ type: 'filter', filter });
}

/** How many have each type and consent: one walk for both menus. */
function countFacets(rows: readonly DatabaseRow[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { type, consent } of rows) {
    for (const facet of [type, consent]) counts.set(facet, (counts.get(facet) ?? 0) + 1);
  }
  return counts;
}
