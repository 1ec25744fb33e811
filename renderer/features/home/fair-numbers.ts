import { dateIn, DAY, hourIn, startOfDate, type Instant } from '../../../shared/lib/time.js';
import type { FairId } from '../../../shared/records/primitives.js';
import type { PersonRow, Roster } from '../../data/roster/rows.js';

export interface HourCount {
  /** Hour of day, 0–23, in the organisation's zone. */
  readonly hour: number;
  readonly today: number;
  readonly yesterday: number;
}

export interface FairNumbers {
  readonly today: number;
  /** Of those captured today. */
  readonly withCv: number;
  /** Since the fair began; null while there is no fair. */
  readonly atFair: number | null;
  readonly emailsSent: number;
  /** From the first to the last hour in which anybody was captured, or the fair was open. */
  readonly byHour: readonly HourCount[];
  /** Newest first. */
  readonly last: readonly PersonRow[];
}

interface When {
  readonly now: Instant;
  readonly zone: string;
  readonly fairId: FairId | null;
  /** Hours in which the fair is open, `[9, 16)`. */
  readonly openHours: readonly [number, number];
}

const MOST_SHOWN = 6;

/**
 * The day at the fair in numbers, and nobody else's: people of other fairs are not in them. Without a fair, everybody is.
 * One pass over all people; hours are looked at only for those of two days.
 */
export function fairNumbers(roster: Roster, when: When): FairNumbers {
  const { now, zone, fairId } = when;
  const startOfToday = startOfDate(zone, dateIn(zone, now));
  // Twelve hours back from midnight is yesterday, whatever daylight saving does to the length of the day.
  const startOfYesterday = startOfDate(zone, dateIn(zone, startOfToday - DAY / 2));
  const hours = new Map<number, { today: number; yesterday: number }>();
  const last: PersonRow[] = [];
  let [today, withCv, met] = [0, 0, 0];
  for (const person of roster.people.values()) {
    if (fairId !== null && person.fairId !== fairId) continue;
    met += 1;
    keepNewest(last, person);
    if (person.capturedAt < startOfYesterday) continue;
    const hour = hourIn(zone, person.capturedAt);
    const count = hours.get(hour) ?? { today: 0, yesterday: 0 };
    hours.set(hour, count);
    if (person.capturedAt < startOfToday) count.yesterday += 1;
    else {
      count.today += 1;
      today += 1;
      if (person.hasCv) withCv += 1;
    }
  }
  const atFair = fairId === null ? null : met;
  return {
    today,
    withCv,
    atFair,
    emailsSent: countSent(roster, fairId),
    byHour: fillHours(hours, when.openHours),
    last,
  };
}

function keepNewest(last: PersonRow[], person: PersonRow): void {
  const slowest = last[MOST_SHOWN - 1];
  if (slowest !== undefined && person.capturedAt <= slowest.capturedAt) return;
  const at = last.findIndex(({ capturedAt }) => capturedAt < person.capturedAt);
  last.splice(at === -1 ? last.length : at, 0, person);
  last.length = Math.min(last.length, MOST_SHOWN);
}

/** To people met at the fair; without one, to anybody. A test mail to oneself is to nobody. */
function countSent({ messages, people }: Roster, fairId: FairId | null): number {
  let sent = 0;
  for (const { state, personId } of messages.values()) {
    if (personId === null) continue;
    const metAt = people.get(personId)?.fairId;
    if (state === 'sent' && (fairId === null || metAt === fairId)) sent += 1;
  }
  return sent;
}

function fillHours(
  hours: ReadonlyMap<number, { readonly today: number; readonly yesterday: number }>,
  [opens, closes]: readonly [number, number],
): readonly HourCount[] {
  if (hours.size === 0) return [];
  const first = Math.min(opens, ...hours.keys());
  const last = Math.max(closes - 1, ...hours.keys());
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const hour = first + index;
    return { hour, ...(hours.get(hour) ?? { today: 0, yesterday: 0 }) };
  });
}
