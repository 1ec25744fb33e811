import { VisuallyHidden } from '@mantine/core';
import { IconLock, IconTrash } from '@tabler/icons-react';
import { useDeferredValue, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useRights } from '../../data/use-rights.js';
import { useRoster } from '../../data/use-session.js';
import { ALL_DELETED, changeDeletedList, useDeletedList } from '../../state/deleted-list.js';
import { EmptyState } from '../../ui/empty-state.js';
import { useFormats } from '../../ui/formats.js';
import { ButtonLink } from '../../ui/links.js';
import classes from '../../ui/list-page.module.css';
import { NoMatch } from '../../ui/no-match.js';
import { PageHead } from '../../ui/page-head.js';
import { useTickedKeys } from '../../ui/use-ticked-keys.js';
import { DeletedFilters } from './deleted-filters.js';
import { DeletedList, focusDeletedList } from './deleted-list.js';
import { deletedRows, filterDeleted, type DeletedRow } from './deleted-rows.js';
import { RestoreBar } from './restore-bar.js';

/** *Deleted applications* (R14, R15, G-2): what was taken out of its vacancy, and the way back. */
export function DeletedApplicationsPage() {
  const { t } = useTranslation();
  const mayRestore = useRights().includes('deleted-applications');
  const rows = useRoster(deletedRows);
  const home = <ButtonLink to="/">{t('shell.home')}</ButtonLink>;
  return (
    <>
      <PageHead title={t('shell.deletedApplications')} />
      {!mayRestore ? (
        <EmptyState icon={IconLock} title={t('deleted.noRightTitle')} action={home}>
          {t('deleted.noRightText')}
        </EmptyState>
      ) : rows.length === 0 ? (
        <EmptyState
          icon={IconTrash}
          title={t('deleted.emptyTitle')}
          action={<ButtonLink to="/vacancies">{t('shell.vacancyList')}</ButtonLink>}
        >
          {t('deleted.emptyText')}
        </EmptyState>
      ) : (
        <Deleted rows={rows} />
      )}
    </>
  );
}

function Deleted({ rows }: { readonly rows: readonly DeletedRow[] }) {
  const { t } = useTranslation();
  const { zone } = useFormats();
  const { filter, ticked } = useDeletedList();
  const followed = useDeferredValue(filter); // typing never waits for a long list
  const shown = useMemo(() => filterDeleted(rows, followed, zone), [rows, followed, zone]);
  const ids = useMemo(() => shown.map(({ id }) => id), [shown]);
  const chosen = shown.filter(({ id }) => ticked.has(id));
  useTickedKeys({
    ids,
    cursor: () => useDeletedList.getState().cursor,
    change: changeDeletedList,
    focus: focusDeletedList,
  });
  return (
    <div className={classes['page']}>
      <DeletedFilters rows={rows} />
      <VisuallyHidden role="status">{t('applications.shown', { count: ids.length })}</VisuallyHidden>
      {ids.length === 0 ? <NothingFits /> : <DeletedList rows={shown} ids={ids} />}
      {chosen.length === 0 ? null : <RestoreBar chosen={chosen} ids={ids} />}
    </div>
  );
}

/** Something is there, and nothing of it fits. */
function NothingFits() {
  return (
    <div className={classes['nobody']}>
      <NoMatch
        onClear={() => {
          changeDeletedList({ type: 'filter', filter: ALL_DELETED });
        }}
      />
    </div>
  );
}
