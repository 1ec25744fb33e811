import { Button } from '@mantine/core';
import { IconUsers, IconZoomCancel } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRights } from '../../data/use-rights.js';
import { useRoster } from '../../data/use-session.js';
import { EmptyState } from '../../ui/empty-state.js';
import { FilterMenu } from '../../ui/filter-menu.js';
import { useFormats } from '../../ui/formats.js';
import { ButtonLink } from '../../ui/links.js';
import { ListText } from '../../ui/list-text.js';
import { PageHead } from '../../ui/page-head.js';
import classes from '../../ui/list-filters.module.css';
import {
  departmentsOf,
  employeeRows,
  EVERYBODY,
  shownEmployees,
  type EmployeeFilter,
  type EmployeeRow,
  type EmployeeSort,
} from './employee-rows.js';
import { EmployeeTable } from './employee-table.js';
import { NoRight } from './no-right.js';

/** *Employees* (R38, R39, G-10): everybody who is hired. */
export function EmployeeListPage() {
  const { t } = useTranslation();
  const maySee = useRights().includes('employees');
  const rows = useRoster(employeeRows);
  return (
    <>
      <PageHead title={t('shell.employees')} />
      {!maySee ? (
        <NoRight />
      ) : rows.length === 0 ? (
        <EmptyState
          icon={IconUsers}
          title={t('employees.emptyTitle')}
          action={<ButtonLink to="/vacancies">{t('shell.vacancyList')}</ButtonLink>}
        >
          {t('employees.emptyText')}
        </EmptyState>
      ) : (
        <Employees rows={rows} />
      )}
    </>
  );
}

function Employees({ rows }: { readonly rows: readonly EmployeeRow[] }) {
  const { t } = useTranslation();
  const { collator } = useFormats();
  const [filter, setFilter] = useState(EVERYBODY);
  const [sort, setSort] = useState<EmployeeSort>({ column: 'name', descending: false });
  const shown = useMemo(() => shownEmployees(rows, filter, sort, collator), [rows, filter, sort, collator]);
  return (
    <>
      <Filters rows={rows} filter={filter} onChange={setFilter} count={shown.length} />
      {shown.length === 0 ? (
        <EmptyState
          icon={IconZoomCancel}
          title={t('employees.nothingFits')}
          action={
            <Button
              onClick={() => {
                setFilter(EVERYBODY);
              }}
            >
              {t('vacancies.clearFilter')}
            </Button>
          }
        >
          {null}
        </EmptyState>
      ) : (
        <EmployeeTable rows={shown} sort={sort} onSort={setSort} />
      )}
    </>
  );
}

interface FiltersProps {
  readonly rows: readonly EmployeeRow[];
  readonly filter: EmployeeFilter;
  readonly onChange: (filter: EmployeeFilter) => void;
  readonly count: number;
}

function Filters({ rows, filter, onChange, count }: FiltersProps) {
  const { t } = useTranslation();
  const { collator } = useFormats();
  const departments = useMemo(() => departmentsOf(rows, collator), [rows, collator]);
  return (
    <div className={classes['filters']}>
      <ListText
        label={t('employees.search')}
        value={filter.text}
        onChange={(text) => {
          onChange({ ...filter, text });
        }}
      />
      <FilterMenu
        label={t('progress.columnDepartment')}
        options={departments.map((department) => ({
          value: department.name,
          label: department.name,
          count: department.count,
        }))}
        chosen={filter.departments}
        choose="many"
        onChange={(chosen) => {
          onChange({ ...filter, departments: chosen });
        }}
      />
      <p className={classes['count']} role="status">
        {t('employees.count', { count })}
      </p>
    </div>
  );
}
