import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layOutDay, type Times } from './lay-out-day.js';

const times = fc
  .record({ start: fc.integer({ min: 0, max: 96 }), length: fc.integer({ min: 1, max: 12 }) })
  .map(({ start, length }): Times => ({ start, end: start + length }));
const day = fc.array(times, { maxLength: 60 });

function overlap(a: Times, b: Times): boolean {
  return a.start < b.end && b.start < a.end;
}

describe('R93: entries of a day side by side', () => {
  it('gives an entry alone the whole width', () => {
    expect(layOutDay([{ start: 9, end: 10 }])).toEqual([{ lane: 0, span: 1, lanes: 1 }]);
  });

  it('gives the later one what the earlier one leaves, and the room beside it to who has none beside', () => {
    const [long, short, after] = [
      { start: 9, end: 12 },
      { start: 9, end: 10 },
      { start: 12, end: 13 },
    ];
    expect(layOutDay([after, short, long])).toEqual([
      { lane: 0, span: 1, lanes: 1 },
      { lane: 1, span: 1, lanes: 2 },
      { lane: 0, span: 1, lanes: 2 },
    ]);
  });

  it('never puts two that overlap over each other, nor one out of its day', () => {
    fc.assert(
      fc.property(day, (entries) => {
        const places = layOutDay(entries);
        expect(places).toHaveLength(entries.length);
        for (const [n, { lane, span, lanes }] of places.entries()) {
          expect(lane).toBeGreaterThanOrEqual(0);
          expect(span).toBeGreaterThanOrEqual(1);
          expect(lane + span).toBeLessThanOrEqual(lanes);
          for (const [m, other] of places.entries()) {
            const [one, two] = [entries[n], entries[m]];
            if (n === m || one === undefined || two === undefined || !overlap(one, two)) continue;
            expect(other.lanes).toBe(lanes);
            expect(lane + span <= other.lane || other.lane + other.span <= lane).toBe(true);
          }
        }
      }),
    );
  });

  it('makes no more lanes than entries meet at one moment', () => {
    fc.assert(
      fc.property(day, (entries) => {
        const meetAt = (moment: number) => entries.filter(({ start, end }) => start <= moment && moment < end).length;
        const most = Math.max(0, ...entries.map(({ start }) => meetAt(start)));
        expect(Math.max(0, ...layOutDay(entries).map(({ lanes }) => lanes))).toBe(most);
      }),
    );
  });
});
