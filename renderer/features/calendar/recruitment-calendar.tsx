import { memo, useCallback, useLayoutEffect, useMemo, useRef, type SyntheticEvent } from 'react';
import { Calendar, type Components } from 'react-big-calendar';
import 'react-big-calendar/lib/addons/dragAndDrop/styles.css';
import 'react-big-calendar/lib/css/react-big-calendar.css';
import './rbc-theme.css';
import { useTranslation } from 'react-i18next';
import { daysBetween, MINUTE, mondayOf, type Instant } from '../../../shared/lib/time.js';
import type { CalendarEntry } from '../../data/roster/calendar-entries.js';
import { useFormats } from '../../ui/formats.js';
import { calendarEvents, layOutEvents, type CalendarEvent } from './calendar-event.js';
import { CalendarHints, type FairDay, type Hints } from './calendar-hints.js';
import { DayHead, MonthDate, MonthEntry, MonthWeekday, NowGutter, QuarterSlot, TimeEntry } from './calendar-parts.js';
import { createEntryWords } from './entry-words.js';
import { LOCALIZER } from './localizer.js';
import { keepRolesMended } from './mend-roles.js';
import { shareOfDay } from './open-hours.js';
import classes from './recruitment-calendar.module.css';
import { useDayLooks, useEntryLooks } from './use-calendar-looks.js';
import { useHoursInSight } from './use-hours-in-sight.js';
import { dateOfWall, timeOfWall, toWall, wallDate } from './wall-clock.js';
import { createWallFormats } from './wall-formats.js';
import { withDragAndDrop } from './with-drag-and-drop.js';

/** A place in the calendar as the wall shows it: `2026-11-18`, `09:00`. */
export interface WallSlot {
  readonly date: string;
  readonly time: string;
  readonly minutes: number;
}

interface RecruitmentCalendarProps {
  readonly view: 'day' | 'week' | 'work_week' | 'month';
  /** A calendar date within what is shown. */
  readonly date: string;
  readonly entries: readonly CalendarEntry[];
  readonly fairDays: ReadonlyMap<string, FairDay>;
  /** The begun minute. */
  readonly minute: Instant;
  /** C19: of an interview; an appointment may be moved by everybody. */
  readonly mayMoveInterviews: boolean;
  readonly onOpenDay: (date: string) => void;
  readonly onOpenEntry: (entry: CalendarEntry) => void;
  readonly onOpenPerson: (entry: CalendarEntry, personId: string) => void;
  readonly onMove: (entry: CalendarEntry, to: WallSlot) => void;
  readonly onPickSlot: (slot: WallSlot) => void;
}

const DraggableCalendar = withDragAndDrop<CalendarEvent>(Calendar);
const VIEWS = { day: true, week: true, work_week: true, month: true } as const;
const STEP = 15;
const SLOTS_AN_HOUR = 4;
/** Where a day other than today begins for the eye; earlier hours are above it. */
const MORNING = shareOfDay('08:00');
const READABLE_LANES = { day: 40, week: 8, work_week: 8, month: Infinity } as const;
const ignore = (): void => undefined;

const COMPONENTS: Components<CalendarEvent> = {
  event: TimeEntry,
  header: DayHead,
  timeGutterWrapper: NowGutter,
  timeSlotWrapper: QuarterSlot,
  month: { event: MonthEntry, header: MonthWeekday, dateHeader: MonthDate },
};

/**
 * react-big-calendar behind one component, which is all that knows it. It gets no zone but the system's (`toWall`), no
 * words and no dates of its own, and its colours from our tokens. It draws everything anew whenever it is drawn: that is
 * once a minute, and when what is given changes.
 */
export const RecruitmentCalendar = memo(function RecruitmentCalendar(props: RecruitmentCalendarProps) {
  const { view, date, entries, fairDays, minute, onOpenDay, onOpenEntry, onOpenPerson, onMove, onPickSlot } = props;
  const { t } = useTranslation();
  const { language, zone } = useFormats();
  const events = useMemo(() => calendarEvents(zone, entries), [entries, zone]);
  const hints = useHintsFor(props);
  const { formats, now, readableLanes } = hints;
  const frame = useRef<HTMLDivElement>(null);
  const name = t('shell.calendar');
  useLayoutEffect(() => (frame.current === null ? undefined : keepRolesMended(frame.current, name)), [name]);
  const grid = view === 'work_week' ? 'week' : view;
  useHoursInSight(frame, {
    grid,
    page: `${language} ${view} ${date}`,
    now: shareOfDay(timeOfWall(now)),
    morning: MORNING,
  });
  const mayMove = ({ entry }: CalendarEvent): boolean => props.mayMoveInterviews || entry.kind === 'appointment';
  const open = (event: CalendarEvent, { target }: SyntheticEvent<HTMLElement>): void => {
    const person =
      target instanceof Element ? target.closest<HTMLElement>('[data-person]')?.dataset['person'] : undefined;
    if (person === undefined) onOpenEntry(event.entry);
    else onOpenPerson(event.entry, person);
  };
  return (
    <div ref={frame} className={`fd-calendar ${classes['calendar'] ?? ''}`} data-view={view}>
      <CalendarHints value={hints}>
        <DraggableCalendar
          key={language}
          localizer={LOCALIZER}
          culture={language}
          formats={formats.component}
          components={COMPONENTS}
          messages={{ showMore: (count) => t('calendar.more', { count }) }}
          toolbar={false}
          views={VIEWS}
          view={view}
          onView={ignore}
          date={useMemo(() => wallDate(date), [date])}
          onNavigate={ignore}
          getNow={useCallback(() => now, [now])}
          events={events}
          titleAccessor={titleOf}
          tooltipAccessor={null}
          eventPropGetter={useEntryLooks(minute, readableLanes)}
          dayPropGetter={useDayLooks(fairDays)}
          step={STEP}
          timeslots={SLOTS_AN_HOUR}
          enableAutoScroll={false}
          dayLayoutAlgorithm={layOutEvents}
          showMultiDayTimes
          selectable
          resizable={view !== 'month'}
          draggableAccessor={mayMove}
          resizableAccessor={(event) => mayMove(event) && event.lanes <= readableLanes}
          onDrillDown={(wall) => {
            onOpenDay(dateOfWall(wall));
          }}
          onSelectEvent={open}
          onKeyPressEvent={(event, press) => {
            if (!isPressed(press)) return;
            press.preventDefault();
            onOpenEntry(event.entry);
          }}
          onEventDrop={({ event, start }) => {
            onMove(event.entry, slotAt(start, event.entry.minutes));
          }}
          onEventResize={({ event, start, end }) => {
            onMove(event.entry, slotAt(start, minutesBetween(start, end)));
          }}
          onSelectSlot={({ start, end, action }) => {
            if (action === 'doubleClick') return;
            const picked = view === 'month' ? { date: dateOfWall(start), time: '09:00', minutes: 30 } : null;
            onPickSlot(picked ?? slotAt(start, Math.max(30, minutesBetween(start, end))));
          }}
        />
      </CalendarHints>
    </div>
  );
});

function useHintsFor({ view, date, fairDays, minute }: RecruitmentCalendarProps): Hints {
  const { t } = useTranslation();
  const { language, zone } = useFormats();
  const formats = useMemo(() => createWallFormats(language), [language]);
  const words = useMemo(() => createEntryWords(t), [t]);
  const now = useMemo(() => toWall(zone, minute), [zone, minute]);
  const readableLanes = READABLE_LANES[view];
  const isTodayShown = isAmongDays(view, date, dateOfWall(now));
  return useMemo(
    () => ({ formats, words, fairDays, now, isTodayShown, readableLanes }),
    [formats, words, fairDays, now, isTodayShown, readableLanes],
  );
}

/** Whether a column of the hours is for today. */
function isAmongDays(view: RecruitmentCalendarProps['view'], date: string, today: string): boolean {
  if (view === 'day') return date === today;
  return mondayOf(date) === mondayOf(today) && (view !== 'work_week' || daysBetween(mondayOf(today), today) < 5);
}

function titleOf({ entry }: CalendarEvent): string {
  return entry.kind === 'appointment' ? entry.title : entry.people.map(({ name }) => name).join(', ');
}

function slotAt(start: Date | string, minutes: number): WallSlot {
  const wall = new Date(start);
  return { date: dateOfWall(wall), time: timeOfWall(wall), minutes };
}

function minutesBetween(start: Date | string, end: Date | string): number {
  return Math.max(STEP, Math.round((new Date(end).getTime() - new Date(start).getTime()) / MINUTE));
}

function isPressed(event: SyntheticEvent): boolean {
  const { nativeEvent } = event;
  return nativeEvent instanceof KeyboardEvent && (nativeEvent.key === 'Enter' || nativeEvent.key === ' ');
}
