import { DateLocalizer, type Formats } from 'react-big-calendar';

interface Sorted {
  readonly evtA: { readonly start: Date; readonly end: Date };
  readonly evtB: { readonly start: Date; readonly end: Date };
}

/**
 * The arithmetic of the calendar component, over `Date` alone: every date it gets shows the wall's time in the system's
 * zone (`toWall`), so no library of zones has a say, and none is asked a hundred times for each entry.
 */
export const LOCALIZER = Object.assign(
  new DateLocalizer({
    firstOfWeek: () => 1,
    format: () => '', // Every date is written by `WallFormats`.
    formats: {} satisfies Formats,
    isSameDate: (a, b) =>
      a.getDate() === b.getDate() && a.getMonth() === b.getMonth() && a.getFullYear() === b.getFullYear(),
    // Nothing lasts all day: what goes from midnight to midnight stands among the hours too.
    startAndEndAreDateOnly: () => false,
  }),
  { sortEvents: byTime },
);

/** In a day of the month by the clock; the component's own order puts the longer ones first. */
function byTime({ evtA, evtB }: Sorted): number {
  return evtA.start.getTime() - evtB.start.getTime() || evtB.end.getTime() - evtA.end.getTime();
}
