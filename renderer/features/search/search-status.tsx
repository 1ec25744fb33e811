import { useTranslation } from 'react-i18next';
import type { SearchState } from '../../data/search/search-keeper.js';
import { changeSearchList, SEARCH_ORDERS, useSearchList } from '../../state/search-list.js';
import { Segmented } from '../../ui/segmented.js';
import classes from './search-page.module.css';

interface SearchStatusProps {
  readonly count: number;
  readonly state: SearchState;
}

/** How many were found, what may be missing among them, and their order. */
export function SearchStatus({ count, state }: SearchStatusProps) {
  const { t } = useTranslation();
  const { order } = useSearchList();
  return (
    <div className={classes['status']}>
      <p>
        <b>{t('search.shown', { count })}</b>
        {state.current ? null : <span>{t('search.reading')}</span>}
        {state.current && state.wordless > 0 ? <span>{t('search.wordless', { count: state.wordless })}</span> : null}
      </p>
      <Segmented
        label={t('search.order')}
        hideLabel
        value={order}
        options={SEARCH_ORDERS.map((value) => ({ value, label: t(`search.orders.${value}`) }))}
        onChange={(chosen) => {
          changeSearchList({ type: 'order', order: chosen });
        }}
      />
    </div>
  );
}
