import fc from 'fast-check';
import { expect, it } from 'vitest';
import { MINUTE } from '../lib/time.js';
import type { PersonId, RecruiterId } from '../records/primitives.js';
import { roomOf, slotWarnings, type Busy } from './calendar-warnings.js';

const MAJA = 'maja' as RecruiterId;
const PER = 'per' as RecruiterId;
const EBBA = 'ebba' as PersonId;

function busy(id: string, from: number, minutes: number, more: Partial<Busy> = { recruiterIds: [MAJA] }): Busy {
  return { id, startsAt: from * MINUTE, minutes, recruiterIds: [], personIds: [], room: null, ...more };
}

it('warns of what a recruiter has at that time, not of what only touches it, nor of others’ calendars, nor of itself', () => {
  const wanted = busy('wanted', 60, 30);
  const before = busy('before', 30, 30);
  const across = busy('across', 75, 60, { recruiterIds: [PER, MAJA] });
  const others = [busy('after', 90, 30), busy('per’s', 60, 30, { recruiterIds: [PER] }), wanted];
  expect(slotWarnings(wanted, [before, across, ...others], 0)).toEqual({
    past: false,
    overlaps: [{ entry: across, recruiterIds: [MAJA], personIds: [], room: null }],
  });
  expect(slotWarnings(wanted, [], 61 * MINUTE).past).toBe(true);
});

it('warns of a candidate and of a room that is taken, whoever the recruiters are', () => {
  const wanted = busy('wanted', 60, 30, { recruiterIds: [MAJA], personIds: [EBBA], room: 'Room 4' });
  const elsewhere = busy('elsewhere', 60, 30, { recruiterIds: [PER], personIds: [EBBA], room: 'Room 5' });
  const sameRoom = busy('same room', 80, 30, { recruiterIds: [PER], room: 'Room 4' });
  const nowhere = busy('nowhere', 60, 30, { recruiterIds: [PER] });
  expect(slotWarnings(wanted, [elsewhere, sameRoom, nowhere], 0).overlaps).toEqual([
    { entry: elsewhere, recruiterIds: [], personIds: [EBBA], room: null },
    { entry: sameRoom, recruiterIds: [], personIds: [], room: 'Room 4' },
  ]);
});

it('a place is a room where the organisation keeps one of that name, however it is written', () => {
  expect(roomOf(' room 4', ['Room 3', 'Room 4'])).toBe('Room 4');
  expect(roomOf('Stand B:12', ['Room 4'])).toBeNull();
  expect(roomOf('', [''])).toBeNull();
});

it('finds an overlap from either side', () => {
  const time = fc.tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 1, max: 120 }));
  fc.assert(
    fc.property(time, time, ([from, minutes], [other, length]) => {
      const [one, two] = [busy('one', from, minutes), busy('two', other, length)];
      const shared = Math.min(from + minutes, other + length) > Math.max(from, other);
      expect(slotWarnings(one, [two], 0).overlaps.length).toBe(shared ? 1 : 0);
      expect(slotWarnings(two, [one], 0).overlaps.length).toBe(shared ? 1 : 0);
    }),
  );
});
