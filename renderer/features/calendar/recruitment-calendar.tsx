import { memo, useCallback, useLayoutEffect, useMemo, useRef } from 'react';
import { Calendar, type Components } from 'react-big-calendar';
import 'react-big-calendar/lib/addons/dragAndDrop/styles.css';
import 'react-big-calendar/lib/css/react-big-calendar.css';
import './rbc-theme.css';
import { useTranslation } from 'react-i18next';
import { daysBetween, mondayOf, type Instant } from '../../../shared/lib/time.js';
import type { CalendarEntry } from '../../data/roster/calendar-entries.js';
import { useFormats } from '../../ui/formats.js';
import { actionsOf, type CalendarActions } from './calendar-actions.js';
import { calendarEvents, layOutEvents, type CalendarEvent } from './calendar-event.js';
import { CalendarHints, type FairDay, type Hints } from './calendar-hints.js';
import {
  ColumnHead,
  DayHead,
  MonthDate,
  MonthEntry,
  MonthWeekday,
  NowGutter,
  QuarterSlot,
  TimeEntry,
} from './calendar-parts.js';
import type { DayColumn, DayColumns } from './day-columns.js';
import { createEntryWords, type RecruiterNames } from './entry-words.js';
import { LOCALIZER } from './localizer.js';
import { keepRolesMended } from './mend-roles.js';
import { shareOfDay } from '../../../shared/domain/open-hours.js';
import classes from './recruitment-calendar.module.css';
import { useDayLooks, useEntryLooks } from './use-calendar-looks.js';
import { useDragIn } from './use-drag-in.js';
import { useHoursInSight } from './use-hours-in-sight.js';
import { dateOfWall, timeOfWall, toWall, wallDate } from './wall-clock.js';
import { createWallFormats } from './wall-formats.js';
import { withDragAndDrop } from './with-drag-and-drop.js';

interface RecruitmentCalendarProps extends CalendarActions {
  readonly view: 'day' | 'week' | 'work_week' | 'month';
  /** A calendar date within what is shown. */
  readonly date: string;
  readonly entries: readonly CalendarEntry[];
  /** Of the day; null for one. */
  readonly columns: DayColumns | null;
  readonly recruiters: RecruiterNames;
  readonly fairDays: ReadonlyMap<string, FairDay>;
  /** The begun minute. */
  readonly minute: Instant;
  /** C19: of an interview; an appointment may be moved by everybody. */
  readonly mayMoveInterviews: boolean;
  /** Who is being dragged into it; null while nobody is. */
  readonly draggedIn: string | null;
}

const DraggableCalendar = withDragAndDrop<CalendarEvent, DayColumn>(Calendar);
const VIEWS = { day: true, week: true, work_week: true, month: true } as const;
const STEP = 15;
const SLOTS_AN_HOUR = 4;
/** Where a day other than today begins for the eye; earlier hours are above it. */
const MORNING = shareOfDay('08:00');
const READABLE_LANES = { day: 40, week: 8, work_week: 8, month: Infinity } as const;
/** Across the screen, whatever the columns. */
const ROOMY_LANES = 4;
/** A column is never too narrow for so many. */
const LEAST_LANES = 5;
const COLUMN_ACCESSORS = {
  resourceAccessor: 'column',
  resourceIdAccessor: 'id',
  resourceTitleAccessor: 'title',
} as const;
/**
 * How wide the hours' axis is (`rbc-theme.css`). Told, the component need not draw everything once more after the first
 * frame, when it has measured it; its types do not know of it.
 */
const AXIS = { width: 56 };
const ignore = (): void => undefined;

const COMPONENTS: Components<CalendarEvent, DayColumn> = {
  event: TimeEntry,
  header: DayHead,
  resourceHeader: ColumnHead,
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
  const { view, date, entries, columns, fairDays, minute } = props;
  const { t } = useTranslation();
  const { language, zone } = useFormats();
  const events = useMemo(() => calendarEvents(zone, entries, columns), [entries, zone, columns]);
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
  useDragIn(props.draggedIn !== null);
  const mayMove = ({ entry }: CalendarEvent): boolean => props.mayMoveInterviews || entry.kind === 'appointment';
  return (
    <div ref={frame} className={`fd-calendar ${classes['calendar'] ?? ''}`} data-view={view} data-columns={columns?.by}>
      <CalendarHints value={hints}>
        <DraggableCalendar
          key={language}
          localizer={LOCALIZER}
          culture={language}
          formats={formats.component}
          components={COMPONENTS}
          messages={{ showMore: (count) => t('calendar.more', { count }) }}
          toolbar={false}
          {...AXIS}
          views={VIEWS}
          view={view}
          onView={ignore}
          date={useMemo(() => wallDate(date), [date])}
          onNavigate={ignore}
          getNow={useCallback(() => now, [now])}
          events={events}
          {...(columns === null ? null : { resources: columns.columns as DayColumn[], ...COLUMN_ACCESSORS })}
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
          {...actionsOf(props, zone)}
        />
      </CalendarHints>
    </div>
  );
});

function useHintsFor({ view, date, columns, recruiters, fairDays, minute }: RecruitmentCalendarProps): Hints {
  const { t } = useTranslation();
  const { language, zone } = useFormats();
  const formats = useMemo(() => createWallFormats(language), [language]);
  const words = useMemo(() => createEntryWords(t), [t]);
  const now = useMemo(() => toWall(zone, minute), [zone, minute]);
  const parts = columns === null ? 1 : Math.max(1, columns.columns.length);
  const readableLanes =
    parts === 1 ? READABLE_LANES[view] : Math.max(LEAST_LANES, Math.floor(READABLE_LANES[view] / parts));
  const roomyLanes = view === 'day' ? Math.floor(ROOMY_LANES / parts) : 0;
  const isTodayShown = isAmongDays(view, date, dateOfWall(now));
  return useMemo(
    () => ({ formats, words, fairDays, now, isTodayShown, readableLanes, roomyLanes, recruiters }),
    [formats, words, fairDays, now, isTodayShown, readableLanes, roomyLanes, recruiters],
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
