import { useTranslation } from 'react-i18next';
import { useFormats } from '../../ui/formats.js';
import { STATUS_LOOKS } from '../../ui/status-tag.js';
import classes from './application-grid.module.css';
import { COLUMN_COUNT } from './columns.js';
import type { ListItem } from './list-items.js';

type GridGroupRowProps = Omit<Extract<ListItem, { kind: 'group' }>, 'kind'> & { readonly line: number };

/** The head of a group: its status or ranking, and how many stand under it. */
export function GridGroupRow({ group, count, line }: GridGroupRowProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <div role="row" className={classes['group']} aria-rowindex={line + 2}>
      <div role="gridcell" aria-colspan={COLUMN_COUNT}>
        <b>{group.by === 'status' ? t(STATUS_LOOKS[group.value].word) : rankingWords(group.value)}</b>{' '}
        <span>{formats.number(count)}</span>
      </div>
    </div>
  );

  function rankingWords(value: string): string {
    return value === 'none' ? t('applications.notRanked') : t('applications.ranked', { value });
  }
}
