import { VisuallyHidden } from '@mantine/core';
import { IconClock } from '@tabler/icons-react';
import { useDeferredValue, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { startOfDate } from '../../../shared/lib/time.js';
import type { Roster } from '../../data/roster/rows.js';
import { useCalendarDate } from '../../data/use-calendar-date.js';
import { useRoster } from '../../data/use-session.js';
import { changeRetentionList, useRetentionList } from '../../state/retention-list.js';
import { EmptyState } from '../../ui/empty-state.js';
import { useFormats } from '../../ui/formats.js';
import { ButtonLink } from '../../ui/links.js';
import filters from '../../ui/list-filters.module.css';
import classes from '../../ui/list-page.module.css';
import { NoMatch } from '../../ui/no-match.js';
import { PageHead } from '../../ui/page-head.js';
import { QueryField } from '../../ui/query-field.js';
import { useTickedKeys } from '../../ui/use-ticked-keys.js';
import { KeepBar } from './keep-bar.js';
import { focusRetentionList, RetentionList } from './retention-list.js';
import own from './retention-list.module.css';
import { filterRetention, retentionRows, type RetentionRow } from './retention-rows.js';

/** *Candidates to be deleted* (G-17): whoever the rule of retention will delete, and the ways to keep them. */
export function ToBeDeletedPage() {
  const { t } = useTranslation();
  const { zone } = useFormats();
  const today = useCalendarDate(zone);
  // Only the day matters, so the rows stay the same while it does.
  const select = useMemo(() => (roster: Roster) => retentionRows(roster, startOfDate(zone, today)), [zone, today]);
  const rows = useRoster(select);
  return (
    <>
      <PageHead title={t('home.toBeDeleted')} />
      {rows.length === 0 ? (
        <EmptyState
          icon={IconClock}
          title={t('retention.emptyTitle')}
          action={<ButtonLink to="/">{t('shell.home')}</ButtonLink>}
        >
          {t('retention.emptyText')}
        </EmptyState>
      ) : (
        <Candidates rows={rows} today={today} />
      )}
    </>
  );
}

function Candidates({ rows, today }: { readonly rows: readonly RetentionRow[]; readonly today: string }) {
  const { t } = useTranslation();
  const { query, ticked } = useRetentionList();
  const followed = useDeferredValue(query); // typing never waits for a long list
  const shown = useMemo(() => filterRetention(rows, followed), [rows, followed]);
  const ids = useMemo(() => shown.map(({ id }) => id), [shown]);
  const chosen = shown.filter(({ id }) => ticked.has(id));
  useTickedKeys({
    ids,
    cursor: () => useRetentionList.getState().cursor,
    change: changeRetentionList,
    focus: focusRetentionList,
  });
  const look = (words: string): void => {
    changeRetentionList({ type: 'query', query: words });
  };
  return (
    <div className={classes['page']}>
      <div className={filters['tight']}>
        <QueryField query={query} onChange={look} onLeave={focusRetentionList} />
        <p className={own['lead']}>{t('retention.lead')}</p>
      </div>
      <VisuallyHidden role="status">{t('applications.shown', { count: ids.length })}</VisuallyHidden>
      {ids.length === 0 ? (
        <div className={classes['nobody']}>
          <NoMatch
            onClear={() => {
              look('');
            }}
          />
        </div>
      ) : (
        <RetentionList rows={shown} ids={ids} today={today} />
      )}
      {chosen.length === 0 ? null : <KeepBar chosen={chosen} ids={ids} today={today} />}
    </div>
  );
}
