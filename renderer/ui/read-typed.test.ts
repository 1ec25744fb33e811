import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readClock, readDate } from './read-typed.js';

describe('readDate', () => {
  it('reads a date in the ways people write it, the day before the month', () => {
    for (const typed of ['2026-11-08', '8.11.2026', '08/11/2026', '8-11-2026', '20261108', ' 8. 11. 2026 ']) {
      expect(readDate(typed), typed).toBe('2026-11-08');
    }
  });

  it('refuses days that do not exist, and anything else', () => {
    for (const typed of ['2026-02-29', '31.4.2026', '2026-13-01', '0.1.2026', '8.11.26', '', 'soon', '2026-11-08x']) {
      expect(readDate(typed), typed).toBeNull();
    }
    expect(readDate('29.2.2028')).toBe('2028-02-29');
  });

  it('leaves every date as it is', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }),
        (date) => {
          const written = date.toISOString().slice(0, 10);
          expect(readDate(written)).toBe(written);
        },
      ),
    );
  });
});

describe('readClock', () => {
  it('reads hours with and without minutes', () => {
    for (const [typed, clock] of [
      ['9', '09:00'],
      ['9.30', '09:30'],
      ['0930', '09:30'],
      ['23:59', '23:59'],
      ['0', '00:00'],
    ] as const) {
      expect(readClock(typed), typed).toBe(clock);
    }
  });

  it('refuses what no clock shows', () => {
    for (const typed of ['24', '9:60', '9:5', '', 'nine', '9:00 pm']) expect(readClock(typed), typed).toBeNull();
  });
});
