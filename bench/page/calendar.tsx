import { DateTime } from 'luxon';
import type { ReactElement } from 'react';
import { Calendar, luxonLocalizer } from 'react-big-calendar';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { calendarEntries, endOf } from '../../renderer/data/roster/calendar-entries.js';
import { RecruitmentCalendar } from '../../renderer/features/calendar/recruitment-calendar.js';
import { shownRange } from '../../renderer/features/calendar/shown-range.js';
import { toWall, wallDate } from '../../renderer/features/calendar/wall-clock.js';
import { FormatsProvider } from '../../renderer/ui/formats.js';
import { createTranslator } from '../../shared/i18n/translate.js';
import { addDays, startOfDate } from '../../shared/lib/time.js';
import { interviewRoster } from '../interviews.js';

const ZONE = 'Europe/Oslo';
const DATES = ['2026-11-18', '2026-11-25'] as const;
const NOW = startOfDate(ZONE, DATES[0]);
const RUNS = 7;

type BenchView = 'day' | 'week' | 'month';
type Shown = (date: string) => ReactElement;

/** Milliseconds, medians: showing a view, and turning its page. */
interface Measured {
  readonly first: number;
  readonly next: number;
}

const translator = createTranslator('en');
const localizer = luxonLocalizer(DateTime, { firstDayOfWeek: 1 });
const nothing = new Map<string, never>();
const ignore = (): void => undefined;

function entriesOf(size: number, view: BenchView, date: string) {
  const { from, to } = shownRange(view === 'week' ? 'work_week' : view, date, null);
  const filter = { activities: [], recruiterIds: [] };
  const period = { from: startOfDate(ZONE, from), to: startOfDate(ZONE, addDays(to, 1)) };
  return calendarEntries(interviewRoster(size), { ...filter, ...period });
}

/** As the page shows it: what falls into the days is looked up in the roster first. */
function ours(size: number, view: BenchView, date: string): ReactElement {
  return (
    <I18nextProvider i18n={translator}>
      <FormatsProvider language="en" zone={ZONE}>
        <RecruitmentCalendar
          view={view}
          date={date}
          entries={entriesOf(size, view, date)}
          fairDays={nothing}
          minute={NOW}
          mayMoveInterviews
          onOpenDay={ignore}
          onOpenEntry={ignore}
          onOpenPerson={ignore}
          onMove={ignore}
          onPickSlot={ignore}
        />
      </FormatsProvider>
    </I18nextProvider>
  );
}

/** The library with the same entries of the days it shows, or with all that there are, and nothing of ours. */
function bare(size: number, view: BenchView, which: 'shown' | 'all'): Shown {
  const eventsOn = (date: string) => {
    const entries =
      which === 'shown'
        ? entriesOf(size, view, date)
        : calendarEntries(interviewRoster(size), { from: 0, to: Infinity, activities: [], recruiterIds: [] });
    return entries.map((entry) => ({
      id: entry.id,
      title: entry.people.map(({ name }) => name).join(', '),
      start: toWall(ZONE, entry.startsAt),
      end: toWall(ZONE, endOf(entry)),
    }));
  };
  const events = new Map(DATES.map((date) => [date as string, eventsOn(date)]));
  return (date) => (
    <Calendar
      localizer={localizer}
      events={events.get(date) ?? []}
      view={view}
      onView={ignore}
      date={wallDate(date)}
      onNavigate={ignore}
      toolbar={false}
      dayLayoutAlgorithm="no-overlap"
    />
  );
}

/** They take turns, so that whatever else the machine does at a moment meets all of them. */
function measure<Name extends string>(shows: Readonly<Record<Name, Shown>>): Record<Name, Measured> {
  const element = document.getElementById('root');
  if (element === null) throw new Error('there is no place to show it');
  const timed = (work: () => void): number => {
    const start = performance.now();
    flushSync(work);
    element.getBoundingClientRect(); // with its layout
    return performance.now() - start;
  };
  const names = Object.keys(shows) as Name[];
  const times = names.map((name) => ({ name, first: [] as number[], next: [] as number[] }));
  for (let run = 0; run < RUNS; run += 1) {
    for (const { name, first, next } of times) {
      const root = createRoot(element);
      first.push(
        timed(() => {
          root.render(shows[name](DATES[0]));
        }),
      );
      next.push(
        timed(() => {
          root.render(shows[name](DATES[1]));
        }),
      );
      root.unmount();
    }
  }
  const medians = times.map(
    ({ name, first, next }) => [name, { first: medianOf(first), next: medianOf(next) }] as const,
  );
  return Object.fromEntries(medians) as Record<Name, Measured>;
}

function medianOf(times: number[]): number {
  return times.sort((a, b) => a - b)[times.length >> 1] ?? 0;
}

const calendarBench = {
  compare: (size: number, view: BenchView) =>
    measure({
      ours: (date) => ours(size, view, date),
      shown: bare(size, view, 'shown'),
      all: bare(size, view, 'all'),
    }),
};
export type CalendarBench = typeof calendarBench;
Object.assign(window, { calendarBench });
