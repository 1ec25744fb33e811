import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { dateIn } from '../../../shared/lib/time.js';
import type { ApplicationId } from '../../../shared/records/primitives.js';
import { useNow } from '../../data/use-now.js';
import { usePreferences } from '../../data/use-session.js';
import { changeDeletedList, useDeletedList } from '../../state/deleted-list.js';
import { useFormats } from '../../ui/formats.js';
import { ListGrid, type ListGridColumn } from '../../ui/list-grid.js';
import list from '../../ui/list-grid.module.css';
import type { ListPress } from '../../ui/list-presses.js';
import { WidestStatuses } from '../../ui/widest-statuses.js';
import classes from './deleted-list.module.css';
import { DeletedLine } from './deleted-line.js';
import type { DeletedRow } from './deleted-rows.js';

const LIST_ID = 'deleted-applications';
const LONG_DATE = Date.UTC(2028, 8, 28, 12);

interface DeletedListProps {
  readonly rows: readonly DeletedRow[];
  readonly ids: readonly ApplicationId[];
}

/** The deleted applications, worked like All applications. */
export function DeletedList({ rows, ids }: DeletedListProps) {
  const { t } = useTranslation();
  const { zone } = useFormats();
  const state = useDeletedList();
  const { density } = usePreferences();
  const today = dateIn(zone, useNow());
  const press = usePress(rows);
  return (
    <ListGrid
      id={LIST_ID}
      label={t('shell.deletedApplications')}
      className={classes['columns']}
      columns={useColumns()}
      ids={ids}
      list={state}
      density={density}
      onPress={press}
      line={(line, marks) => {
        const row = rows[line];
        return row === undefined ? null : (
          <DeletedLine key={row.id} list={LIST_ID} row={row} line={line} today={today} {...marks} />
        );
      }}
    />
  );
}

/** The keyboard goes back to the row that it stood on. */
export function focusDeletedList(): void {
  document.getElementById(LIST_ID)?.focus({ preventScroll: true });
}

function useColumns(): readonly ListGridColumn[] {
  const { t } = useTranslation();
  const formats = useFormats();
  return [
    { key: 'name', word: t('applications.name'), className: undefined },
    { key: 'status', word: t('deleted.statusBefore'), className: undefined, widest: <WidestStatuses /> },
    { key: 'vacancy', word: t('deleted.vacancy'), className: classes['vacancy'] },
    { key: 'department', word: t('vacancies.department'), className: classes['department'] },
    { key: 'by', word: t('deleted.deletedBy'), className: classes['by'] },
    {
      key: 'at',
      word: t('deleted.deletedOn'),
      className: list['end'],
      sorted: 'descending',
      widest: formats.date(LONG_DATE),
    },
  ];
}

/** Does what a key or a click means; to open is to go to the dossier. */
function usePress(rows: readonly DeletedRow[]): (meant: ListPress<ApplicationId>) => void {
  const navigate = useNavigate();
  return (meant) => {
    if (meant.type !== 'open') {
      changeDeletedList(meant);
      return;
    }
    const { id: applicationId } = meant;
    const vacancyId = rows.find(({ id }) => id === applicationId)?.vacancyId;
    if (vacancyId === undefined) return;
    changeDeletedList({ type: 'stand', id: applicationId });
    const to = '/vacancies/$vacancyId/applications/$applicationId';
    void navigate({ to, params: { vacancyId, applicationId } });
  };
}
