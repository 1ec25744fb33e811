import { useTranslation } from 'react-i18next';
import type { ApplicationStatus } from '../../../shared/records/application.js';
import { useFormats } from '../../ui/formats.js';
import { STATUS_LOOKS } from '../../ui/status-tag.js';
import classes from './application-grid.module.css';
import { COLUMN_COUNT } from './columns.js';

interface GridGroupRowProps {
  readonly status: ApplicationStatus;
  readonly count: number;
  readonly line: number;
}

/** The head of a group: its status and how many stand under it. */
export function GridGroupRow({ status, count, line }: GridGroupRowProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <div role="row" className={classes['group']} aria-rowindex={line + 2}>
      <div role="gridcell" aria-colspan={COLUMN_COUNT}>
        <b>{t(STATUS_LOOKS[status].word)}</b> <span>{formats.number(count)}</span>
      </div>
    </div>
  );
}
