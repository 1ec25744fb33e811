import { useEffect } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { changeCalendar, useCalendarStore, type ColumnsBy } from '../../state/calendar-view.js';
import { showToast } from '../../state/ui-store.js';
import { entriesIn } from './day-columns.js';
import classes from './day-print.module.css';
import { DaySheet } from './day-sheet.js';
import type { CalendarOnShow } from './use-calendar.js';
import { useEntries } from './use-calendar.js';
import { useDayColumns } from './use-day-columns.js';

/** Prints the day that is on show when that is asked for, from the head, by Ctrl+P or from the palette. */
export function DayPrint({ calendar }: { readonly calendar: CalendarOnShow }) {
  const { printing } = useCalendarStore();
  useEffect(() => endPrinting, []);
  return printing === null ? null : <Sheets wish={printing} calendar={calendar} />;
}

interface SheetsProps {
  /** Another object is another print. */
  readonly wish: { readonly by: ColumnsBy };
  readonly calendar: CalendarOnShow;
}

/** A sheet for each recruiter, or for each room, that has something that day; whose and what as the filters say. */
function Sheets({ wish, calendar: { date, fairDays } }: SheetsProps) {
  const { t } = useTranslation();
  const { recruiterIds } = useCalendarStore();
  const { entries } = useEntries({ from: date, to: date }, recruiterIds ?? EVERYBODY);
  const fair = fairDays.get(date);
  const columns = useDayColumns(wish.by, { entries, fair });
  const sheets = (columns === null ? [] : columns.columns.map((column) => ({ column, columns }))).flatMap((one) => {
    const own = entriesIn(one.columns, one.column, entries);
    return own.length === 0 ? [] : [{ ...one.column, entries: own }];
  });
  const nothing = sheets.length === 0 ? t('calendar.nothingToPrint') : null;
  useEffect(() => {
    if (nothing !== null) {
      showToast({ text: nothing });
      endPrinting();
      return undefined;
    }
    document.documentElement.dataset['printing'] = 'day';
    window.addEventListener('afterprint', endPrinting);
    window.print();
    return () => {
      delete document.documentElement.dataset['printing'];
      window.removeEventListener('afterprint', endPrinting);
    };
  }, [wish, nothing]);
  return createPortal(
    <div className={classes['sheets']} aria-hidden="true">
      {sheets.map(({ id, title, entries: own }) => (
        <DaySheet key={id} title={title} by={wish.by} date={date} fair={fair} entries={own} />
      ))}
    </div>,
    document.body,
  );
}

const EVERYBODY: readonly never[] = [];

function endPrinting(): void {
  changeCalendar({ printing: null });
}
