import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, instantAt, MINUTE, wallTimeIn } from '../lib/time.js';
import type { PersonId, RecruiterId } from '../records/primitives.js';
import { clashOf, type Busy } from './calendar-warnings.js';
import { isFree, nextFreeRun, nextFreeSlot, slotBoard, type SlotResource, type SlotWish } from './slots.js';

const ZONE = 'Europe/Oslo';
const MAJA: SlotResource = { kind: 'recruiter', id: 'maja' as RecruiterId };
const PER: SlotResource = { kind: 'recruiter', id: 'per' as RecruiterId };
const ROOM: SlotResource = { kind: 'room', name: 'Room 4' };
const EBBA = 'ebba' as PersonId;
const DATE = '2026-11-18';
const DAY = { date: DATE, from: '09:00', to: '11:10' };
const at = (time: string, date = DATE) => instantAt(ZONE, date, time);
const wish = (more: Partial<SlotWish> = {}): SlotWish => ({ zone: ZONE, minutes: 30, now: 0, personId: null, ...more });

function busy(time: string, minutes: number, more: Partial<Busy>): Busy {
  return { id: time, startsAt: at(time), minutes, recruiterIds: [], personIds: [], room: null, ...more };
}

describe('the slots of a day', () => {
  const taken = busy('09:45', 30, { recruiterIds: [MAJA.id], personIds: [EBBA], room: 'Room 4' });
  const free = (resource: SlotResource, more: Partial<SlotWish> = {}) =>
    slotBoard(resource, DAY, wish(more), [taken])
      .filter(isFree)
      .map(({ startsAt }) => wallTimeIn(ZONE, startsAt).time);

  it.each([
    ['of a recruiter who is busy', MAJA, {}, ['09:00', '10:30']],
    ['of a room that is taken', ROOM, {}, ['09:00', '10:30']],
    ['of somebody who is free', PER, {}, ['09:00', '09:30', '10:00', '10:30']],
    ['for a candidate who is elsewhere', PER, { personId: EBBA }, ['09:00', '10:30']],
    ['after the first has begun', PER, { now: at('09:01') }, ['09:30', '10:00', '10:30']],
    ['of an hour', PER, { minutes: 60 }, ['09:00', '10:00']],
    ['longer than the day is open', PER, { minutes: 240 }, []],
  ] as const)('%s', (_, resource, more, expected) => {
    expect(free(resource, more)).toEqual(expected);
  });

  it('a taken one says what stands there', () => {
    expect(slotBoard(MAJA, DAY, wish(), [taken]).map(({ takenBy }) => takenBy.length)).toEqual([0, 1, 1, 0]);
  });
});

describe('Next free slot', () => {
  const days = [DAY, { ...DAY, date: '2026-11-19' }];
  const whole = busy('09:00', 150, { recruiterIds: [MAJA.id] });

  it('is the earliest of anybody asked for; of two at once the first named', () => {
    expect(nextFreeSlot([MAJA, PER], days, wish(), [whole])).toEqual({ resource: PER, startsAt: at('09:00') });
    expect(nextFreeSlot([PER, MAJA], days, wish(), [])).toEqual({ resource: PER, startsAt: at('09:00') });
  });

  it('is on the next day where this one is full, and none where all are', () => {
    expect(nextFreeSlot([MAJA], days, wish(), [whole])).toEqual({
      resource: MAJA,
      startsAt: at('09:00', '2026-11-19'),
    });
    expect(nextFreeSlot([MAJA], days, wish({ now: at('11:00', '2026-11-19') }), [])).toBeNull();
  });
});

it('nothing is ever offered that overlaps, in any zone, on both nights when the clocks change', () => {
  const resource = fc.constantFrom(MAJA, PER, ROOM);
  fc.assert(
    fc.property(
      fc.constantFrom('Europe/Oslo', 'Europe/Stockholm', 'Atlantic/Azores', 'Australia/Lord_Howe', 'America/New_York'),
      fc.constantFrom('2026-03-28', '2026-10-24', '2026-10-03', '2026-10-31', '2026-06-01'),
      fc.constantFrom(5, 10, 15, 20, 30, 45, 60, 90),
      resource,
      fc.array(
        fc.record({ from: fc.integer({ min: 0, max: 2880 }), minutes: fc.integer({ min: 5, max: 180 }), of: resource }),
      ),
      (zone, first, minutes, wanted, booked) => {
        const begin = instantAt(zone, first, '00:00');
        const entries = booked.map(({ from, minutes: length, of }, n): Busy => ({
          id: n.toString(),
          startsAt: begin + from * MINUTE,
          minutes: length,
          recruiterIds: of.kind === 'recruiter' ? [of.id] : [],
          personIds: [],
          room: of.kind === 'room' ? of.name : null,
        }));
        const days = [first, addDays(first, 1)].map((date) => ({ date, from: '00:00', to: '23:30' }));
        const board = days.flatMap((day) => slotBoard(wanted, day, wish({ zone, minutes, now: begin }), entries));
        const free = board.filter(isFree);
        for (const { startsAt } of free) {
          const mine = { ...busyOf(wanted), id: 'wanted', startsAt, minutes };
          expect(entries.every((entry) => clashOf(mine, entry) === null)).toBe(true);
        }
        const starts = board.map(({ startsAt }) => startsAt);
        expect(starts.every((start, n) => n === 0 || start - (starts[n - 1] ?? 0) >= minutes * MINUTE)).toBe(true);
        const next = nextFreeSlot([wanted], days, wish({ zone, minutes, now: begin }), entries);
        expect(next?.startsAt ?? null).toBe(free[0]?.startsAt ?? null);
      },
    ),
  );
});

function busyOf(resource: SlotResource): Pick<Busy, 'recruiterIds' | 'personIds' | 'room'> {
  return {
    recruiterIds: resource.kind === 'recruiter' ? [resource.id] : [],
    personIds: [],
    room: resource.kind === 'room' ? resource.name : null,
  };
}

describe('C29 the next time for several, one after the other', () => {
  const days = [DAY, { ...DAY, date: '2026-11-19', to: '12:00' }];
  const PERSONS = [EBBA, 'ida' as PersonId, null];
  const first = (personIds: readonly (PersonId | null)[], entries: readonly Busy[], now = 0) => {
    const startsAt = nextFreeRun(MAJA.id, days, { zone: ZONE, minutes: 30, now, personIds }, entries);
    return startsAt === null ? null : wallTimeIn(ZONE, startsAt);
  };

  it('is where all of them fit without a gap, and not where only the first does', () => {
    expect(first(PERSONS, [])).toEqual({ date: DATE, time: '09:00' });
    const taken = busy('10:00', 30, { recruiterIds: [MAJA.id] });
    expect(first(PERSONS.slice(0, 2), [taken])).toEqual({ date: DATE, time: '09:00' });
    expect(first(PERSONS, [taken])).toEqual({ date: '2026-11-19', time: '09:00' });
    expect(first(PERSONS, [], at('09:01'))).toEqual({ date: DATE, time: '09:30' });
  });

  it('leaves each of them free to be elsewhere but in the turn that is theirs', () => {
    const elsewhere = busy('09:00', 30, { personIds: [EBBA] });
    expect(first(PERSONS, [elsewhere])).toEqual({ date: DATE, time: '09:30' });
    expect(first([null, EBBA], [elsewhere])).toEqual({ date: DATE, time: '09:00' });
  });

  it('is none where no day has room for them all', () => {
    expect(
      first(
        Array.from({ length: 7 }, () => null),
        [],
      ),
    ).toBeNull();
    expect(
      first(
        Array.from({ length: 6 }, () => null),
        [],
      ),
    ).toEqual({ date: '2026-11-19', time: '09:00' });
  });
});
