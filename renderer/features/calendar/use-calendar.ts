import { useMemo } from 'react';
import { addDays, dateIn, daysBetween, MINUTE, startOfDate, type Instant } from '../../../shared/lib/time.js';
import type { RecruiterId } from '../../../shared/records/primitives.js';
import { ACTIVITIES, calendarEntries, type CalendarEntry } from '../../data/roster/calendar-entries.js';
import type { Roster } from '../../data/roster/rows.js';
import { useNow } from '../../data/use-now.js';
import { usePreferences, useRoster } from '../../data/use-session.js';
import { useCalendarStore, type CalendarView } from '../../state/calendar-view.js';
import { useFormats } from '../../ui/formats.js';
import type { FairDay } from './calendar-hints.js';
import { needsWeekend, shownRange, type DateRange } from './shown-range.js';

export interface CalendarOnShow {
  /** The begun minute. */
  readonly now: Instant;
  readonly today: string;
  readonly view: CalendarView;
  readonly date: string;
  readonly range: DateRange;
  readonly isWholeWeek: boolean;
  /** Whose calendar; empty for everybody's. */
  readonly recruiterIds: readonly RecruiterId[];
  /** Of the days and recruiters shown, whatever their activity: what the filter counts. */
  readonly all: readonly CalendarEntry[];
  /** What is shown (R93). */
  readonly entries: readonly CalendarEntry[];
  readonly fairDays: ReadonlyMap<string, FairDay>;
}

/** What the calendar shows now: its days, whose, and which activities. */
export function useCalendar(): CalendarOnShow {
  const { zone } = useFormats();
  const now = useNow(MINUTE);
  const today = dateIn(zone, now);
  const { view, date: chosenDate, period, activities, recruiterIds: chosenRecruiters } = useCalendarStore();
  const { recruiterId: own } = usePreferences();
  const date = chosenDate ?? today;
  const recruiterIds = useMemo(
    () => chosenRecruiters ?? (own === null ? [] : [own as RecruiterId]),
    [chosenRecruiters, own],
  );
  const { from, to } = shownRange(view, date, period);
  const fairDays = useRoster(fairDaysIn);
  const selectAll = useMemo(() => {
    const filter = {
      from: startOfDate(zone, from),
      to: startOfDate(zone, addDays(to, 1)),
      activities: [],
      recruiterIds,
    };
    return (roster: Roster) => calendarEntries(roster, filter);
  }, [zone, from, to, recruiterIds]);
  const all = useRoster(selectAll);
  const entries = useMemo(() => {
    const wanted = ACTIVITIES.filter((activity) => activities.includes(activity));
    return wanted.length === 0 ? all : all.filter(({ activity }) => wanted.includes(activity));
  }, [all, activities]);
  const isWholeWeek = useMemo(() => {
    const busy = all.map(({ startsAt }) => dateIn(zone, startsAt));
    return view === 'work_week' && needsWeekend({ from, to }, [...busy, ...fairDays.keys()]);
  }, [view, from, to, all, fairDays, zone]);
  const range = { from, to: view === 'work_week' && !isWholeWeek ? addDays(to, -2) : to };
  return { now, today, view, date, range, isWholeWeek, recruiterIds, all, entries, fairDays };
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
