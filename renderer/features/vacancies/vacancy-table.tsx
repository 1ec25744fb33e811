import { VisuallyHidden } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMayEditVacancies } from '../../data/use-rights.js';
import { useFormats } from '../../ui/formats.js';
import { icon } from '../../ui/icon-props.js';
import { ActionIconLink } from '../../ui/links.js';
import table from '../../ui/table.module.css';
import type { VacancyRow } from './vacancy-rows.js';
import classes from './vacancy-table.module.css';

/** A click anywhere in a row opens Application handling; the pencil edits the vacancy. */
export function VacancyTable({ rows }: { readonly rows: readonly VacancyRow[] }) {
  const { t } = useTranslation();
  return (
    <table className={`${table['table'] ?? ''} ${classes['table'] ?? ''}`}>
      <thead>
        <tr>
          <th scope="col">{t('vacancies.columnTitle')}</th>
          <th scope="col" className={classes['reference']}>
            {t('vacancies.reference')}
          </th>
          <th scope="col" className={classes['department']}>
            {t('vacancies.department')}
          </th>
          <th scope="col" className={classes['location']}>
            {t('vacancies.location')}
          </th>
          <th scope="col" className={classes['count']} data-number>
            {t('vacancies.overview')}
          </th>
          <th scope="col" className={classes['count']} data-number>
            {t('vacancies.pending')}
          </th>
          <th scope="col" className={classes['count']} data-number>
            {t('vacancies.processed')}
          </th>
          <th scope="col" className={classes['edit']}>
            <VisuallyHidden>{t('common.edit')}</VisuallyHidden>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.vacancy.id} row={row} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row }: { readonly row: VacancyRow }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const mayEdit = useMayEditVacancies();
  const { id, title, reference, department, location } = row.vacancy;
  return (
    <tr>
      <td>
        <Link to="/vacancies/$vacancyId" params={{ vacancyId: id }} data-row title={title}>
          {title}
        </Link>
      </td>
      <td>{reference}</td>
      <td className={classes['department']}>{department}</td>
      <td className={classes['location']}>{location}</td>
      <td data-number>
        <b>{formats.number(row.all)}</b>
      </td>
      <td data-number>{formats.number(row.pending)}</td>
      <td data-number>{formats.number(row.processed)}</td>
      <td className={classes['edit']}>
        {mayEdit(department) ? (
          <ActionIconLink
            size={30}
            to="/vacancies/$vacancyId/edit"
            params={{ vacancyId: id }}
            aria-label={`${t('vacancies.editVacancy')}: ${title}`}
          >
            <IconPencil {...icon} />
          </ActionIconLink>
        ) : null}
      </td>
    </tr>
  );
}
