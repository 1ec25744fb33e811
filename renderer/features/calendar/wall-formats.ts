import type { Formats } from 'react-big-calendar';
import type { Language } from '../../../shared/records/primitives.js';

const MINUTES_A_DAY = 24 * 60;
const CLOCK = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

/** How a `Date` of the calendar component is written: without a zone, since its hands already show the wall's time. */
export interface WallFormats {
  readonly component: Formats;
  /** `Wed` */
  weekday(wall: Date): string;
  /** `Wednesday 18 November` */
  day(wall: Date): string;
  /** `16–20 November`, `30 November – 4 December` */
  days(first: Date, last: Date): string;
  /** `November 2026` */
  month(wall: Date): string;
  /** The three above where there is little room: `Wed 18 Nov`, `30 Nov – 4 Dec`, `Nov 2026` */
  readonly narrow: Pick<WallFormats, 'day' | 'days' | 'month'>;
  /** `09:00` */
  time(wall: Date): string;
}

export function createWallFormats(language: Language): WallFormats {
  const locale = language === 'en' ? 'en-GB' : language;
  const format = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options);
  const clock = format(CLOCK);
  const weekday = format({ weekday: 'short' });
  const day = format({ weekday: 'long', day: 'numeric', month: 'long' });
  const number = format({ day: 'numeric' });
  const ranges = new Map<number, string>();
  // Asked for each entry at each drawing, although only a drag shows it.
  const range = ({ start, end }: { start: Date; end: Date }): string => {
    if (start.toDateString() !== end.toDateString()) return clock.formatRange(start, end);
    const key = minuteOf(start) * MINUTES_A_DAY + minuteOf(end);
    const text = ranges.get(key) ?? clock.formatRange(start, end);
    ranges.set(key, text);
    return text;
  };
  return {
    component: {
      timeGutterFormat: (wall) => clock.format(wall),
      eventTimeRangeFormat: range,
      eventTimeRangeStartFormat: range,
      eventTimeRangeEndFormat: range,
      selectRangeFormat: range,
      dayFormat: (wall) => day.format(wall),
      weekdayFormat: (wall) => weekday.format(wall),
      dateFormat: (wall) => number.format(wall).replace(/\D/g, ''),
    },
    weekday: (wall) => weekday.format(wall).replace(/\.$/, ''),
    ...titles(locale, 'long'),
    narrow: titles(locale, 'short'),
    time: (wall) => clock.format(wall),
  };
}

function titles(locale: string, length: 'long' | 'short'): WallFormats['narrow'] {
  const day = new Intl.DateTimeFormat(locale, { weekday: length, day: 'numeric', month: length });
  const days = new Intl.DateTimeFormat(locale, { day: 'numeric', month: length });
  const month = new Intl.DateTimeFormat(locale, { month: length, year: 'numeric' });
  return {
    day: (wall) => day.format(wall).replace(',', ''),
    days: (first, last) => days.formatRange(first, last),
    month: (wall) => month.format(wall),
  };
}

function minuteOf(wall: Date): number {
  return wall.getHours() * 60 + wall.getMinutes();
}
