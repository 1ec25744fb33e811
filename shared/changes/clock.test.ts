import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isStampOf, nodeOf, observe, parseStamp, stampOf, startClock, tick } from './clock.js';

const NODE = '00000000000000aa';

describe('the hybrid logical clock', () => {
  it('makes stamps that only grow, whatever the wall clock does', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 2 ** 41 }), { minLength: 2, maxLength: 200 }), (walls) => {
        let clock = startClock(NODE);
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
    expect(stampOf(tick(observe(startClock(NODE), seen), 5)) > seen).toBe(true);
  });

  it('reads back what it wrote', () => {
    const clock = { node: NODE, ms: 1_795_000_000_000, counter: 258 };
    expect(parseStamp(stampOf(clock))).toEqual(clock);
  });

  it('makes other stamps after each start, where a laptop was put back and its clock lies behind what it has seen', () => {
    const [seen, device] = ['00000000ffff-0007-00000000000000bb', '0123456789abcdef'];
    const next = (start: string): string => stampOf(tick(observe(startClock(nodeOf(device, start)), seen), 5));
    const [before, after] = [next('aaaaaaaa'), next('cccccccc')];
    expect(after).not.toBe(before);
    expect([isStampOf(device, before), isStampOf(device, after), isStampOf('f'.repeat(16), after)]).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('refuses a node of another shape', () => {
    expect(() => startClock('laptop')).toThrow('16 hexadecimal');
  });
});
