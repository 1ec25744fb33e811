import { addDays, startOfDate, type Instant } from '../../shared/lib/time.js';

/** Calendar dates (`2026-11-18`), both inclusive; an open end is null. */
export interface Period {
  readonly from: string | null;
  readonly to: string | null;
}

/** Whether an instant lies in the period: whole days of the zone (C3), whatever the laptop's own clock says. */
export function inPeriod({ from, to }: Period, zone: string): (at: Instant) => boolean {
  const first = from === null ? -Infinity : startOfDate(zone, from);
  const end = to === null ? Infinity : startOfDate(zone, addDays(to, 1));
  return (at) => at >= first && at < end;
}
