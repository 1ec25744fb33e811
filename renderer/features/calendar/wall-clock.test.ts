import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { instantAt, instantOnWall, MINUTE, wallTimeIn } from '../../../shared/lib/time.js';
import { dateOfWall, fromWall, timeOfWall, toWall, wallDate } from './wall-clock.js';

const SYSTEM_ZONES = ['UTC', 'Europe/Oslo', 'America/New_York'] as const;
const ORGANISATIONS = ['Europe/Oslo', 'Europe/Stockholm', 'America/New_York', 'Asia/Kolkata', 'UTC'];
/** Both nights on which the clocks change, in Europe and in America. */
const CHANGES = ['2026-03-29', '2026-10-25', '2026-03-08', '2026-11-01'];
/** The hours that a system may leave out or have twice; nobody is interviewed then. */
const NIGHT = 4;

afterEach(() => {
  vi.unstubAllEnvs();
});

function twoDigits(value: number): string {
  return value.toString().padStart(2, '0');
}

describe.each(SYSTEM_ZONES)('the wall clock on a laptop in %s', (system) => {
  it.each(CHANGES)('R93 shows 09:00 at 09:00 on %s, and takes it back for the same instant', (date) => {
    vi.stubEnv('TZ', system);
    for (const zone of ORGANISATIONS) {
      const nine = instantAt(zone, date, '09:00');
      const wall = toWall(zone, nine);
      expect([wall.getHours(), wall.getMinutes(), dateOfWall(wall)]).toEqual([9, 0, date]);
      expect(fromWall(zone, wall)).toBe(nine);
    }
  });

  it('reads back every time of every day as it was', () => {
    vi.stubEnv('TZ', system);
    const minute = fc.integer({ min: Date.UTC(2024, 0, 1) / MINUTE, max: Date.UTC(2030, 0, 1) / MINUTE });
    fc.assert(
      fc.property(minute, fc.constantFrom(...ORGANISATIONS), (minutes, zone) => {
        const instant = minutes * MINUTE;
        const { date, time } = wallTimeIn(zone, instant);
        if (Number(time.slice(0, 2)) < NIGHT) return;
        const wall = toWall(zone, instant);
        expect([dateOfWall(wall), timeOfWall(wall)]).toEqual([date, time]);
        expect(fromWall(zone, wall)).toBe(instant);
      }),
      { numRuns: 300 },
    );
  });

  it('is really the system that is meant', () => {
    vi.stubEnv('TZ', system);
    expect(new Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(system);
    const offset = { UTC: 0, 'Europe/Oslo': -60, 'America/New_York': 300 }[system];
    expect(wallDate('2026-01-15', '09:00').getTimezoneOffset()).toBe(offset);
  });
});

describe('a time of day in a zone', () => {
  it('is none while the clocks are put forward, and the first of two when they are put back', () => {
    const zone = 'Europe/Oslo';
    for (let minute = 0; minute < 60; minute += 5) {
      expect(instantOnWall(zone, '2026-03-29', `02:${twoDigits(minute)}`)).toBeNull();
    }
    expect(instantOnWall(zone, '2026-03-29', '03:00')).toBe(Date.parse('2026-03-29T01:00Z'));
    expect(instantOnWall(zone, '2026-10-25', '02:30')).toBe(Date.parse('2026-10-25T00:30Z'));
  });
});
