import { Checkbox } from '@mantine/core';
import type { MouseEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './list-grid.module.css';

interface ListLineProps {
  /** The DOM id of the list. */
  readonly list: string;
  /** Its line in the list, counted from 0. */
  readonly line: number;
  /** Of whom or what it is, for the tick. */
  readonly name: string;
  readonly ticked: boolean;
  readonly cursor: boolean;
  /** Grid cells. */
  readonly children: ReactNode;
}

/** One line of a long list, with its tick. Clicks and keys are the list's, which knows the line by its number. */
export function ListLine({ list, line, name, ticked, cursor, children }: ListLineProps) {
  const { t } = useTranslation();
  return (
    <div
      role="row"
      id={lineId(list, line)}
      className={classes['line']}
      aria-rowindex={line + 2}
      aria-selected={ticked}
      data-line={line}
      data-ticked={ticked || undefined}
      data-cursor={cursor || undefined}
    >
      <div role="gridcell" className={classes['tick']} data-part="tick">
        <Checkbox tabIndex={-1} readOnly aria-label={t('applications.tick', { name })} checked={ticked} />
      </div>
      {children}
    </div>
  );
}

/** The DOM id of a line, for the list to name the row of the keyboard. */
export function lineId(list: string, line: number): string {
  return `${list}-line-${line.toString()}`;
}

/** The list opens, ticks and keeps the place in one step; a link in it says that there is something to open. */
export function leaveToList(event: MouseEvent): void {
  event.preventDefault();
}
