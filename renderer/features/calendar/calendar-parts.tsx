import { cloneElement, isValidElement, memo, type ReactNode } from 'react';
import type { DateHeaderProps, EventProps, HeaderProps, ResourceHeaderProps } from 'react-big-calendar';
import { useTranslation } from 'react-i18next';
import type { CalendarEvent } from './calendar-event.js';
import { useHints } from './calendar-hints.js';
import classes from './calendar-parts.module.css';
import type { DayColumn } from './day-columns.js';
import { CrowdedEntry, EntryContent } from './entry-content.js';
import { shareOfDay } from '../../../shared/domain/open-hours.js';
import { dateOfWall, timeOfWall } from './wall-clock.js';

/**
 * An entry in day and week; the component makes it a button. Remembered, as the component draws everything anew for every
 * trifle: for the line of now, for the width of its own scroll bar.
 */
export const TimeEntry = memo(function TimeEntry({ event }: EventProps<CalendarEvent>) {
  const { readableLanes } = useHints();
  if (event.lanes > readableLanes) return <CrowdedEntry event={event} />;
  return <EntryContent event={event} lines={linesOf(event.entry.minutes)} />;
});

function linesOf(minutes: number): 'one' | 'two' | 'three' | 'four' {
  if (minutes >= 60) return 'four';
  if (minutes >= 45) return 'three';
  return minutes >= 30 ? 'two' : 'one';
}

/** An entry in the month; here the component makes no button of it. A click goes on to the component. */
export function MonthEntry({ event }: EventProps<CalendarEvent>) {
  return (
    <button type="button" className={classes['monthEntry']}>
      <EntryContent event={event} lines="one" />
    </button>
  );
}

/** `18 Wed`, and whether it is a day of the fair. Opens the day. */
export function DayHead({ date }: HeaderProps) {
  const { t } = useTranslation();
  const { formats, fairDays } = useHints();
  const fair = fairDays.get(dateOfWall(date));
  return (
    <span className={classes['dayHead']} data-column={formats.day(date)}>
      <span className={classes['spoken']}>{formats.day(date)}</span>
      <b aria-hidden="true">{date.getDate()}</b>
      <span aria-hidden="true">{formats.weekday(date)}</span>
      {fair === undefined ? null : <small title={fair.name}>{t('calendar.fair')}</small>}
    </span>
  );
}

/** Whose column of the day it is, or which room's. */
export function ColumnHead({ resource: { title } }: ResourceHeaderProps<DayColumn>) {
  return (
    <span className={classes['columnHead']} data-column={title} title={title}>
      {title}
    </span>
  );
}

export function MonthWeekday({ date }: HeaderProps) {
  const { formats } = useHints();
  return <span className={classes['weekday']}>{formats.weekday(date)}</span>;
}

/** The number of a day in the month; opens the day. */
export function MonthDate({ date, label, isOffRange, onDrillDown }: DateHeaderProps) {
  const { t } = useTranslation();
  const { formats, fairDays } = useHints();
  const fair = fairDays.get(dateOfWall(date));
  return (
    <button type="button" className={classes['monthDate']} data-off={isOffRange || undefined} onClick={onDrillDown}>
      <span aria-hidden="true">{label}</span>
      <span className={classes['spoken']}>{formats.day(date)}</span>
      {fair === undefined ? null : <small title={fair.name}>{t('calendar.fair')}</small>}
    </button>
  );
}

/** The axis of hours, with the time it is now beside the now-line. */
export function NowGutter({ children }: { readonly children?: ReactNode }): ReactNode {
  const { formats, now, isTodayShown } = useHints();
  if (!isTodayShown || !isValidElement<{ readonly children?: ReactNode }>(children)) return children;
  const top = shareOfDay(timeOfWall(now)) * 100;
  const chip = (
    <span key="now" className={classes['now']} style={{ top: `${top.toFixed(3)}%` }}>
      {formats.time(now)}
    </span>
  );
  return cloneElement(children, {}, children.props.children, chip);
}

/** A quarter of an hour, which is drawn only where a word stands in it: a week has seven hundred. */
export function QuarterSlot({ children }: { readonly children?: ReactNode }): ReactNode {
  return isValidElement<{ readonly children?: ReactNode }>(children) && isValidElement(children.props.children)
    ? children
    : null;
}
