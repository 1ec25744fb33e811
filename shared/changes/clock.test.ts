import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { observe, parseStamp, stampOf, startClock, tick } from './clock.js';

const DEVICE = '00000000000000aa';

describe('the hybrid logical clock', () => {
  it('makes stamps that only grow, whatever the wall clock does', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 2 ** 41 }), { minLength: 2, maxLength: 200 }), (walls) => {
        let clock = startClock(DEVICE);
        const stamps = walls.map((now) => {
          clock = tick(clock, now);
          return stampOf(clock);
        });
        expect([...stamps].sort()).toEqual(stamps);
        expect(new Set(stamps).size).toBe(stamps.length);
      }),
    );
  });

  it('is later than everything it has seen, a counter at its end included', () => {
    const seen = `00000000ffff-ffff-00000000000000bb`;
    expect(stampOf(tick(observe(startClock(DEVICE), seen), 5)) > seen).toBe(true);
  });

  it('reads back what it wrote', () => {
    const clock = { device: DEVICE, ms: 1_795_000_000_000, counter: 258 };
    expect(parseStamp(stampOf(clock))).toEqual(clock);
  });

  it('refuses a device id of another shape', () => {
    expect(() => startClock('laptop')).toThrow('16 hexadecimal');
  });
});
