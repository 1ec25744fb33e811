import { addDays, dateIn, HOUR, instantAt, MINUTE, mondayOf, type Instant } from '../../../shared/lib/time.js';
import type { SeededRandom } from './seeded-random.js';

/** Days on which interviews are held, from yesterday on. */
const DAYS = 13;
const QUARTER = 15 * MINUTE;
const QUARTERS_A_DAY = 32;
const LEAST_NOTICE = HOUR;
const TRIES = 60;

/** Between what two moments something is; what is not over is still to come. */
export interface Within {
  readonly after: Instant;
  readonly before?: Instant;
}

/** Whose hours are taken: each of the recruiters, applicants and rooms is in one place at a time. */
export class DemoHours {
  readonly #random: SeededRandom;
  readonly #now: Instant;
  readonly #zone: string;
  readonly #taken = new Set<string>();

  constructor(random: SeededRandom, { now, zone }: { readonly now: Instant; readonly zone: string }) {
    this.#random = random;
    this.#now = now;
    this.#zone = zone;
  }

  /** A quarter of an hour within working hours at which all of them are free, and from now on taken; null where there is none. */
  find(who: readonly string[], minutes: number, { after, before }: Within): Instant | null {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const startsAt = this.#draw();
      const isBetween = isInTime(after, startsAt) && startsAt < (before ?? Infinity);
      const isToCome = before !== undefined || startsAt > this.#now - HOUR;
      if (isBetween && isToCome && this.take(who, startsAt, minutes)) return startsAt;
    }
    return null;
  }

  /** Whether they were all free; then they are taken. */
  take(who: readonly string[], startsAt: Instant, minutes: number): boolean {
    const quarters = Array.from({ length: Math.ceil(minutes / 15) }, (_, n) => startsAt + n * QUARTER);
    const wanted = who.flatMap((one) => quarters.map((quarter) => `${one} ${quarter.toString()}`));
    if (wanted.some((one) => this.#taken.has(one))) return false;
    for (const one of wanted) this.#taken.add(one);
    return true;
  }

  /** Most are met soon; yesterday counts, for those of whom more has happened since. */
  #draw(): Instant {
    const today = dateIn(this.#zone, this.#now);
    const days = Math.min(this.#random.below(DAYS), this.#random.below(DAYS)) - 1;
    const date = toWorkday(addDays(today, days), today);
    return instantAt(this.#zone, date, '09:00') + this.#random.below(QUARTERS_A_DAY) * QUARTER;
  }
}

/** Whether somebody who was told at a moment has notice enough of another. */
export function isInTime(told: Instant, startsAt: Instant): boolean {
  return startsAt > told + LEAST_NOTICE;
}

/** Nobody is invited for a weekend after the fair; it may be on one. */
function toWorkday(date: string, today: string): string {
  const monday = mondayOf(date);
  return date <= today || date <= addDays(monday, 4) ? date : addDays(monday, 7);
}
