import { addDays, addMonths, daysBetween, mondayOf } from '../../../shared/lib/time.js';
import type { CalendarView } from '../../state/calendar-view.js';

/** First and last calendar date, both inclusive. */
export interface DateRange {
  readonly from: string;
  readonly to: string;
}

const AGENDA_DAYS = 14;
const SATURDAY = 5;

/** The days that a view shows around a date. Where a period was searched for, the agenda lists just that. */
export function shownRange(view: CalendarView, date: string, period: DateRange | null): DateRange {
  switch (view) {
    case 'day':
      return { from: date, to: date };
    case 'work_week':
      return { from: mondayOf(date), to: addDays(mondayOf(date), 6) };
    case 'month': {
      const first = `${date.slice(0, 7)}-01`;
      return { from: mondayOf(first), to: addDays(mondayOf(addDays(addMonths(first, 1), -1)), 6) };
    }
    case 'agenda':
      return period ?? { from: date, to: addDays(date, AGENDA_DAYS - 1) };
  }
}

/** One view further, or back. */
export function step(
  view: CalendarView,
  date: string,
  period: DateRange | null,
  by: 1 | -1,
): { readonly date: string; readonly period: DateRange | null } {
  if (view === 'month') return { date: addMonths(`${date.slice(0, 7)}-01`, by), period: null };
  if (view !== 'agenda') return { date: addDays(date, view === 'day' ? by : by * 7), period: null };
  const { from, to } = shownRange(view, date, period);
  const days = (daysBetween(from, to) + 1) * by;
  const moved = { from: addDays(from, days), to: addDays(to, days) };
  return { date: moved.from, period: period === null ? null : moved };
}

/** Whether a week must be shown whole: something is on its Saturday or Sunday. */
export function needsWeekend({ from }: DateRange, dates: Iterable<string>): boolean {
  const [saturday, sunday] = [addDays(from, SATURDAY), addDays(from, SATURDAY + 1)];
  return [...dates].some((date) => date === saturday || date === sunday);
}
