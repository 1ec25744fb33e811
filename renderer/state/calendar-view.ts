import { create } from 'zustand';
import type { RecruiterId } from '../../shared/records/primitives.js';

export const CALENDAR_VIEWS = ['day', 'work_week', 'month', 'agenda'] as const;
export type CalendarView = (typeof CALENDAR_VIEWS)[number];

interface CalendarState {
  readonly view: CalendarView;
  /** A calendar date within what is shown; null for today, whenever that is. */
  readonly date: string | null;
  /** First and last date that were searched for (R99), both inclusive; the agenda lists them. */
  readonly period: { readonly from: string; readonly to: string } | null;
  /** R98: literal activities; empty for all. */
  readonly activities: readonly string[];
  /** Whose calendar; empty for everybody's, null for one's own. */
  readonly recruiterIds: readonly RecruiterId[] | null;
}

const START: CalendarState = { view: 'work_week', date: null, period: null, activities: [], recruiterIds: null };

/** Where one stands in the calendar, so that it is there again after a look into a dossier. */
export const useCalendarStore = create<CalendarState>()(() => START);

export function changeCalendar(change: Partial<CalendarState>): void {
  useCalendarStore.setState(change);
}
