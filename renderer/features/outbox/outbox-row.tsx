import { Checkbox, VisuallyHidden } from '@mantine/core';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { dateIn, type Instant } from '../../../shared/lib/time.js';
import { phoneForReading } from '../../data/phone-number.js';
import type { MessageRow } from '../../data/roster/rows.js';
import { useFormats } from '../../ui/formats.js';
import { LANGUAGE_WORDS } from '../../ui/language-words.js';
import { MessageStateLabel, type ShownMessageState } from '../../ui/message-state-label.js';
import classes from '../../ui/two-line-list.module.css';

interface OutboxRowProps {
  readonly row: MessageRow;
  /** Its line in the list, counted from 0. */
  readonly line: number;
  readonly ticked: boolean;
  readonly cursor: boolean;
  readonly state: ShownMessageState;
  readonly why: string;
  readonly vacancy: string;
  readonly now: Instant;
}

/** One message in two lines. Clicks and keys are the list's, which knows the row by its line. */
export const OutboxRow = memo(function OutboxRow(props: OutboxRowProps) {
  const { row, line, ticked, cursor, state, why, vacancy, now } = props;
  const { t } = useTranslation();
  const formats = useFormats();
  const isSms = row.channel === 'sms';
  const isToday = dateIn(formats.zone, row.since) === dateIn(formats.zone, now);
  return (
    <div
      role="row"
      id={rowId(line)}
      className={classes['row']}
      aria-rowindex={line + 1}
      aria-selected={ticked}
      data-line={line}
      data-ticked={ticked || undefined}
      data-cursor={cursor || undefined}
    >
      <div role="gridcell" className={classes['tick']} data-part="tick">
        <Checkbox
          tabIndex={-1}
          readOnly
          aria-label={t('outbox.tick', { name: row.toName || row.toAddress })}
          checked={ticked}
        />
      </div>
      <div role="gridcell" className={classes['who']}>
        <p>
          <b>{row.toName}</b> <span>{isSms ? phoneForReading(row.toAddress) : row.toAddress}</span>
        </p>
        <p>{isSms ? t('outbox.smsLine', { text: row.subject }) : row.subject}</p>
      </div>
      <div role="gridcell" className={classes['state']}>
        <MessageStateLabel state={state} />
        <p title={why}>{why}</p>
      </div>
      <div role="gridcell" className={classes['vacancy']}>
        {vacancy}
      </div>
      <div role="gridcell" className={classes['language']}>
        <span aria-hidden="true">{row.language}</span>
        <VisuallyHidden>{t(LANGUAGE_WORDS[row.language])}</VisuallyHidden>
      </div>
      <div role="gridcell" className={classes['time']}>
        {isToday ? formats.time(row.since) : formats.shortDate(row.since)}
      </div>
    </div>
  );
});

/** The DOM id of a line, for the list to name the row of the keyboard. */
export function rowId(line: number): string {
  return `message-line-${line.toString()}`;
}
