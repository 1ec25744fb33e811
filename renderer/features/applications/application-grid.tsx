import { useNavigate } from '@tanstack/react-router';
import { useMemo, type MouseEvent } from 'react';
import { dateIn } from '../../../shared/lib/time.js';
import type { ApplicationId, VacancyId } from '../../../shared/records/primitives.js';
import { obstacleOf } from '../../data/delivery-status.js';
import { statusOf, type Delivery } from '../../data/delivery-watch.js';
import { useDelivery } from '../../data/use-delivery.js';
import { useNow } from '../../data/use-now.js';
import { usePreferences, useRoster } from '../../data/use-session.js';
import { changeList, useApplicationList } from '../../state/application-lists.js';
import { useFormats } from '../../ui/formats.js';
import { shownMessageState, type ShownMessageState } from '../../ui/message-state-label.js';
import { ROW_HEIGHT } from '../../ui/list-grid.js';
import list from '../../ui/list-grid.module.css';
import { lineId } from '../../ui/list-line.js';
import { keepFocusOnList } from '../../ui/list-presses.js';
import { HEAD_HEIGHT } from '../../ui/use-table-lines.js';
import classes from './application-grid.module.css';
import { COLUMN_COUNT } from './columns.js';
import { GRID_ID } from './grid-id.js';
import { GridGroupRow } from './grid-group-row.js';
import { GridHead } from './grid-head.js';
import { pressInGrid } from './grid-keys.js';
import { GridRow } from './grid-row.js';
import { extendTo, putCursor, toggleTick } from './list-commands.js';
import { lineOf, type ListItem } from './list-items.js';
import { newestMessageState, type NewestMessage } from './newest-message-state.js';
import { useGridLines } from './use-grid-lines.js';

interface ApplicationGridProps {
  readonly vacancyId: VacancyId;
  readonly items: readonly ListItem[];
  readonly ids: readonly ApplicationId[];
  readonly label: string;
}

/**
 * The fast table: an ARIA grid of which only the lines in sight exist. Focus stays on the grid itself, which names the row
 * of the keyboard; a row that scrolls away takes no focus with it.
 */
export function ApplicationGrid({ vacancyId, items, ids, label }: ApplicationGridProps) {
  const { ticked, sort, cursor } = useApplicationList(vacancyId);
  const rowHeight = ROW_HEIGHT[usePreferences().density];
  const cursorLine = useMemo(() => lineOf(items, cursor), [items, cursor]);
  const { grid, lines, above, below } = useGridLines({ vacancyId, count: items.length, rowHeight, cursorLine });
  const messageStateOf = useRoster(newestMessageState);
  const delivery = useDelivery();
  const now = useNow();
  const today = dateIn(useFormats().zone, now);
  const open = useOpenDossier(vacancyId, ids);
  return (
    <div
      ref={grid}
      id={GRID_ID}
      role="grid"
      tabIndex={0}
      className={`${list['grid']} ${classes['columns']}`}
      aria-label={label}
      aria-multiselectable="true"
      aria-rowcount={items.length + 1}
      aria-colcount={COLUMN_COUNT}
      aria-activedescendant={cursorLine >= 0 ? lineId(GRID_ID, cursorLine) : undefined}
      onMouseDown={keepFocusOnList}
      onClick={(event) => {
        clickInGrid(event, { vacancyId, items, ids, open });
      }}
      onKeyDown={(event) => {
        if (event.target !== event.currentTarget) return; // a heading has its own keys
        const page = Math.max(1, Math.floor((event.currentTarget.clientHeight - HEAD_HEIGHT) / rowHeight) - 1);
        if (pressInGrid(event, { vacancyId, ids, page, open })) event.preventDefault();
      }}
    >
      <GridHead vacancyId={vacancyId} ids={ids} ticked={ticked} sort={sort} />
      <div role="rowgroup" className={list['body']} style={{ paddingTop: above, paddingBottom: below }}>
        {lines.map(({ index }) => {
          const item = items[index];
          if (item === undefined) return null;
          if (item.kind === 'group')
            return (
              <GridGroupRow
                key={`${item.group.by} ${item.group.value}`}
                group={item.group}
                count={item.count}
                line={index}
              />
            );
          const { application } = item.row;
          const message = messageStateOf(application, now);
          return (
            <GridRow
              key={application.id}
              row={item.row}
              line={index}
              ticked={ticked.has(application.id)}
              cursor={application.id === cursor}
              message={message === null ? null : shownStateOf(message, delivery)}
              today={today}
            />
          );
        })}
      </div>
    </div>
  );
}

function shownStateOf({ state, channel, reason }: NewestMessage, delivery: Delivery): ShownMessageState {
  return shownMessageState(state, obstacleOf(statusOf(delivery, channel)), reason);
}

interface GridClick {
  readonly vacancyId: VacancyId;
  readonly items: readonly ListItem[];
  readonly ids: readonly ApplicationId[];
  readonly open: (id: ApplicationId) => void;
}

/** A click on the tick ticks, with Shift a range, with Ctrl or ⌘ anywhere in the row too; any other click opens. */
function clickInGrid(event: MouseEvent<HTMLElement>, { vacancyId, items, ids, open }: GridClick): void {
  const target = event.target instanceof Element ? event.target : null;
  const item = items[Number(target?.closest('[data-line]')?.getAttribute('data-line') ?? -1)];
  if (target === null || item?.kind !== 'application') return;
  const { id } = item.row.application;
  const onTick = target.closest('[data-part="tick"]') !== null;
  if (!onTick) event.preventDefault(); // no second window with Shift or Ctrl; a box must keep its own click
  if (event.shiftKey) extendTo(vacancyId, ids, id);
  else if (onTick || event.ctrlKey || event.metaKey) toggleTick(vacancyId, id);
  else {
    open(id);
    window.addEventListener('mousedown', spareSelection, { once: true, capture: true });
  }
}

/** The second press of a double-click falls on the page that has just opened: it selects no word there. */
function spareSelection(event: globalThis.MouseEvent): void {
  if (event.detail > 1) event.preventDefault();
}

/** Opens *Application and CV*, remembering where the list stood. */
function useOpenDossier(vacancyId: VacancyId, ids: readonly ApplicationId[]): (id: ApplicationId) => void {
  const navigate = useNavigate();
  return (applicationId) => {
    putCursor(vacancyId, applicationId);
    changeList(vacancyId, { order: ids });
    void navigate({
      to: '/vacancies/$vacancyId/applications/$applicationId',
      params: { vacancyId, applicationId },
    });
  };
}
