import fc from 'fast-check';
import { expect, it } from 'vitest';
import { MINUTE } from '../lib/time.js';
import type { RecruiterId } from '../records/primitives.js';
import { slotWarnings, type Busy } from './calendar-warnings.js';

const MAJA = 'maja' as RecruiterId;
const PER = 'per' as RecruiterId;

function busy(id: string, from: number, minutes: number, recruiterIds: readonly RecruiterId[] = [MAJA]): Busy {
  return { id, startsAt: from * MINUTE, minutes, recruiterIds };
}

it('warns of what a recruiter has at that time, not of what only touches it, nor of others’ calendars, nor of itself', () => {
  const wanted = busy('wanted', 60, 30);
  const before = busy('before', 30, 30);
  const across = busy('across', 75, 60, [PER, MAJA]);
  const others = [busy('after', 90, 30), busy('per’s', 60, 30, [PER]), wanted];
  expect(slotWarnings(wanted, [before, across, ...others], 0)).toEqual({ past: false, overlaps: [across] });
  expect(slotWarnings(wanted, [], 61 * MINUTE).past).toBe(true);
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
