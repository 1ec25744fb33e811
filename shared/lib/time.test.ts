import { describe, expect, it } from 'vitest';
import { addMonths, dateIn, daysBetween, hourIn, isZone, startOfDate } from './time.js';

describe('time', () => {
  it('C3 takes dates and hours in the organisation’s zone, not the laptop’s', () => {
    const nearMidnight = Date.UTC(2026, 10, 18, 23, 30);
    expect(dateIn('Europe/Stockholm', nearMidnight)).toBe('2026-11-19');
    expect(dateIn('America/New_York', nearMidnight)).toBe('2026-11-18');
    expect(hourIn('Europe/Oslo', Date.UTC(2026, 6, 1, 7))).toBe(9);
  });

  it('starts days on both sides of a change of clocks', () => {
    expect(startOfDate('Europe/Amsterdam', '2026-03-30') - startOfDate('Europe/Amsterdam', '2026-03-29')).toBe(
      23 * 3_600_000,
    );
    expect(startOfDate('Europe/Amsterdam', '2026-10-26') - startOfDate('Europe/Amsterdam', '2026-10-25')).toBe(
      25 * 3_600_000,
    );
  });

  it('counts calendar days and months', () => {
    expect(daysBetween('2026-02-27', '2026-03-01')).toBe(2);
    expect(daysBetween('2026-03-01', '2026-02-27')).toBe(-2);
    expect(addMonths('2026-08-31', 6)).toBe('2027-02-28');
  });

  it('knows a zone from none', () => {
    expect(isZone('Europe/Copenhagen')).toBe(true);
    expect(isZone('Mars/Olympus')).toBe(false);
  });
});
