import { Checkbox, VisuallyHidden } from '@mantine/core';
import { memo, type Dispatch } from 'react';
import { useTranslation } from 'react-i18next';
import { dateIn, type Instant } from '../../../shared/lib/time.js';
import type { LetterId } from '../../../shared/records/primitives.js';
import { useNow } from '../../data/use-now.js';
import { useFormats } from '../../ui/formats.js';
import { LANGUAGE_WORDS } from '../../ui/language-words.js';
import { LetterStateLabel } from '../../ui/letter-state-label.js';
import { clickInList, keepFocusOnList, keyInList } from '../../ui/list-presses.js';
import { STATUS_LOOKS } from '../../ui/status-tag.js';
import classes from '../../ui/two-line-list.module.css';
import { TWO_LINE_ROW } from '../../ui/two-line-row.js';
import { HEAD_HEIGHT, useTableLines } from '../../ui/use-table-lines.js';
import type { LetterListAction, LetterListState } from './letter-list-state.js';
import type { ListedLetter } from './letter-rows.js';

const COLUMNS = 6;
const LIST_ID = 'letters';

interface LettersListProps {
  readonly rows: readonly ListedLetter[];
  readonly ids: readonly LetterId[];
  readonly state: LetterListState;
  readonly dispatch: Dispatch<LetterListAction>;
}

/** The letters: an ARIA grid of which only the lines in sight exist, worked like the Outbox. */
export function LettersList({ rows, ids, state, dispatch }: LettersListProps) {
  const { t } = useTranslation();
  const { ticked, cursor } = state;
  const now = useNow();
  const cursorLine = cursor === null ? -1 : ids.indexOf(cursor);
  const { grid, lines, above, below } = useTableLines({ count: rows.length, rowHeight: TWO_LINE_ROW, cursorLine });
  return (
    <div
      ref={grid}
      id={LIST_ID}
      role="grid"
      tabIndex={0}
      className={classes['list']}
      aria-label={t('letters.title')}
      aria-multiselectable="true"
      aria-rowcount={rows.length}
      aria-colcount={COLUMNS}
      aria-activedescendant={cursorLine >= 0 ? rowId(cursorLine) : undefined}
      onMouseDown={keepFocusOnList}
      onClick={(event) => {
        const action = clickInList(event, ids, (line) => ids[line] ?? null);
        if (action !== null) dispatch(action);
      }}
      onKeyDown={(event) => {
        const page = Math.max(1, Math.floor((event.currentTarget.clientHeight - HEAD_HEIGHT) / TWO_LINE_ROW) - 1);
        const action = keyInList(event, { ids, cursor, page });
        if (action === null) return;
        event.preventDefault();
        dispatch(action);
      }}
    >
      <div role="rowgroup" style={{ paddingTop: above, paddingBottom: below }}>
        {lines.map(({ index }) => {
          const row = rows[index];
          if (row === undefined) return null;
          return (
            <LetterLine
              key={row.id}
              row={row}
              line={index}
              ticked={ticked.has(row.id)}
              cursor={row.id === cursor}
              now={now}
            />
          );
        })}
      </div>
    </div>
  );
}

/** The keyboard goes back to the row that it stood on. */
export function focusLetters(): void {
  document.getElementById(LIST_ID)?.focus({ preventScroll: true });
}

interface LetterLineProps {
  readonly row: ListedLetter;
  readonly line: number;
  readonly ticked: boolean;
  readonly cursor: boolean;
  readonly now: Instant;
}

/** One letter in two lines. Clicks and keys are the list's, which knows the row by its line. */
const LetterLine = memo(function LetterLine({ row, line, ticked, cursor, now }: LetterLineProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { toName, address, subject, language, vacancy, state, statusNow, since } = row;
  const isToday = dateIn(formats.zone, since) === dateIn(formats.zone, now);
  const status = statusNow === null ? null : t('letters.statusNow', { status: t(STATUS_LOOKS[statusNow].word) });
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
        <Checkbox tabIndex={-1} readOnly aria-label={t('letters.tick', { name: toName })} checked={ticked} />
      </div>
      <div role="gridcell" className={classes['who']}>
        <p>
          <b>{toName}</b>{' '}
          <span data-missing={address === '' || undefined}>{address === '' ? t('letters.noAddress') : address}</span>
        </p>
        <p>{subject}</p>
      </div>
      <div role="gridcell" className={classes['state']}>
        <LetterStateLabel state={state} />
        {status === null ? null : <p title={status}>{status}</p>}
      </div>
      <div role="gridcell" className={classes['vacancy']}>
        {vacancy}
      </div>
      <div role="gridcell" className={classes['language']}>
        <span aria-hidden="true">{language}</span>
        <VisuallyHidden>{t(LANGUAGE_WORDS[language])}</VisuallyHidden>
      </div>
      <div role="gridcell" className={classes['time']}>
        {isToday ? formats.time(since) : formats.shortDate(since)}
      </div>
    </div>
  );
});

function rowId(line: number): string {
  return `letter-line-${line.toString()}`;
}
