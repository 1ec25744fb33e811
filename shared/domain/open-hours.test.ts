import { describe, expect, it } from 'vitest';
import { openHours, shareOfDay } from './open-hours.js';

const [FRIDAY, SATURDAY] = ['2026-11-20', '2026-11-21'];

describe('R93: the hours that are for work', () => {
  it('are the office’s from Monday to Friday, and none at the weekend', () => {
    expect(openHours(FRIDAY, undefined)).toEqual({ from: '08:00', to: '18:00' });
    expect(openHours(SATURDAY, undefined)).toBeNull();
  });

  it('are the fair’s as well on its days: the longer of both, at the weekend its own', () => {
    expect(openHours(FRIDAY, { opensAt: '10:00', closesAt: '20:00' })).toEqual({ from: '08:00', to: '20:00' });
    expect(openHours(FRIDAY, { opensAt: '07:30', closesAt: '16:00' })).toEqual({ from: '07:30', to: '18:00' });
    expect(openHours(SATURDAY, { opensAt: '10:00', closesAt: '16:00' })).toEqual({ from: '10:00', to: '16:00' });
  });

  it('stand where the clock says, as a share of the day', () => {
    expect([shareOfDay('00:00'), shareOfDay('06:30'), shareOfDay('18:00')]).toEqual([0, 6.5 / 24, 0.75]);
  });
});
