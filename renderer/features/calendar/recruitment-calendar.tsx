import { DateTime } from 'luxon';
import { useCallback, useLayoutEffect, useMemo, useRef, type SyntheticEvent } from 'react';
import { Calendar, luxonLocalizer, type Components, type EventPropGetter } from 'react-big-calendar';
import 'react-big-calendar/lib/addons/dragAndDrop/styles.css';
import 'react-big-calendar/lib/css/react-big-calendar.css';
import './rbc-theme.css';
import { useTranslation } from 'react-i18next';
import { MINUTE, type Instant } from '../../../shared/lib/time.js';
import { endOf, type CalendarEntry } from '../../data/roster/calendar-entries.js';
import { ANSWER_LOOKS } from '../../ui/answer-looks.js';
import { useFormats } from '../../ui/formats.js';
import { calendarEvent, type CalendarEvent } from './calendar-event.js';
import { CalendarHints, type FairDay } from './calendar-hints.js';
import { DayHead, MonthDate, MonthEntry, MonthWeekday, NowGutter, TimeEntry } from './calendar-parts.js';
import { commonAnswer } from './entry-answer.js';
import { keepRolesMended } from './mend-roles.js';
import classes from './recruitment-calendar.module.css';
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
  readonly now: Instant;
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
/** Where the day begins for the eye; earlier hours are above it. */
const FIRST_HOUR = wallDate('2026-01-01', '07:45');
const ignore = (): void => undefined;

const COMPONENTS: Components<CalendarEvent> = {
  event: TimeEntry,
  header: DayHead,
  timeGutterWrapper: NowGutter,
  month: { event: MonthEntry, header: MonthWeekday, dateHeader: MonthDate },
};

/**
 * react-big-calendar behind one component, which is all that knows it. It gets no zone but the system's (`toWall`), no
 * words and no dates of its own, and its colours from our tokens.
 */
export function RecruitmentCalendar(props: RecruitmentCalendarProps) {
  const { view, date, entries, fairDays, now, onOpenDay, onOpenEntry, onOpenPerson, onMove, onPickSlot } = props;
  const { t } = useTranslation();
  const { language, zone } = useFormats();
  const formats = useMemo(() => createWallFormats(language), [language]);
  const events = useMemo(() => entries.map((entry) => calendarEvent(zone, entry)), [entries, zone]);
  const minute = now - (now % MINUTE);
  const wallNow = useMemo(() => toWall(zone, minute), [zone, minute]);
  const hints = useMemo(() => ({ formats, fairDays, now: wallNow }), [formats, fairDays, wallNow]);
  const frame = useRef<HTMLDivElement>(null);
  const name = t('shell.calendar');
  useLayoutEffect(() => (frame.current === null ? undefined : keepRolesMended(frame.current, name)), [name]);
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
          getNow={useCallback(() => wallNow, [wallNow])}
          events={events}
          titleAccessor={titleOf}
          tooltipAccessor={null}
          eventPropGetter={useLooks(minute)}
          slotPropGetter={useSlotLooks(fairDays)}
          step={STEP}
          timeslots={SLOTS_AN_HOUR}
          scrollToTime={FIRST_HOUR}
          dayLayoutAlgorithm="no-overlap"
          showMultiDayTimes
          selectable
          resizable={view !== 'month'}
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
}

/** Only its arithmetic is used: every date is written by `WallFormats`. */
const LOCALIZER = Object.assign(luxonLocalizer(DateTime, { firstDayOfWeek: 1 }), { sortEvents: byTime });

interface Sorted {
  readonly evtA: { readonly start: Date; readonly end: Date };
  readonly evtB: { readonly start: Date; readonly end: Date };
}

/** In a day of the month by the clock; the localizer's own order puts the longer ones first. */
function byTime({ evtA, evtB }: Sorted): number {
  return evtA.start.getTime() - evtB.start.getTime() || evtB.end.getTime() - evtA.end.getTime();
}

function useLooks(now: Instant): EventPropGetter<CalendarEvent> {
  return useCallback(
    ({ entry }) => {
      const answer = entry.kind === 'interview' ? commonAnswer(entry) : null;
      const hue = answer === null ? 'stone' : ANSWER_LOOKS[answer].hue;
      const looks = [classes[entry.kind], classes[hue], endOf(entry) <= now ? classes['past'] : ''];
      return { className: looks.join(' ') };
    },
    [now],
  );
}

/** The fair's hours, on the fair's days. */
function useSlotLooks(fairDays: ReadonlyMap<string, FairDay>) {
  return useCallback(
    (wall: Date) => {
      const fair = fairDays.get(dateOfWall(wall));
      const time = timeOfWall(wall);
      const open = fair !== undefined && time >= fair.opensAt && time < fair.closesAt;
      return open ? { className: classes['fair'] ?? '' } : {};
    },
    [fairDays],
  );
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
