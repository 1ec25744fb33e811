import { daysBetween, mondayOf } from '../lib/time.js';
import type { Fair } from '../records/fair.js';

/** The hours of a day that are for work: what is outside them is quieter. */
export interface OpenHours {
  readonly from: string;
  readonly to: string;
}

const OFFICE: OpenHours = { from: '08:00', to: '18:00' };
const WORKING_DAYS = 5;
const MINUTES_A_DAY = 24 * 60;

/** From Monday to Friday the office's, on a day of the fair the fair's as well; null where nobody works. */
export function openHours(date: string, fair: Pick<Fair, 'opensAt' | 'closesAt'> | undefined): OpenHours | null {
  const isWorkingDay = daysBetween(mondayOf(date), date) < WORKING_DAYS;
  if (fair === undefined) return isWorkingDay ? OFFICE : null;
  const { opensAt: from, closesAt: to } = fair;
  if (!isWorkingDay) return { from, to };
  return { from: from < OFFICE.from ? from : OFFICE.from, to: to > OFFICE.to ? to : OFFICE.to };
}

/** `08:00` is a third of the day. */
export function shareOfDay(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return (hours * 60 + minutes) / MINUTES_A_DAY;
}
