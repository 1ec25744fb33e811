import { useMemo } from 'react';
import { addDays, dateIn, daysBetween, MINUTE, startOfDate, type Instant } from '../../../shared/lib/time.js';
import type { InterviewAnswer } from '../../../shared/records/interview.js';
import type { RecruiterId } from '../../../shared/records/primitives.js';
import { ACTIVITIES, calendarEntries, type CalendarEntry } from '../../data/roster/calendar-entries.js';
import type { Roster } from '../../data/roster/rows.js';
import { useNow } from '../../data/use-now.js';
import { usePreferences, useRoster } from '../../data/use-session.js';
import { useCalendarStore, type CalendarView } from '../../state/calendar-view.js';
import { useFormats } from '../../ui/formats.js';
import type { FairDay } from './calendar-hints.js';
import type { DayColumns } from './day-columns.js';
import type { RecruiterNames } from './entry-words.js';
import { needsWeekend, shownRange, type DateRange } from './shown-range.js';
import { useDayColumns } from './use-day-columns.js';

export interface CalendarOnShow {
  /** The begun minute. */
  readonly now: Instant;
  readonly today: string;
  readonly view: CalendarView;
  readonly date: string;
  readonly range: DateRange;
  readonly isWholeWeek: boolean;
  /** Whose calendar; empty for the whole stand's. */
  readonly recruiterIds: readonly RecruiterId[];
  /** Of the days shown, whoever attends and whatever the activity: what the filters count. */
  readonly everybodys: readonly CalendarEntry[];
  /** Of the recruiters shown, whatever the activity. */
  readonly all: readonly CalendarEntry[];
  /** What is shown (R93). */
  readonly entries: readonly CalendarEntry[];
  /** Of a day that is parted by recruiters or rooms. */
  readonly columns: DayColumns | null;
  readonly recruiters: RecruiterNames;
  readonly fairDays: ReadonlyMap<string, FairDay>;
}

/** What the calendar shows now: its days, whose, and which activities. */
export function useCalendar(): CalendarOnShow {
  const { zone } = useFormats();
  const now = useNow(MINUTE);
  const today = dateIn(zone, now);
  const { view, date: chosenDate, period, columns: by } = useCalendarStore();
  const date = chosenDate ?? today;
  const { from, to } = shownRange(view, date, period);
  const fairDays = useRoster(fairDaysIn);
  const recruiters = useRoster(recruitersOf);
  const partedBy = view === 'day' ? by : null;
  const recruiterIds = useWhose(partedBy !== null);
  const shown = useEntries({ from, to }, recruiterIds);
  const isWholeWeek = useMemo(() => {
    const busy = shown.all.map(({ startsAt }) => dateIn(zone, startsAt));
    return view === 'work_week' && needsWeekend({ from, to }, [...busy, ...fairDays.keys()]);
  }, [view, from, to, shown.all, fairDays, zone]);
  const range = { from, to: view === 'work_week' && !isWholeWeek ? addDays(to, -2) : to };
  const columns = useDayColumns(partedBy, { entries: shown.entries, fair: fairDays.get(date) });
  const on = { now, today, view, date, range, isWholeWeek, recruiterIds };
  return { ...on, ...shown, columns, recruiters, fairDays };
}

/** C35: one's own calendar, and others' as they are chosen; columns are for comparing, and begin with everybody. */
function useWhose(isParted: boolean): readonly RecruiterId[] {
  const { recruiterIds: chosen } = useCalendarStore();
  const { recruiterId: own } = usePreferences();
  return useMemo(() => chosen ?? (own === null || isParted ? [] : [own as RecruiterId]), [chosen, own, isParted]);
}

/** What is in the calendar from one date to another, both inclusive, narrowed by recruiters, activities (R98) and an answer. */
export function useEntries({ from, to }: DateRange, recruiterIds: readonly RecruiterId[]) {
  const { zone } = useFormats();
  const { activities, answer } = useCalendarStore();
  const selectEverybodys = useMemo(() => {
    const filter = {
      from: startOfDate(zone, from),
      to: startOfDate(zone, addDays(to, 1)),
      activities: [],
      recruiterIds: [],
    };
    return (roster: Roster) => calendarEntries(roster, filter);
  }, [zone, from, to]);
  const everybodys = useRoster(selectEverybodys);
  const all = useMemo(
    () => (recruiterIds.length === 0 ? everybodys : everybodys.filter((entry) => isAttendedBy(entry, recruiterIds))),
    [everybodys, recruiterIds],
  );
  const entries = useMemo(() => {
    const wanted = ACTIVITIES.filter((activity) => activities.includes(activity));
    const of = wanted.length === 0 ? all : all.filter(({ activity }) => wanted.includes(activity));
    return answer === null ? of : of.filter((entry) => hasAnswer(entry, answer));
  }, [all, activities, answer]);
  return { everybodys, all, entries };
}

function isAttendedBy(entry: CalendarEntry, ids: readonly RecruiterId[]): boolean {
  return entry.recruiterIds.some((id) => ids.includes(id));
}

function hasAnswer(entry: CalendarEntry, answer: InterviewAnswer): boolean {
  return entry.kind === 'interview' && entry.people.some(({ accTime }) => accTime === answer);
}

function recruitersOf({ recruiters }: Roster) {
  return recruiters;
}

/** Each day of each fair; of two on one day the later entered. */
function fairDaysIn({ fairs }: Roster): ReadonlyMap<string, FairDay> {
  const days = new Map<string, FairDay>();
  for (const fair of fairs.values()) {
    for (let day = 0; day <= daysBetween(fair.firstDate, fair.lastDate); day += 1) {
      days.set(addDays(fair.firstDate, day), fair);
    }
  }
  return days;
}
