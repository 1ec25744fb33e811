import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { dateIn } from '../../../shared/lib/time.js';
import { useFormats } from '../../ui/formats.js';
import list from '../../ui/list-grid.module.css';
import { leaveToList, ListLine } from '../../ui/list-line.js';
import { stageOf, StatusTag } from '../../ui/status-tag.js';
import classes from './deleted-list.module.css';
import type { DeletedRow } from './deleted-rows.js';

interface DeletedLineProps {
  /** The DOM id of the list. */
  readonly list: string;
  readonly row: DeletedRow;
  /** Its line in the list, counted from 0. */
  readonly line: number;
  readonly ticked: boolean;
  readonly cursor: boolean;
  /** Today's date in the organisation's zone. */
  readonly today: string;
}

/** One deleted application. */
export const DeletedLine = memo(function DeletedLine({ row, today, ...place }: DeletedLineProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { id, vacancyId, name, person, vacancy, by } = row;
  const { at, before } = row.deletion;
  return (
    <ListLine name={name} {...place}>
      <div role="gridcell" className={list['name']}>
        <Link
          tabIndex={-1}
          onClick={leaveToList}
          to="/vacancies/$vacancyId/applications/$applicationId"
          params={{ vacancyId, applicationId: id }}
        >
          {name}
        </Link>
        <span className={`${list['aside']} ${classes['school']}`}>{person.school}</span>
      </div>
      <div role="gridcell">
        <StatusTag status={before.status} stage={stageOf(before)} />
      </div>
      <div role="gridcell" className={classes['vacancy']} data-gone={vacancy === null || undefined}>
        <span className={list['cut']} title={vacancy?.title}>
          {vacancy?.title ?? t('dossier.vacancyGone')}
        </span>
      </div>
      <div role="gridcell" className={`${list['soft']} ${classes['department']}`}>
        <span className={list['cut']}>{vacancy?.department}</span>
      </div>
      <div role="gridcell" className={`${list['soft']} ${classes['by']}`}>
        <span className={list['cut']}>{by}</span>
      </div>
      <div role="gridcell" className={list['end']} title={formats.dateTime(at)}>
        {dateIn(formats.zone, at) === today ? formats.time(at) : formats.date(at)}
      </div>
    </ListLine>
  );
});
