import { describe, expect, it } from 'vitest';
import { HOUR, instantAt } from '../../shared/lib/time.js';
import { checkSlot, readSlot } from './slot-values.js';

const ZONE = 'Europe/Oslo';
const OWN = { zone: ZONE, interview: null };
const RIGHT = { date: '2026-11-18', time: '9.30', minutes: 45, place: ' Vinga ' };

describe('a place in the calendar as it is typed', () => {
  it('is read as people write it', () => {
    expect(checkSlot(RIGHT, OWN)).toEqual({});
    expect(readSlot(RIGHT, OWN)).toEqual({
      startsAt: instantAt(ZONE, '2026-11-18', '09:30'),
      minutes: 45,
      place: 'Vinga',
    });
    expect(readSlot({ ...RIGHT, minutes: '60' }, OWN)?.minutes).toBe(60);
  });

  it.each([
    [{ date: '2026-02-30' }, { date: 'progress.problems.interview-date-invalid' }],
    [{ time: '25:00' }, { time: 'progress.problems.interview-time-invalid' }],
    [{ minutes: '' }, { minutes: 'progress.problems.interview-duration-invalid' }],
    [{ minutes: 4 }, { minutes: 'progress.problems.interview-duration-invalid' }],
    [{ minutes: 1441 }, { minutes: 'progress.problems.interview-duration-invalid' }],
    [{ minutes: 30.5 }, { minutes: 'progress.problems.interview-duration-invalid' }],
    [{ date: '2026-03-29', time: '02:30' }, { time: 'progress.problems.interview-time-skipped' }],
  ])('says of %o what is wrong', (change, problems) => {
    expect(checkSlot({ ...RIGHT, ...change }, OWN)).toEqual(problems);
    expect(readSlot({ ...RIGHT, ...change }, OWN)).toBeNull();
  });

  it('knows the hour that comes twice as the first of the two', () => {
    expect(readSlot({ ...RIGHT, date: '2026-10-25', time: '02:30' }, OWN)?.startsAt).toBe(
      Date.parse('2026-10-25T00:30Z'),
    );
  });

  it('C31 is not in the past for an interview; where it stands it may get another duration, and an appointment is noted afterwards', () => {
    const startsAt = instantAt(ZONE, RIGHT.date, '09:30');
    const past = { date: 'progress.problems.interview-past' };
    const rules = (stands: number) => ({ zone: ZONE, interview: { now: startsAt + 1, stands } });
    expect(checkSlot(RIGHT, rules(startsAt - HOUR))).toEqual(past);
    expect(readSlot(RIGHT, rules(startsAt - HOUR))).toBeNull();
    const stays = rules(startsAt);
    expect(readSlot({ ...RIGHT, minutes: 60 }, stays)).toMatchObject({ startsAt, minutes: 60 });
    expect(checkSlot({ ...RIGHT, time: '09:29' }, stays)).toEqual(past);
    expect(checkSlot({ ...RIGHT, date: '1999-01-01' }, OWN)).toEqual({});
  });
});
