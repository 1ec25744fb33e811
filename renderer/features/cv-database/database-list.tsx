import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { CANDIDATE_TYPES } from '../../../shared/domain/candidate-type.js';
import { usePreferences } from '../../data/use-session.js';
import { changeDatabaseList, useDatabaseList, type DatabaseRowId } from '../../state/database-list.js';
import { CANDIDATE_TYPE_WORDS } from '../../ui/candidate-type-words.js';
import { useFormats } from '../../ui/formats.js';
import { ListGrid, type ListGridColumn } from '../../ui/list-grid.js';
import list from '../../ui/list-grid.module.css';
import type { ListPress } from '../../ui/list-presses.js';
import { DatabaseLine } from './database-line.js';
import classes from './database-list.module.css';
import type { DatabaseRow } from './database-rows.js';

const LIST_ID = 'cv-database';
const LONG_DATE = '2028-09-28';

interface DatabaseListProps {
  readonly rows: readonly DatabaseRow[];
  readonly ids: readonly DatabaseRowId[];
  readonly today: string;
}

/** The CV database, worked like All applications. */
export function DatabaseList({ rows, ids, today }: DatabaseListProps) {
  const { t } = useTranslation();
  const state = useDatabaseList();
  const { density } = usePreferences();
  const press = usePress(rows);
  return (
    <ListGrid
      id={LIST_ID}
      label={t('shell.cvDatabase')}
      className={classes['columns']}
      columns={useColumns()}
      ids={ids}
      list={state}
      density={density}
      onPress={press}
      line={(line, marks) => {
        const row = rows[line];
        return row === undefined ? null : (
          <DatabaseLine key={row.id} list={LIST_ID} row={row} line={line} today={today} {...marks} />
        );
      }}
    />
  );
}

/** The keyboard goes back to the row that it stood on. */
export function focusDatabaseList(): void {
  document.getElementById(LIST_ID)?.focus({ preventScroll: true });
}

function useColumns(): readonly ListGridColumn[] {
  const { t } = useTranslation();
  const formats = useFormats();
  const types = CANDIDATE_TYPES.map((type) => <span key={type}>{t(CANDIDATE_TYPE_WORDS[type])}</span>);
  return [
    { key: 'name', word: t('applications.name'), className: undefined, sorted: 'ascending' },
    { key: 'type', word: t('database.type'), className: undefined, widest: types },
    { key: 'vacancy', word: t('database.lastVacancy'), className: undefined },
    { key: 'fair', word: t('database.source'), className: classes['fair'] },
    { key: 'city', word: t('capture.city'), className: classes['city'] },
    { key: 'language', word: t('applications.language'), className: classes['language'] },
    {
      key: 'consent',
      word: t('database.consentUntil'),
      className: list['end'],
      widest: t('database.until', { date: formats.calendarDate(LONG_DATE) }),
    },
  ];
}

/** Does what a key or a click means; to open is to go to the dossier. */
function usePress(rows: readonly DatabaseRow[]): (meant: ListPress<DatabaseRowId>) => void {
  const navigate = useNavigate();
  return (meant) => {
    if (meant.type !== 'open') {
      changeDatabaseList(meant);
      return;
    }
    const row = rows.find(({ id }) => id === meant.id);
    if (row === undefined) return;
    changeDatabaseList({ type: 'stand', id: row.id });
    const { person, saved } = row;
    if (saved === null) void navigate({ to: '/people/$personId', params: { personId: person.id } });
    else {
      const params = { vacancyId: saved.vacancyId, applicationId: saved.id };
      void navigate({ to: '/vacancies/$vacancyId/applications/$applicationId', params });
    }
  };
}
