import { createContext, useContext, useMemo, type ReactNode } from 'react';
import { dateIn, DAY, HOUR, MINUTE, type Instant } from '../../shared/lib/time.js';
import type { Language } from '../../shared/records/primitives.js';

/** How this language writes dates, times and numbers, in the organisation's zone (C3). */
export interface Formats {
  readonly language: Language;
  readonly zone: string;
  /** Compares words in the alphabet of the language. */
  readonly collator: Intl.Collator;
  /** `Wednesday 18 November` */
  longDate(at: Instant): string;
  /** `18 Nov 2026` */
  date(at: Instant): string;
  /** `18 Nov` */
  shortDate(at: Instant): string;
  /** `18 Nov 2026` of a calendar date such as `2026-11-18`, which has no zone. */
  calendarDate(date: string): string;
  /** `17–18 Nov 2026` */
  calendarRange(first: string, last: string): string;
  /** `10:38` */
  time(at: Instant): string;
  /** `18 Nov, 10:38` */
  dateTime(at: Instant): string;
  /** `45 mins` */
  minutes(value: number): string;
  /** The same, with the year where it is another one than now. */
  dateTimeFrom(now: Instant, at: Instant): string;
  number(value: number): string;
  /** One digit after the point. */
  decimal(value: number): string;
  /** `40 %` of a part between nought and one. */
  percent(part: number): string;
  /** `35 mins`, `6 hours`, `2.5 days` of milliseconds: as exact as somebody wants to know how long others waited. */
  duration(milliseconds: number): string;
  /** `Maja and Per` */
  list(words: readonly string[]): string;
  /** `412 kB` */
  bytes(size: number): string;
}

const Context = createContext<Formats | null>(null);

/** The formats of the screen's language. */
export function useFormats(): Formats {
  const formats = useContext(Context);
  if (formats === null) throw new Error('useFormats outside FormatsProvider');
  return formats;
}

interface FormatsProviderProps {
  readonly language: Language;
  readonly zone: string;
  readonly children: ReactNode;
}

/** Builds the Intl formatters once for a language and a zone; building one for each cell is what makes lists slow. */
export function FormatsProvider({ language, zone, children }: FormatsProviderProps) {
  const formats = useMemo(() => createFormats(language, zone), [language, zone]);
  return <Context value={formats}>{children}</Context>;
}

const DAY_MONTH = { day: 'numeric', month: 'short' } as const;
const DAY_MONTH_YEAR = { ...DAY_MONTH, year: 'numeric' } as const;
const CLOCK = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

/** Of a language (its European form: day before month, 24 hours) and an IANA zone. */
export function createFormats(language: Language, zone: string): Formats {
  const locale = language === 'en' ? 'en-GB' : language;
  const dates = (options: Intl.DateTimeFormatOptions, timeZone = zone) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone });
  const long = dates({ weekday: 'long', day: 'numeric', month: 'long' });
  const date = dates(DAY_MONTH_YEAR);
  const short = dates(DAY_MONTH);
  const calendar = dates(DAY_MONTH_YEAR, 'UTC');
  const time = dates(CLOCK);
  const dateTime = dates({ ...DAY_MONTH, ...CLOCK });
  const withYear = dates({ ...DAY_MONTH_YEAR, ...CLOCK });
  const yearOf = (at: Instant) => dateIn(zone, at).slice(0, 4);
  const whole = new Intl.NumberFormat(locale);
  const tenth = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const minutes = new Intl.NumberFormat(locale, { style: 'unit', unit: 'minute' });
  const percent = new Intl.NumberFormat(locale, { style: 'percent' });
  const hours = new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: 'hour',
    unitDisplay: 'long',
    maximumFractionDigits: 0,
  });
  const days = new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: 'day',
    unitDisplay: 'long',
    maximumFractionDigits: 1,
  });
  const unit = (name: 'kilobyte' | 'megabyte', digits: number) =>
    new Intl.NumberFormat(locale, { style: 'unit', unit: name, maximumFractionDigits: digits });
  const kilobytes = unit('kilobyte', 0);
  const megabytes = unit('megabyte', 1);
  return {
    language,
    zone,
    collator: new Intl.Collator(locale, { numeric: true }),
    longDate: (at) => long.format(at).replace(',', ''),
    date: (at) => date.format(at),
    shortDate: (at) => short.format(at),
    calendarDate: (day) => calendar.format(Date.parse(day)),
    calendarRange: (first, last) => calendar.formatRange(Date.parse(first), Date.parse(last)),
    time: (at) => time.format(at),
    dateTime: (at) => dateTime.format(at),
    minutes: (value) => minutes.format(value),
    dateTimeFrom: (now, at) => (yearOf(now) === yearOf(at) ? dateTime : withYear).format(at),
    number: (value) => whole.format(value),
    decimal: (value) => tenth.format(value),
    percent: (part) => percent.format(part),
    duration(milliseconds) {
      if (milliseconds < HOUR) return minutes.format(Math.round(milliseconds / MINUTE));
      return milliseconds < 2 * DAY ? hours.format(milliseconds / HOUR) : days.format(milliseconds / DAY);
    },
    list: (words) => list.format(words),
    bytes: (size) => (size < 1e6 ? kilobytes.format(Math.max(1, size / 1e3)) : megabytes.format(size / 1e6)),
  };
}
