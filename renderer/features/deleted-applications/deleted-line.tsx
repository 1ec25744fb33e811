import { Checkbox } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { memo, type MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { dateIn } from '../../../shared/lib/time.js';
import { useFormats } from '../../ui/formats.js';
import { stageOf, StatusTag } from '../../ui/status-tag.js';
import classes from './deleted-list.module.css';
import type { DeletedRow } from './deleted-rows.js';

interface DeletedLineProps {
  readonly row: DeletedRow;
  /** Its line in the list, counted from 0. */
  readonly line: number;
  readonly ticked: boolean;
  readonly cursor: boolean;
  /** Today's date in the organisation's zone. */
  readonly today: string;
}

/** One deleted application. Clicks and keys are the list's, which knows the row by its line. */
export const DeletedLine = memo(function DeletedLine({ row, line, ticked, cursor, today }: DeletedLineProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { id, vacancyId, name, person, vacancy, by } = row;
  const { at, before } = row.deletion;
  return (
    <div
      role="row"
      id={rowId(line)}
      className={classes['row']}
      aria-rowindex={line + 2}
      aria-selected={ticked}
      data-line={line}
      data-ticked={ticked || undefined}
      data-cursor={cursor || undefined}
    >
      <div role="gridcell" className={classes['tick']} data-part="tick">
        <Checkbox tabIndex={-1} readOnly aria-label={t('applications.tick', { name })} checked={ticked} />
      </div>
      <div role="gridcell" className={classes['name']}>
        <Link
          tabIndex={-1}
          onClick={leaveToList}
          to="/vacancies/$vacancyId/applications/$applicationId"
          params={{ vacancyId, applicationId: id }}
        >
          {name}
        </Link>
        <span>{person.school}</span>
      </div>
      <div role="gridcell" className={classes['status']}>
        <StatusTag status={before.status} stage={stageOf(before)} />
      </div>
      <div role="gridcell" className={classes['vacancy']} data-gone={vacancy === null || undefined}>
        <span title={vacancy?.title}>{vacancy?.title ?? t('dossier.vacancyGone')}</span>
      </div>
      <div role="gridcell" className={classes['department']}>
        <span>{vacancy?.department}</span>
      </div>
      <div role="gridcell" className={classes['by']}>
        <span>{by}</span>
      </div>
      <div role="gridcell" className={classes['at']} title={formats.dateTime(at)}>
        {dateIn(formats.zone, at) === today ? formats.time(at) : formats.date(at)}
      </div>
    </div>
  );
});

/** The list opens, ticks and keeps the place in one step; the link says that there is something to open. */
function leaveToList(event: MouseEvent): void {
  event.preventDefault();
}

/** The DOM id of a line, for the list to name the row of the keyboard. */
export function rowId(line: number): string {
  return `deleted-line-${line.toString()}`;
}
