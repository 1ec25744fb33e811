import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Words } from '../../../shared/domain/search/query.js';
import { dateIn } from '../../../shared/lib/time.js';
import { useNow } from '../../data/use-now.js';
import { usePreferences } from '../../data/use-session.js';
import { changeSearchList, useSearchList, type SearchRowId } from '../../state/search-list.js';
import { useFormats } from '../../ui/formats.js';
import { ListGrid, type ListGridColumn } from '../../ui/list-grid.js';
import list from '../../ui/list-grid.module.css';
import type { ListPress } from '../../ui/list-presses.js';
import { WidestStatuses } from '../../ui/widest-statuses.js';
import type { FoundRow } from './match-rows.js';
import { SearchLine } from './search-line.js';
import classes from './search-list.module.css';

const LIST_ID = 'search-results';
const LONG_DATE = Date.UTC(2028, 8, 28, 12);

interface SearchResultsListProps {
  readonly found: readonly FoundRow[];
  readonly ids: readonly SearchRowId[];
  readonly wanted: readonly Words[];
}

/** What was found, worked like All applications. Under each name stands the place where it was found. */
export function SearchResultsList({ found, ids, wanted }: SearchResultsListProps) {
  const { t } = useTranslation();
  const { zone } = useFormats();
  const state = useSearchList();
  const { density } = usePreferences();
  const today = dateIn(zone, useNow());
  const press = usePress(found);
  const hasTexts = wanted.length > 0;
  return (
    <ListGrid
      id={LIST_ID}
      label={t('search.results')}
      className={classes['columns']}
      columns={useColumns()}
      ids={ids}
      list={state}
      density={density}
      twoRows={hasTexts}
      onPress={press}
      line={(line, marks) => {
        const one = found[line];
        return one === undefined ? null : (
          <SearchLine
            key={one.row.id}
            list={LIST_ID}
            found={one}
            wanted={hasTexts ? wanted : null}
            line={line}
            today={today}
            {...marks}
          />
        );
      }}
    />
  );
}

/** The keyboard goes back to the row that it stood on. */
export function focusSearchList(): void {
  document.getElementById(LIST_ID)?.focus({ preventScroll: true });
}

function useColumns(): readonly ListGridColumn[] {
  const { t } = useTranslation();
  const formats = useFormats();
  return [
    { key: 'name', word: t('applications.name'), className: undefined },
    { key: 'status', word: t('applications.status'), className: undefined, widest: <WidestStatuses /> },
    { key: 'vacancy', word: t('search.vacancy'), className: undefined },
    { key: 'rating', word: t('applications.rating'), className: classes['rating'] },
    { key: 'language', word: t('applications.language'), className: classes['language'] },
    { key: 'cv', word: t('applications.cv'), className: classes['cv'], widest: t('applications.missing') },
    {
      key: 'received',
      word: t('applications.received'),
      className: list['end'],
      widest: formats.date(LONG_DATE),
    },
  ];
}

/** Does what a key or a click means; to open is to go to the dossier. */
function usePress(found: readonly FoundRow[]): (meant: ListPress<SearchRowId>) => void {
  const navigate = useNavigate();
  return (meant) => {
    if (meant.type !== 'open') {
      changeSearchList(meant);
      return;
    }
    const row = found.find((one) => one.row.id === meant.id)?.row;
    if (row === undefined) return;
    changeSearchList({ type: 'stand', id: row.id });
    const { person, application } = row;
    if (application === null) void navigate({ to: '/people/$personId', params: { personId: person.id } });
    else {
      const params = { vacancyId: application.vacancyId, applicationId: application.id };
      void navigate({ to: '/vacancies/$vacancyId/applications/$applicationId', params });
    }
  };
}
