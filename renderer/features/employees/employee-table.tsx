import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../ui/formats.js';
import { SortButton } from '../../ui/sort-button.js';
import table from '../../ui/table.module.css';
import type { EmployeeRow, EmployeeSort } from './employee-rows.js';
import classes from './employee-table.module.css';

interface EmployeeTableProps {
  readonly rows: readonly EmployeeRow[];
  readonly sort: EmployeeSort;
  readonly onSort: (sort: EmployeeSort) => void;
}

/** A click anywhere in a row opens the employee. */
export function EmployeeTable({ rows, sort, onSort }: EmployeeTableProps) {
  const { t } = useTranslation();
  return (
    <table className={table['table']}>
      <thead>
        <tr>
          <SortHead column="name" word={t('applications.name')} sort={sort} onSort={onSort} />
          <th scope="col">{t('progress.columnPosition')}</th>
          <th scope="col" className={classes['department']}>
            {t('progress.columnDepartment')}
          </th>
          <SortHead column="startDate" word={t('progress.columnStartDate')} sort={sort} onSort={onSort} />
          <th scope="col" className={classes['date']}>
            {t('employees.hiredOn')}
          </th>
          <th scope="col" className={classes['vacancy']}>
            {t('capture.vacancy')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </tbody>
    </table>
  );
}

interface SortHeadProps extends Pick<EmployeeTableProps, 'sort' | 'onSort'> {
  readonly column: EmployeeSort['column'];
  readonly word: string;
}

function SortHead({ column, word, sort, onSort }: SortHeadProps) {
  const sorted = sort.column === column;
  const direction = sorted ? (sort.descending ? 'descending' : 'ascending') : null;
  return (
    <th scope="col" className={column === 'startDate' ? classes['date'] : undefined} aria-sort={direction ?? 'none'}>
      <SortButton
        word={word}
        sorted={direction}
        onClick={() => {
          onSort({ column, descending: sorted && !sort.descending });
        }}
      />
    </th>
  );
}

function Row({ row }: { readonly row: EmployeeRow }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { id, name, terms, hiredAt } = row;
  const vacancy = row.vacancy ?? t('dossier.vacancyGone');
  return (
    <tr>
      <td>
        <Link to="/employees/$applicationId" params={{ applicationId: id }} data-row title={name}>
          <bdi>{name}</bdi>
        </Link>
      </td>
      <td title={terms.position}>{terms.position}</td>
      <td className={classes['department']} title={terms.department}>
        {terms.department}
      </td>
      <td className={classes['date']}>{terms.startDate === null ? null : formats.calendarDate(terms.startDate)}</td>
      <td className={classes['date']}>{formats.date(hiredAt)}</td>
      <td className={classes['vacancy']} title={vacancy}>
        {vacancy}
      </td>
    </tr>
  );
}
