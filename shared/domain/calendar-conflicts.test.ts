import fc from 'fast-check';
import { expect, it } from 'vitest';
import { MINUTE } from '../lib/time.js';
import type { PersonId, RecruiterId } from '../records/primitives.js';
import { calendarConflicts } from './calendar-conflicts.js';
import { clashOf, type Busy } from './calendar-warnings.js';

const MAJA = 'maja' as RecruiterId;

function entry(id: string, from: number, minutes: number, more: Partial<Busy> = { recruiterIds: [MAJA] }): Busy {
  return { id, startsAt: from * MINUTE, minutes, recruiterIds: [], personIds: [], room: null, ...more };
}

it('lists a double booking with both entries and what they share, until both are over', () => {
  const [one, other] = [entry('one', 60, 30), entry('other', 75, 30, { recruiterIds: [MAJA], room: 'Room 4' })];
  const found = [{ one, other, recruiterIds: [MAJA], personIds: [], room: null }];
  expect(calendarConflicts([other, one, entry('later', 105, 30)], 0)).toEqual(found);
  expect(calendarConflicts([one, other], 89 * MINUTE)).toEqual(found);
  expect(calendarConflicts([one, other], 90 * MINUTE)).toEqual([]);
});

const bookings = fc.array(
  fc.record({
    from: fc.integer({ min: 0, max: 300 }),
    minutes: fc.integer({ min: 5, max: 90 }),
    recruiterIds: fc.subarray(['maja', 'per', 'liv'] as RecruiterId[]),
    personIds: fc.subarray(['ebba', 'jonas'] as PersonId[]),
    room: fc.constantFrom(null, 'Room 4', 'Room 5'),
  }),
  { maxLength: 12 },
);

it('two laptops book offline and merge: each conflict is in the list once, the same on both, and nothing else', () => {
  fc.assert(
    fc.property(bookings, bookings, (here, there) => {
      const made = (laptop: string) => (one: (typeof here)[number], n: number) =>
        entry(`${laptop} ${n.toString()}`, one.from, one.minutes, one);
      const mine = here.map(made('here'));
      const theirs = there.map(made('there'));
      const pairs = (of: readonly Busy[]) => calendarConflicts(of, 0).map(({ one, other }) => `${one.id}|${other.id}`);
      const listed = pairs([...mine, ...theirs]);
      expect(pairs([...theirs, ...mine])).toEqual(listed);
      const all = [...mine, ...theirs];
      const expected = all.flatMap((one, at) =>
        all
          .slice(at + 1)
          .flatMap((other) => (clashOf(one, other) === null ? [] : [[one.id, other.id].sort().join('|')])),
      );
      expect(listed.map((pair) => pair.split('|').sort().join('|')).sort()).toEqual(expected.sort());
      expect(new Set(listed).size).toBe(listed.length);
    }),
  );
});
