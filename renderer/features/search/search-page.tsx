import { VisuallyHidden } from '@mantine/core';
import { IconLock, IconSearch, IconZoomCancel } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useRights } from '../../data/use-rights.js';
import { changeSearchList, useSearchList } from '../../state/search-list.js';
import { EmptyState } from '../../ui/empty-state.js';
import { ButtonLink } from '../../ui/links.js';
import page from '../../ui/list-page.module.css';
import { PageHead } from '../../ui/page-head.js';
import { useTickedKeys } from '../../ui/use-ticked-keys.js';
import { SavedSearches } from './saved-searches.js';
import { SearchBar } from './search-bar.js';
import { SearchFields } from './search-fields.js';
import { SearchFilters } from './search-filters.js';
import { SearchHints } from './search-hints.js';
import { focusSearchList, SearchResultsList } from './search-list.js';
import { SearchStatus } from './search-status.js';
import { useSearchResults } from './use-search-results.js';

/** *Search* (G-14): over everything that is known of everybody, CVs read word for word, worked like All applications. */
export function SearchPage() {
  const { t } = useTranslation();
  const may = useRights().includes('cv-search');
  return (
    <>
      <PageHead title={t('home.search')} />
      {may ? (
        <Searching />
      ) : (
        <EmptyState
          icon={IconLock}
          title={t('deleted.noRightTitle')}
          action={<ButtonLink to="/">{t('shell.home')}</ButtonLink>}
        >
          {t('search.noRightText')}
        </EmptyState>
      )}
    </>
  );
}

function Searching() {
  const { t } = useTranslation();
  const { advanced, ticked } = useSearchList();
  const { all, found, isIdle, wanted, state } = useSearchResults();
  const ids = useMemo(() => found.map(({ row }) => row.id), [found]);
  const chosen = found.filter(({ row }) => ticked.has(row.id)).map(({ row }) => row);
  useTickedKeys({
    ids,
    cursor: () => useSearchList.getState().cursor,
    change: changeSearchList,
    focus: focusSearchList,
  });
  return (
    <div className={page['page']}>
      <SearchFields onLeave={focusSearchList} />
      {advanced ? <SearchFilters rows={all} /> : null}
      <VisuallyHidden role="status">{isIdle ? '' : t('search.shown', { count: ids.length })}</VisuallyHidden>
      {isIdle ? (
        <div className={page['nobody']}>
          <EmptyState icon={IconSearch} title={t('search.idleTitle')}>
            {t('search.idleText')}
          </EmptyState>
          <SavedSearches />
          <SearchHints />
        </div>
      ) : (
        <>
          {ids.length === 0 && state.current && state.wordless === 0 ? null : (
            <SearchStatus count={ids.length} state={state} />
          )}
          {ids.length === 0 ? (
            <div className={page['nobody']}>
              <EmptyState icon={IconZoomCancel} title={t('applications.noMatch')}>
                {t('search.noneText')}
              </EmptyState>
              <SearchHints />
            </div>
          ) : (
            <SearchResultsList found={found} ids={ids} wanted={wanted} />
          )}
        </>
      )}
      {chosen.length === 0 ? null : <SearchBar chosen={chosen} ids={ids} />}
    </div>
  );
}
