import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';

interface HoursOnShow {
  /** What is drawn: two pages of one kind keep their hours. */
  readonly grid: 'day' | 'week' | 'month';
  /** Whatever makes the component draw its hours anew. */
  readonly page: string;
  /** Of now, and of where any other day begins for the eye: shares of a day. */
  readonly now: number;
  readonly morning: number;
}

interface Seen extends Pick<HoursOnShow, 'grid'> {
  readonly hours: Element;
  readonly isToday: boolean;
  readonly top: number;
}

/** Now stands a third from the top. */
const ABOVE_NOW = 1 / 3;
/** Pixels, so that the line of the morning's first hour is seen. */
const ABOVE_MORNING = 18;

/**
 * Scrolls the hours to now where today is among the days, else to the morning. Whoever turns the page stays at the hours
 * that he or she looks at, also where the component draws its hours anew for it. (Its own `scrollToTime` counts only once,
 * puts the time at the very top, and loses the place when a week gets its weekend.)
 */
export function useHoursInSight(frame: RefObject<HTMLElement | null>, on: HoursOnShow): void {
  const { grid, page } = on;
  const seen = useRef<Seen | null>(null);
  const clock = useRef(on);
  useLayoutEffect(() => {
    clock.current = on;
  });
  useLayoutEffect(() => {
    const hours = frame.current?.querySelector('.rbc-time-content') ?? null;
    if (hours === null) {
      seen.current = null;
      return;
    }
    const isToday = hours.querySelector('.rbc-day-slot.rbc-today') !== null;
    const before = seen.current;
    if (before === null || before.grid !== grid || (isToday && !before.isToday)) {
      const { now, morning } = clock.current;
      const { scrollHeight, clientHeight } = hours;
      hours.scrollTop = isToday
        ? now * scrollHeight - clientHeight * ABOVE_NOW
        : morning * scrollHeight - ABOVE_MORNING;
    } else if (before.hours !== hours) hours.scrollTop = before.top;
    seen.current = { hours, grid, isToday, top: before?.top ?? 0 };
  }, [frame, grid, page]);
  useEffect(() => {
    const element = frame.current;
    const remember = ({ target }: Event): void => {
      if (seen.current !== null && target === seen.current.hours) {
        seen.current = { ...seen.current, top: seen.current.hours.scrollTop };
      }
    };
    element?.addEventListener('scroll', remember, { capture: true, passive: true });
    return () => element?.removeEventListener('scroll', remember, { capture: true });
  }, [frame]);
}
