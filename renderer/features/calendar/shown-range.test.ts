import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, mondayOf, weekNumber } from '../../../shared/lib/time.js';
import { CALENDAR_VIEWS } from '../../state/calendar-view.js';
import { needsWeekend, shownRange, step } from './shown-range.js';

describe('the days that are shown', () => {
  it.each([
    ['day', { from: '2026-11-18', to: '2026-11-18' }],
    ['work_week', { from: '2026-11-16', to: '2026-11-22' }],
    ['month', { from: '2026-10-26', to: '2026-12-06' }],
    ['agenda', { from: '2026-11-18', to: '2026-12-01' }],
  ] as const)('are in the %s around a date', (view, range) => {
    expect(shownRange(view, '2026-11-18', null)).toEqual(range);
  });

  it('R99 are in the agenda from the first to the last date that was searched for, both inclusive', () => {
    const period = { from: '2026-11-02', to: '2026-11-04' };
    expect(shownRange('agenda', '2026-11-02', period)).toEqual(period);
    expect(step('agenda', '2026-11-02', period, 1)).toEqual({
      date: '2026-11-05',
      period: { from: '2026-11-05', to: '2026-11-07' },
    });
  });

  it('follow each other without a gap, forwards and back', () => {
    const day = fc.integer({ min: 0, max: 4000 }).map((days) => addDays('2024-01-01', days));
    fc.assert(
      fc.property(day, fc.constantFrom(...CALENDAR_VIEWS), (date, view) => {
        const shown = shownRange(view, date, null);
        expect(shown.from <= date && date <= shown.to).toBe(true);
        const next = step(view, date, null, 1);
        const after = shownRange(view, next.date, next.period);
        if (view === 'month') expect(after.from <= addDays(shown.to, 1)).toBe(true);
        else expect(after.from).toBe(addDays(shown.to, 1));
        const back = step(view, next.date, next.period, -1);
        expect(shownRange(view, back.date, back.period)).toEqual(shown);
        if (view === 'month') expect((daysBetween(shown.from, shown.to) + 1) % 7).toBe(0);
      }),
    );
  });

  it('are the whole week where something is on its Saturday or Sunday', () => {
    const week = shownRange('work_week', '2026-11-18', null);
    expect(needsWeekend(week, ['2026-11-20', '2026-11-23'])).toBe(false);
    expect(needsWeekend(week, ['2026-11-22'])).toBe(true);
  });

  it('begin on a Monday, and weeks are numbered as ISO 8601 says', () => {
    expect(mondayOf('2026-11-22')).toBe('2026-11-16');
    expect(weekNumber('2026-11-18')).toBe(47);
    expect(weekNumber('2027-01-01')).toBe(53);
  });
});
