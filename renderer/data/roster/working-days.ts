import { openHours } from '../../../shared/domain/open-hours.js';
import { nextFreeRun, type SlotDay } from '../../../shared/domain/slots.js';
import { addDays, dateIn, DAY, daysBetween, startOfDate, type Instant } from '../../../shared/lib/time.js';
import type { PersonId, RecruiterId } from '../../../shared/records/primitives.js';
import { busyEntries, standsAs } from './busy.js';
import type { Roster } from './rows.js';

/** So far ahead the next free slot is looked for. */
export const DAYS_AHEAD = 14;

/** R93's hours from a date on: the office's, and on a day of the fair the fair's as well; days on which nobody works are left out. */
export function workingDays(roster: Pick<Roster, 'fairs'>, from: string): readonly SlotDay[] {
  return Array.from({ length: DAYS_AHEAD }, (_, n) => addDays(from, n)).flatMap((date) => dayOf(roster, date) ?? []);
}

function dayOf({ fairs }: Pick<Roster, 'fairs'>, date: string): SlotDay | null {
  const fair = [...fairs.values()].findLast(
    ({ firstDate, lastDate }) => daysBetween(firstDate, date) >= 0 && daysBetween(date, lastDate) >= 0,
  );
  const hours = openHours(date, fair);
  return hours === null ? null : { date, ...hours };
}

interface FreeWish {
  readonly recruiterId: RecruiterId;
  readonly minutes: number;
  readonly now: Instant;
  /** IANA zone of the organisation (C3). */
  readonly zone: string;
  /** The first date that is looked at; left out for today. */
  readonly from?: string;
  /** For whom: several meet one after the other, each `minutes` long; empty where it is for nobody else. */
  readonly personIds: readonly PersonId[];
}

/** When somebody is free next for these people within the hours that are for work; null where that is on none of the next days. */
export function nextFreeTime(
  roster: Roster,
  { recruiterId, minutes, now, zone, from = dateIn(zone, now), personIds }: FreeWish,
): Instant | null {
  const begins = startOfDate(zone, from);
  const entries = busyEntries(roster, begins - DAY, begins + (DAYS_AHEAD + 1) * DAY);
  const people = personIds.length === 0 ? [null] : personIds.map((id) => standsAs(roster, id));
  return nextFreeRun(recruiterId, workingDays(roster, from), { zone, minutes, now, personIds: people }, entries);
}
