import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ApplicationId, VacancyId } from '../../../shared/records/primitives.js';
import { changeList, type ListSort } from '../../state/application-lists.js';
import { useFormats } from '../../ui/formats.js';
import list from '../../ui/list-grid.module.css';
import { SortButton } from '../../ui/sort-button.js';
import { WidestStatuses } from '../../ui/widest-statuses.js';
import classes from './application-grid.module.css';
import { COLUMNS, isSortable, type GridColumn } from './columns.js';
import { toggleAll } from './list-commands.js';

interface GridHeadProps {
  readonly vacancyId: VacancyId;
  readonly ids: readonly ApplicationId[];
  readonly ticked: ReadonlySet<ApplicationId>;
  readonly sort: ListSort;
}

/** The heads of the columns: they sort, and they hold each column as wide as its longest word in this language. */
export function GridHead({ vacancyId, ids, ticked, sort }: GridHeadProps) {
  const { t } = useTranslation();
  const some = ids.some((id) => ticked.has(id));
  const all = some && ids.every((id) => ticked.has(id));
  return (
    <div role="rowgroup" className={list['head']}>
      <div role="row" aria-rowindex={1} className={list['headRow']}>
        <div role="columnheader" className={list['tick']}>
          <Checkbox
            aria-label={t('applications.tickShown')}
            checked={all}
            indeterminate={some && !all}
            disabled={ids.length === 0}
            onChange={() => {
              toggleAll(vacancyId, ids);
            }}
          />
        </div>
        {COLUMNS.map(({ column, word, descendingFirst }) => (
          <div
            key={column}
            role="columnheader"
            className={headClass(column)}
            aria-sort={isSortable(column) ? (sort.column === column ? directionOf(sort) : 'none') : undefined}
          >
            {isSortable(column) ? (
              <SortButton
                word={t(word)}
                sorted={sort.column === column ? directionOf(sort) : null}
                onClick={() => {
                  const descending = sort.column === column ? !sort.descending : descendingFirst;
                  changeList(vacancyId, { sort: { column, descending }, scroll: 0 });
                }}
              />
            ) : (
              t(word)
            )}
            <Widest column={column} />
          </div>
        ))}
      </div>
    </div>
  );
}

const LONG_DATE = Date.UTC(2028, 8, 28, 12);

function headClass(column: GridColumn): string | undefined {
  return column === 'received' ? list['end'] : classes[column];
}

/** Unseen: what the column may ever have to hold. */
function Widest({ column }: { readonly column: GridColumn }) {
  const { t } = useTranslation();
  const formats = useFormats();
  if (column !== 'status' && column !== 'cv' && column !== 'received') return null;
  return (
    <span className={list['widest']} aria-hidden="true">
      {column === 'status' ? <WidestStatuses /> : null}
      {column === 'cv' ? t('applications.missing') : null}
      {column === 'received' ? formats.date(LONG_DATE) : null}
    </span>
  );
}

function directionOf({ descending }: ListSort): 'ascending' | 'descending' {
  return descending ? 'descending' : 'ascending';
}
