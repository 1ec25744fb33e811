import { create } from 'zustand';
import { addDays } from '../../shared/lib/time.js';
import type { InterviewAnswer } from '../../shared/records/interview.js';
import type { RecruiterId, VacancyId } from '../../shared/records/primitives.js';

export const CALENDAR_VIEWS = ['day', 'work_week', 'month', 'agenda'] as const;
export type CalendarView = (typeof CALENDAR_VIEWS)[number];

/** What a day is parted by, on the screen and on paper. */
export const COLUMNS_BY = ['recruiters', 'rooms'] as const;
export type ColumnsBy = (typeof COLUMNS_BY)[number];

interface CalendarState {
  readonly view: CalendarView;
  /** A calendar date within what is shown; null for today, whenever that is. */
  readonly date: string | null;
  /** Of the day; null for one column. */
  readonly columns: ColumnsBy | null;
  /** First and last date that were searched for (R99), both inclusive; the agenda lists them. */
  readonly period: { readonly from: string; readonly to: string } | null;
  /** R98: literal activities; empty for all. */
  readonly activities: readonly string[];
  /** R96: only where somebody's answer is this one; null for all. */
  readonly answer: InterviewAnswer | null;
  /** Whose calendar; empty for the whole stand's, null for one's own, and in columns for everybody's. */
  readonly recruiterIds: readonly RecruiterId[] | null;
  /** *To be invited* stands beside it, with the applicants of a vacancy (null: of the first one); null while it is shut. */
  readonly inviting: { readonly vacancyId: VacancyId | null } | null;
  /** What is being printed; an object of its own for each time it is asked for. */
  readonly printing: { readonly by: ColumnsBy } | null;
}

const START: CalendarState = {
  view: 'work_week',
  date: null,
  columns: null,
  period: null,
  activities: [],
  answer: null,
  recruiterIds: null,
  inviting: null,
  printing: null,
};

/** Where one stands in the calendar, so that it is there again after a look into a dossier. */
export const useCalendarStore = create<CalendarState>()(() => START);

export function changeCalendar(change: Partial<CalendarState>): void {
  useCalendarStore.setState(change);
}

const A_YEAR = 365;

/** The whole stand's interviews from today on in which somebody's answer is this one, listed. */
export function showAnswer(answer: InterviewAnswer, today: string): void {
  const period = { from: today, to: addDays(today, A_YEAR) };
  changeCalendar({ view: 'agenda', date: today, period, answer, recruiterIds: [], activities: [] });
}
