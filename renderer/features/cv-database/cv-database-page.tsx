import { Anchor, VisuallyHidden } from '@mantine/core';
import { IconAddressBook, IconDatabase, IconLock, IconShieldX, IconTableImport } from '@tabler/icons-react';
import { useCallback, useDeferredValue, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { IfRight } from '../../data/if-right.js';
import type { Roster } from '../../data/roster/rows.js';
import { useCalendarDate } from '../../data/use-calendar-date.js';
import { useRights } from '../../data/use-rights.js';
import { useRoster } from '../../data/use-session.js';
import { ALL_KEPT, changeDatabaseList, useDatabaseList } from '../../state/database-list.js';
import { EmptyState } from '../../ui/empty-state.js';
import { useFormats } from '../../ui/formats.js';
import { icon, tagIcon } from '../../ui/icon-props.js';
import { ButtonLink } from '../../ui/links.js';
import page from '../../ui/list-page.module.css';
import { NoMatch } from '../../ui/no-match.js';
import { PageHead } from '../../ui/page-head.js';
import { useTickedKeys } from '../../ui/use-ticked-keys.js';
import classes from './database-list.module.css';
import { DatabaseBar } from './database-bar.js';
import { DatabaseFilters } from './database-filters.js';
import { DatabaseList, focusDatabaseList } from './database-list.js';
import { databaseRows, filterDatabase, type DatabaseRow } from './database-rows.js';

/** *CV database* (R24, R25, G-12): who is kept for other vacancies. */
export function CvDatabasePage() {
  const { t } = useTranslation();
  const { collator, zone } = useFormats();
  const today = useCalendarDate(zone);
  const maySearch = useRights().includes('cv-search');
  const rows = useRoster(useCallback((roster: Roster) => databaseRows(roster, today, collator), [today, collator]));
  return (
    <>
      <PageHead title={t('shell.cvDatabase')}>
        <IfRight right="add-candidates">
          <ButtonLink to="/duplicates" leftSection={<IconAddressBook {...icon} />}>
            {t('duplicates.title')}
          </ButtonLink>
          <ButtonLink to="/import" leftSection={<IconTableImport {...icon} />}>
            {t('import.link')}
          </ButtonLink>
        </IfRight>
      </PageHead>
      {!maySearch ? (
        <EmptyState
          icon={IconLock}
          title={t('deleted.noRightTitle')}
          action={<ButtonLink to="/">{t('shell.home')}</ButtonLink>}
        >
          {t('database.noRightText')}
        </EmptyState>
      ) : rows.length === 0 ? (
        <EmptyState
          icon={IconDatabase}
          title={t('database.emptyTitle')}
          action={<ButtonLink to="/vacancies">{t('shell.vacancyList')}</ButtonLink>}
        >
          {t('database.emptyText')}
        </EmptyState>
      ) : (
        <Kept rows={rows} today={today} />
      )}
    </>
  );
}

function Kept({ rows, today }: { readonly rows: readonly DatabaseRow[]; readonly today: string }) {
  const { t } = useTranslation();
  const { filter, ticked } = useDatabaseList();
  const followed = useDeferredValue(filter); // typing never waits for a long list
  const shown = useMemo(() => filterDatabase(rows, followed), [rows, followed]);
  const ids = useMemo(() => shown.map(({ id }) => id), [shown]);
  const chosen = shown.filter(({ id }) => ticked.has(id));
  useTickedKeys({
    ids,
    cursor: () => useDatabaseList.getState().cursor,
    change: changeDatabaseList,
    focus: focusDatabaseList,
  });
  return (
    <div className={page['page']}>
      <DatabaseFilters rows={rows} />
      <Ended rows={rows} />
      <VisuallyHidden role="status">{t('database.shown', { count: ids.length })}</VisuallyHidden>
      {ids.length === 0 ? <NothingFits /> : <DatabaseList rows={shown} ids={ids} today={today} />}
      {chosen.length === 0 ? null : <DatabaseBar chosen={chosen} ids={ids} />}
    </div>
  );
}

/** Those who are still saved and do not want to be found: said, so that nobody is kept unseen. */
function Ended({ rows }: { readonly rows: readonly DatabaseRow[] }) {
  const { t } = useTranslation();
  const { filter } = useDatabaseList();
  const count = rows.filter(({ consent }) => consent === 'ended').length;
  if (count === 0 || filter.consents.includes('ended')) return null;
  return (
    <p className={classes['ended']}>
      <IconShieldX {...tagIcon} />
      <span>
        {t('database.left', { count })}{' '}
        <Anchor
          component="button"
          type="button"
          onClick={() => {
            changeDatabaseList({ type: 'filter', filter: { ...ALL_KEPT, consents: ['ended'] } });
          }}
        >
          {t('database.showThem', { count })}
        </Anchor>
      </span>
    </p>
  );
}

/** Something is there, and nothing of it fits. */
function NothingFits() {
  return (
    <div className={page['nobody']}>
      <NoMatch
        onClear={() => {
          changeDatabaseList({ type: 'filter', filter: ALL_KEPT });
        }}
      />
    </div>
  );
}
