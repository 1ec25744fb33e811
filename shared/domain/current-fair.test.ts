import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { currentFair } from './current-fair.js';

const fair = (firstDate: string, lastDate: string) => ({ firstDate, lastDate });

describe('currentFair', () => {
  it('takes the fair that is on, its last day included', () => {
    const on = fair('2026-11-17', '2026-11-18');
    const fairs = [fair('2026-11-19', '2026-11-20'), on, fair('2026-11-01', '2026-11-16')];
    expect(currentFair(fairs, '2026-11-18')).toBe(on);
  });

  it('takes the next one between fairs, and the last one after all of them', () => {
    const next = fair('2026-12-01', '2026-12-02');
    const later = fair('2027-01-10', '2027-01-11');
    const past = fair('2026-11-17', '2026-11-18');
    expect(currentFair([later, past, next], '2026-11-20')).toBe(next);
    expect(currentFair([past, fair('2026-02-01', '2026-02-02')], '2026-11-20')).toBe(past);
    expect(currentFair([], '2026-11-20')).toBeNull();
  });

  it('does not depend on the order of the fairs', () => {
    const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-11-${n.toString().padStart(2, '0')}`);
    const some = fc.tuple(day, day).map(([a, b]) => (a < b ? fair(a, b) : fair(b, a)));
    fc.assert(
      fc.property(fc.array(some, { minLength: 1 }), day, (fairs, today) => {
        const best = currentFair(fairs, today);
        const again = currentFair([...fairs].reverse(), today);
        const nearness = (f: typeof best) => (f === null ? 9 : f.firstDate > today ? 1 : f.lastDate < today ? 2 : 0);
        expect(nearness(again)).toBe(nearness(best));
        expect(nearness(best)).toBe(Math.min(...fairs.map(nearness)));
      }),
    );
  });
});
