import { instantAt, MINUTE, type Instant } from '../lib/time.js';
import type { PersonId, RecruiterId } from '../records/primitives.js';
import { clashOf, type Busy } from './calendar-warnings.js';

/** Whose time a slot takes: a recruiter's, or a room's. */
export type SlotResource =
  { readonly kind: 'recruiter'; readonly id: RecruiterId } | { readonly kind: 'room'; readonly name: string };

/** A day on which somebody is there: the hours that a clock on the wall shows, in the organisation's zone. */
export interface SlotDay {
  readonly date: string;
  readonly from: string;
  readonly to: string;
}

export interface SlotWish {
  /** IANA zone of the organisation (C3); the laptop's own never matters. */
  readonly zone: string;
  /** How long, and with it how far apart. */
  readonly minutes: number;
  readonly now: Instant;
  /** For whom: then nothing is free where this person is somewhere else. */
  readonly personId: PersonId | null;
}

export interface BoardSlot<Entry extends Busy> {
  readonly startsAt: Instant;
  /** What stands there; empty for a free one. */
  readonly takenBy: readonly Entry[];
  /** It has begun. */
  readonly past: boolean;
}

/** The slots of a day for one recruiter or room, one after the other from the opening on, free ones and taken ones. */
export function slotBoard<Entry extends Busy>(
  resource: SlotResource,
  day: SlotDay,
  { zone, minutes, now, personId }: SlotWish,
  entries: readonly Entry[],
): readonly BoardSlot<Entry>[] {
  return startsOf(day, zone, minutes).map((startsAt) => {
    const wanted = wantedAt(resource, { startsAt, minutes, personId });
    return {
      startsAt,
      takenBy: entries.filter((entry) => clashOf(wanted, entry) !== null),
      past: startsAt < now,
    };
  });
}

export interface FreeSlot {
  readonly resource: SlotResource;
  readonly startsAt: Instant;
}

/** The earliest slot that nobody has: of the recruiters and rooms given, in their order where two are free at once. */
export function nextFreeSlot(
  resources: readonly SlotResource[],
  days: readonly SlotDay[],
  wish: SlotWish,
  entries: readonly Busy[],
): FreeSlot | null {
  for (const day of days) {
    const free = resources.flatMap((resource): readonly FreeSlot[] => {
      const slot = slotBoard(resource, day, wish, entries).find(isFree);
      return slot === undefined ? [] : [{ resource, startsAt: slot.startsAt }];
    });
    const first = free.reduce<FreeSlot | null>(
      (best, one) => (best === null || one.startsAt < best.startsAt ? one : best),
      null,
    );
    if (first !== null) return first;
  }
  return null;
}

/**
 * The earliest time at which a recruiter is free for several one after the other without a gap, each of whom is free in the turn
 * that is theirs; null where no day has room for them all.
 */
export function nextFreeRun(
  recruiterId: RecruiterId,
  days: readonly SlotDay[],
  { personIds, ...wish }: Omit<SlotWish, 'personId'> & { readonly personIds: readonly (PersonId | null)[] },
  entries: readonly Busy[],
): Instant | null {
  const resource: SlotResource = { kind: 'recruiter', id: recruiterId };
  for (const day of days) {
    if (startsOf(day, wish.zone, wish.minutes).length < personIds.length) continue;
    const ofEach = personIds.map((personId) => slotBoard(resource, day, { ...wish, personId }, entries));
    const first = ofEach[0]?.find((_, at) => ofEach.every((slots, turn) => isFreeAt(slots, at + turn)));
    if (first !== undefined) return first.startsAt;
  }
  return null;
}

export function isFree({ takenBy, past }: BoardSlot<Busy>): boolean {
  return takenBy.length === 0 && !past;
}

function isFreeAt(slots: readonly BoardSlot<Busy>[], at: number): boolean {
  const slot = slots[at];
  return slot !== undefined && isFree(slot);
}

/** In the night when the clocks change an hour is left out or comes twice: slots follow one another in real time. */
function startsOf({ date, from, to }: SlotDay, zone: string, minutes: number): readonly Instant[] {
  const opens = instantAt(zone, date, from);
  const count = Math.floor((instantAt(zone, date, to) - opens) / (minutes * MINUTE));
  return Array.from({ length: Math.max(0, count) }, (_, at) => opens + at * minutes * MINUTE);
}

function wantedAt(
  resource: SlotResource,
  { startsAt, minutes, personId }: { startsAt: Instant; minutes: number; personId: PersonId | null },
): Busy {
  return {
    id: '',
    startsAt,
    minutes,
    recruiterIds: resource.kind === 'recruiter' ? [resource.id] : [],
    personIds: personId === null ? [] : [personId],
    room: resource.kind === 'room' ? resource.name : null,
  };
}
