import { DateTime } from 'luxon';
import type { ReactElement, ReactNode } from 'react';
import { Calendar, luxonLocalizer, type CalendarProps } from 'react-big-calendar';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { calendarEntries, endOf } from '../../renderer/data/roster/calendar-entries.js';
import { recruiterColumns } from '../../renderer/features/calendar/day-columns.js';
import { RecruitmentCalendar } from '../../renderer/features/calendar/recruitment-calendar.js';
import { shownRange } from '../../renderer/features/calendar/shown-range.js';
import { toWall, wallDate } from '../../renderer/features/calendar/wall-clock.js';
import { withDragAndDrop } from '../../renderer/features/calendar/with-drag-and-drop.js';
import { FormatsProvider } from '../../renderer/ui/formats.js';
import { createTranslator } from '../../shared/i18n/translate.js';
import { addDays, startOfDate } from '../../shared/lib/time.js';
import type { RecruiterId } from '../../shared/records/primitives.js';
import { testId } from '../../shared/testing/change-builders.js';
import { interviewRoster } from '../interviews.js';

const ZONE = 'Europe/Oslo';
const TODAY = '2026-11-18';
const NOW = startOfDate(ZONE, TODAY);
/** The page that is turned to; of the next month a week is booked. */
const NEXT = { day: '2026-11-25', recruiters: '2026-11-25', week: '2026-11-25', month: '2026-12-16' } as const;

type BenchView = 'day' | 'recruiters' | 'week' | 'month';
type Shown = (date: string) => ReactElement;

/** Ours, and the library in three ways beside it. */
export type Contestant = 'ours' | 'draggable' | 'bare' | 'bareWithAll';

const DraggableCalendar = withDragAndDrop<BareEvent, Resource>(Calendar);
const translator = createTranslator('en');
const localizer = luxonLocalizer(DateTime, { firstDayOfWeek: 1 });
const nothing = new Map<string, never>();
const ignore = (): void => undefined;

/** The five of {@link interviewRoster}. */
const RECRUITERS = Array.from({ length: 5 }, (_, n) => ({ id: testId<RecruiterId>(30 + n), name: `Recruiter ${n}` }));
const NAMES = new Map(RECRUITERS.map((recruiter) => [recruiter.id, recruiter]));
const IN_ROSTER = { day: 'day', recruiters: 'day', week: 'work_week', month: 'month' } as const;
const ON_SCREEN = { day: 'day', recruiters: 'day', week: 'week', month: 'month' } as const;

function entriesOf(size: number, view: BenchView, date: string) {
  const { from, to } = shownRange(IN_ROSTER[view], date, null);
  const filter = { activities: [], recruiterIds: [] };
  const period = { from: startOfDate(ZONE, from), to: startOfDate(ZONE, addDays(to, 1)) };
  return calendarEntries(interviewRoster(size), { ...filter, ...period });
}

/** As the page shows it: what falls into the days is looked up in the roster first. */
function ours(size: number, view: BenchView, date: string): ReactElement {
  const entries = entriesOf(size, view, date);
  return (
    <RecruitmentCalendar
      view={ON_SCREEN[view]}
      date={date}
      entries={entries}
      columns={view === 'recruiters' ? recruiterColumns(RECRUITERS, [], entries) : null}
      recruiters={NAMES}
      fairDays={nothing}
      minute={NOW}
      mayMoveInterviews
      draggedIn={null}
      onOpenDay={ignore}
      onOpenEntry={ignore}
      onOpenPerson={ignore}
      onMove={ignore}
      onPickSlot={ignore}
      onPickDay={ignore}
      onDropIn={ignore}
    />
  );
}

interface BareEvent {
  readonly id: string;
  readonly title: string;
  readonly recruiter: string | undefined;
  readonly start: Date;
  readonly end: Date;
}
type Resource = (typeof RECRUITERS)[number];

/** The library's own props with the same entries of the days that are shown, or with all that there are, and nothing of ours. */
function bareProps(size: number, view: BenchView, isAll = false): (date: string) => CalendarProps<BareEvent, Resource> {
  const eventsOn = (date: string) => {
    const entries = isAll
      ? calendarEntries(interviewRoster(size), { from: 0, to: Infinity, activities: [], recruiterIds: [] })
      : entriesOf(size, view, date);
    return entries.map((entry) => ({
      id: entry.id,
      title: entry.people.map(({ name }) => name).join(', '),
      recruiter: entry.recruiterIds[0],
      start: toWall(ZONE, entry.startsAt),
      end: toWall(ZONE, endOf(entry)),
    }));
  };
  const events = new Map([TODAY, NEXT[view]].map((date) => [date, eventsOn(date)]));
  const now = toWall(ZONE, NOW);
  return (date) => ({
    localizer,
    events: events.get(date) ?? [],
    ...(view === 'recruiters' ? { resources: RECRUITERS, resourceAccessor: 'recruiter' } : null),
    resourceTitleAccessor: 'name',
    view: ON_SCREEN[view],
    onView: ignore,
    date: wallDate(date),
    onNavigate: ignore,
    getNow: () => now,
    toolbar: false,
    dayLayoutAlgorithm: 'no-overlap',
  });
}

/** The library alone: nothing can be dragged, and a step is half an hour. */
function bare(size: number, view: BenchView, isAll: boolean): Shown {
  const propsOn = bareProps(size, view, isAll);
  return (date) => <Calendar {...propsOn(date)} />;
}

/** The library in its own add-on, by the quarter of an hour: what everybody pays who lets entries be dragged as ours are. */
function draggable(size: number, view: BenchView): Shown {
  const propsOn = bareProps(size, view);
  return (date) => <DraggableCalendar {...propsOn(date)} selectable resizable step={15} timeslots={4} />;
}

const contestants = new Map<string, Shown>();

function contestant(name: Contestant, size: number, view: BenchView): Shown {
  const key = `${name} ${view} ${size.toString()}`;
  const there = contestants.get(key);
  if (there !== undefined) return there;
  const made = makeContestant(name, size, view);
  contestants.set(key, made);
  return made;
}

function makeContestant(name: Contestant, size: number, view: BenchView): Shown {
  if (name === 'ours') return (date) => ours(size, view, date);
  return name === 'draggable' ? draggable(size, view) : bare(size, view, name === 'bareWithAll');
}

/** Until the screen rests: the library draws once more when it has measured itself after the first frame. */
async function rest(): Promise<void> {
  for (let frame = 0; frame < 3; frame += 1) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    await new Promise((resolve) => setTimeout(resolve));
  }
}

const root = createRoot(document.getElementById('root') ?? document.body);

async function draw(shown: ReactNode): Promise<void> {
  flushSync(() => {
    root.render(
      <I18nextProvider i18n={translator}>
        <FormatsProvider language="en" zone={ZONE}>
          {shown}
        </FormatsProvider>
      </I18nextProvider>,
    );
  });
  await rest();
}

const calendarBench = {
  show: async (name: Contestant, size: number, view: BenchView, page: 'first' | 'next') => {
    await draw(contestant(name, size, view)(page === 'first' ? TODAY : NEXT[view]));
  },
  clear: async () => {
    await draw(null);
  },
};
export type CalendarBench = typeof calendarBench;
Object.assign(window, { calendarBench });
