import { describe, expect, it } from 'vitest';
import { instantAt } from '../../../shared/lib/time.js';
import { checkSlot, readSlot } from './slot-values.js';

const ZONE = 'Europe/Oslo';
const RIGHT = { date: '2026-11-18', time: '9.30', minutes: 45, place: ' Vinga ' };

describe('a place in the calendar as it is typed', () => {
  it('is read as people write it', () => {
    expect(checkSlot(RIGHT, ZONE)).toEqual({});
    expect(readSlot(RIGHT, ZONE)).toEqual({
      startsAt: instantAt(ZONE, '2026-11-18', '09:30'),
      minutes: 45,
      place: 'Vinga',
    });
    expect(readSlot({ ...RIGHT, minutes: '60' }, ZONE)?.minutes).toBe(60);
  });

  it.each([
    [{ date: '2026-02-30' }, { date: 'common.invalidDate' }],
    [{ time: '25:00' }, { time: 'common.invalidTime' }],
    [{ minutes: '' }, { minutes: 'calendar.durationInvalid' }],
    [{ minutes: 4 }, { minutes: 'calendar.durationInvalid' }],
    [{ minutes: 1441 }, { minutes: 'calendar.durationInvalid' }],
    [{ minutes: 30.5 }, { minutes: 'calendar.durationInvalid' }],
    [{ date: '2026-03-29', time: '02:30' }, { time: 'calendar.timeLeftOut' }],
  ])('says of %o what is wrong', (change, problems) => {
    expect(checkSlot({ ...RIGHT, ...change }, ZONE)).toEqual(problems);
    expect(readSlot({ ...RIGHT, ...change }, ZONE)).toBeNull();
  });

  it('knows the hour that comes twice as the first of the two', () => {
    expect(readSlot({ ...RIGHT, date: '2026-10-25', time: '02:30' }, ZONE)?.startsAt).toBe(
      Date.parse('2026-10-25T00:30Z'),
    );
  });
});
