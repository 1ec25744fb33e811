import { Checkbox } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TickedList } from '../state/ticked-list.js';
import classes from './list-grid.module.css';
import { lineId } from './list-line.js';
import { clickInList, keepFocusOnList, keyInList, type ListPress } from './list-presses.js';
import { HEAD_HEIGHT, useTableLines } from './use-table-lines.js';

/** As `--fd-row` of the tokens. */
export const ROW_HEIGHT = { comfortable: 42, compact: 34 } as const;

/** As `--fd-second-row` of its style sheet. */
const SECOND_ROW = 20;

export interface ListGridColumn {
  readonly key: string;
  readonly word: string;
  readonly className: string | undefined;
  readonly sorted?: 'ascending' | 'descending';
  /** Unseen: what holds the column as wide as it may have to be. */
  readonly widest?: ReactNode;
}

interface ListGridProps<Id extends string> {
  /** Its DOM id, from which those of the lines are made. */
  readonly id: string;
  readonly label: string;
  /** The page's own class, with its columns. */
  readonly className: string | undefined;
  readonly columns: readonly ListGridColumn[];
  /** Those that are shown, in their order. */
  readonly ids: readonly Id[];
  readonly list: TickedList<Id>;
  readonly density: keyof typeof ROW_HEIGHT;
  /** A line has room for a second row of words. */
  readonly twoRows?: boolean;
  readonly onPress: (meant: ListPress<Id>) => void;
  /** A `ListLine`. */
  readonly line: (line: number, marks: { readonly ticked: boolean; readonly cursor: boolean }) => ReactNode;
}

/**
 * A long list with ticks: an ARIA grid of which only the lines in sight exist. Focus stays on the grid itself, which names the
 * row of the keyboard; a row that scrolls away takes no focus with it.
 */
export function ListGrid<Id extends string>(props: ListGridProps<Id>) {
  const { id, label, className, columns, ids, list, density, twoRows = false, onPress, line } = props;
  const { ticked, cursor } = list;
  const rowHeight = ROW_HEIGHT[density] + (twoRows ? SECOND_ROW : 0);
  const cursorLine = cursor === null ? -1 : ids.indexOf(cursor);
  const { grid, lines, above, below } = useTableLines({ count: ids.length, rowHeight, cursorLine });
  return (
    <div
      ref={grid}
      id={id}
      role="grid"
      tabIndex={0}
      className={`${classes['grid']} ${className}`}
      data-two-rows={twoRows || undefined}
      aria-label={label}
      aria-multiselectable="true"
      aria-rowcount={ids.length + 1}
      aria-colcount={columns.length + 1}
      aria-activedescendant={cursorLine >= 0 ? lineId(id, cursorLine) : undefined}
      onMouseDown={keepFocusOnList}
      onClick={(event) => {
        const meant = clickInList(event, ids, (at) => ids[at] ?? null);
        if (meant === null) return;
        const onTick = event.target instanceof Element && event.target.closest('[data-part="tick"]') !== null;
        if (!onTick) event.preventDefault(); // no second window with Shift or Ctrl; a box must keep its own click
        onPress(meant);
      }}
      onKeyDown={(event) => {
        if (event.target !== event.currentTarget) return; // a heading has its own keys
        const page = Math.max(1, Math.floor((event.currentTarget.clientHeight - HEAD_HEIGHT) / rowHeight) - 1);
        const meant = keyInList(event, { ids, cursor, page });
        if (meant === null) return;
        event.preventDefault();
        onPress(meant);
      }}
    >
      <Head columns={columns} ids={ids} ticked={ticked} onPress={onPress} />
      <div role="rowgroup" className={classes['body']} style={{ paddingTop: above, paddingBottom: below }}>
        {lines.map(({ index }) => {
          const shown = ids[index];
          if (shown === undefined) return null;
          return line(index, { ticked: ticked.has(shown), cursor: shown === cursor });
        })}
      </div>
    </div>
  );
}

interface HeadProps<Id extends string> extends Pick<ListGridProps<Id>, 'columns' | 'ids' | 'onPress'> {
  readonly ticked: ReadonlySet<Id>;
}

function Head<Id extends string>({ columns, ids, ticked, onPress }: HeadProps<Id>) {
  const { t } = useTranslation();
  const some = ids.some((id) => ticked.has(id));
  const all = some && ids.every((id) => ticked.has(id));
  return (
    <div role="rowgroup" className={classes['head']}>
      <div role="row" aria-rowindex={1} className={classes['headRow']}>
        <div role="columnheader" className={classes['tick']}>
          <Checkbox
            aria-label={t('applications.tickShown')}
            checked={all}
            indeterminate={some && !all}
            onChange={() => {
              onPress(all ? { type: 'clear' } : { type: 'tick-all', ids });
            }}
          />
        </div>
        {columns.map(({ key, word, className, sorted, widest }) => (
          <div key={key} role="columnheader" className={className} aria-sort={sorted}>
            {word}
            <span className={classes['widest']} aria-hidden="true">
              {widest}
            </span>
          </div>
        ))}
      </div>
    </div>
  );
}
