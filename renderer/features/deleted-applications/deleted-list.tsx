import { Checkbox } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { dateIn } from '../../../shared/lib/time.js';
import type { ApplicationId } from '../../../shared/records/primitives.js';
import { useNow } from '../../data/use-now.js';
import { usePreferences } from '../../data/use-session.js';
import { changeDeletedList, useDeletedList } from '../../state/deleted-list.js';
import { useFormats } from '../../ui/formats.js';
import { clickInList, keepFocusOnList, keyInList, type ListPress } from '../../ui/list-presses.js';
import { WidestStatuses } from '../../ui/widest-statuses.js';
import classes from './deleted-list.module.css';
import { DeletedLine, rowId } from './deleted-line.js';
import type { DeletedRow } from './deleted-rows.js';
import { HEAD_HEIGHT, useTableLines } from '../../ui/use-table-lines.js';

const LIST_ID = 'deleted-applications';
/** As `--fd-row` of the tokens. */
const ROW_HEIGHT = { comfortable: 42, compact: 34 } as const;
const COLUMNS = [
  { column: 'name', word: 'applications.name' },
  { column: 'status', word: 'deleted.statusBefore' },
  { column: 'vacancy', word: 'deleted.vacancy' },
  { column: 'department', word: 'vacancies.department' },
  { column: 'by', word: 'deleted.deletedBy' },
  { column: 'at', word: 'deleted.deletedOn' },
] as const;
const LONG_DATE = Date.UTC(2028, 8, 28, 12);

interface DeletedListProps {
  readonly rows: readonly DeletedRow[];
  readonly ids: readonly ApplicationId[];
}

/** The deleted applications: an ARIA grid of which only the lines in sight exist, worked like All applications. */
export function DeletedList({ rows, ids }: DeletedListProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { ticked, cursor } = useDeletedList();
  const rowHeight = ROW_HEIGHT[usePreferences().density];
  const cursorLine = cursor === null ? -1 : ids.indexOf(cursor);
  const { grid, lines, above, below } = useTableLines({ count: rows.length, rowHeight, cursorLine });
  const today = dateIn(formats.zone, useNow());
  const press = usePress(rows);
  return (
    <div
      ref={grid}
      id={LIST_ID}
      role="grid"
      tabIndex={0}
      className={classes['grid']}
      aria-label={t('shell.deletedApplications')}
      aria-multiselectable="true"
      aria-rowcount={rows.length + 1}
      aria-colcount={COLUMNS.length + 1}
      aria-activedescendant={cursorLine >= 0 ? rowId(cursorLine) : undefined}
      onMouseDown={keepFocusOnList}
      onClick={(event) => {
        const meant = clickInList(event, ids, (line) => ids[line] ?? null);
        if (meant === null) return;
        const onTick = event.target instanceof Element && event.target.closest('[data-part="tick"]') !== null;
        if (!onTick) event.preventDefault(); // no second window with Shift or Ctrl; a box must keep its own click
        press(meant);
      }}
      onKeyDown={(event) => {
        if (event.target !== event.currentTarget) return; // a heading has its own keys
        const page = Math.max(1, Math.floor((event.currentTarget.clientHeight - HEAD_HEIGHT) / rowHeight) - 1);
        const meant = keyInList(event, { ids, cursor, page });
        if (meant === null) return;
        event.preventDefault();
        press(meant);
      }}
    >
      <Head ids={ids} ticked={ticked} />
      <div role="rowgroup" className={classes['body']} style={{ paddingTop: above, paddingBottom: below }}>
        {lines.map(({ index }) => {
          const row = rows[index];
          if (row === undefined) return null;
          const { id } = row;
          return (
            <DeletedLine key={id} row={row} line={index} ticked={ticked.has(id)} cursor={id === cursor} today={today} />
          );
        })}
      </div>
    </div>
  );
}

/** The keyboard goes back to the row that it stood on. */
export function focusDeletedList(): void {
  document.getElementById(LIST_ID)?.focus({ preventScroll: true });
}

/** Does what a key or a click means; to open is to go to the dossier. */
function usePress(rows: readonly DeletedRow[]): (meant: ListPress<ApplicationId>) => void {
  const navigate = useNavigate();
  return (meant) => {
    if (meant.type !== 'open') {
      changeDeletedList(meant);
      return;
    }
    const { id: applicationId } = meant;
    const vacancyId = rows.find(({ id }) => id === applicationId)?.vacancyId;
    if (vacancyId === undefined) return;
    changeDeletedList({ type: 'stand', id: applicationId });
    const to = '/vacancies/$vacancyId/applications/$applicationId';
    void navigate({ to, params: { vacancyId, applicationId } });
  };
}

function Head({
  ids,
  ticked,
}: {
  readonly ids: readonly ApplicationId[];
  readonly ticked: ReadonlySet<ApplicationId>;
}) {
  const { t } = useTranslation();
  const formats = useFormats();
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
              changeDeletedList(all ? { type: 'clear' } : { type: 'tick-all', ids });
            }}
          />
        </div>
        {COLUMNS.map(({ column, word }) => (
          <div
            key={column}
            role="columnheader"
            className={classes[column]}
            aria-sort={column === 'at' ? 'descending' : undefined}
          >
            {t(word)}
            <span className={classes['widest']} aria-hidden="true">
              {column === 'status' ? <WidestStatuses /> : null}
              {column === 'at' ? formats.date(LONG_DATE) : null}
            </span>
          </div>
        ))}
      </div>
    </div>
  );
}
