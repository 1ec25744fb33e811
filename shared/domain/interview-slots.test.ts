import { describe, expect, it } from 'vitest';
import { instantAt, MINUTE } from '../lib/time.js';
import { readSlot, slotOf } from './interview-slots.js';

const ZONE = 'Europe/Stockholm';
const NOW = instantAt(ZONE, '2026-03-01', '12:00');
const slot = (date: string, time: string, minutes = 30) => readSlot({ date, time, minutes }, ZONE, NOW);

describe('when an interview is to be', () => {
  it('R62 is a wall clock in the organisation’s zone, in winter and in summer', () => {
    expect(slot('2026-03-10', '09:00')).toEqual({ startsAt: Date.UTC(2026, 2, 10, 8), problems: [] });
    expect(slot('2026-07-10', '09:00')).toEqual({ startsAt: Date.UTC(2026, 6, 10, 7), problems: [] });
  });

  it('may be later on the same day, and not before now', () => {
    expect(slot('2026-03-01', '12:00').problems).toEqual([]);
    expect(slot('2026-03-01', '11:59').problems).toEqual(['interview-past']);
  });

  it('is no time that the clocks leave out; of one that comes twice it is the first', () => {
    expect(slot('2026-03-29', '02:30')).toEqual({ startsAt: null, problems: ['interview-time-skipped'] });
    expect(slot('2026-10-25', '02:30').startsAt).toBe(Date.UTC(2026, 9, 25, 0, 30));
  });

  it('names everything that cannot be read', () => {
    expect(slot('2026-02-30', '9', 4).problems).toEqual([
      'interview-date-invalid',
      'interview-time-invalid',
      'interview-duration-invalid',
    ]);
    for (const minutes of [0, 4, 1441, 30.5, Number.NaN]) {
      expect(slot('2026-03-10', '09:00', minutes).problems).toEqual(['interview-duration-invalid']);
    }
    for (const date of ['', '10.3.2026', '2026-13-01', '2026-3-1']) {
      expect(slot(date, '09:00').problems).toEqual(['interview-date-invalid']);
    }
  });

  it('C29 is one for all together, or follows without a gap', () => {
    const start = instantAt(ZONE, '2026-03-28', '23:30');
    expect([0, 1, 2].map((place) => slotOf(start, 45, place, 'together') - start)).toEqual([0, 0, 0]);
    expect([0, 1, 2].map((place) => slotOf(start, 45, place, 'in-turn') - start)).toEqual([
      0,
      45 * MINUTE,
      90 * MINUTE,
    ]);
  });
});
