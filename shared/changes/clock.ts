import { invariant } from '../lib/assert.js';
import type { Stamp } from './change-set.js';

const MAX_COUNTER = 0xffff;

/** A hybrid logical clock: never behind anything it has seen, never behind the wall clock it is given. */
export interface Clock {
  readonly device: string;
  readonly ms: number;
  readonly counter: number;
}

export function startClock(device: string): Clock {
  invariant(/^[0-9a-f]{16}$/.test(device), 'a device id is 16 hexadecimal digits');
  return { device, ms: 0, counter: 0 };
}

/** The next moment of a clock: later than all its earlier ones, whatever `now` (UTC ms) says. */
export function tick(clock: Clock, now: number): Clock {
  if (now > clock.ms) return { ...clock, ms: now, counter: 0 };
  if (clock.counter < MAX_COUNTER) return { ...clock, counter: clock.counter + 1 };
  return { ...clock, ms: clock.ms + 1, counter: 0 };
}

/** A clock that has seen `stamp`; its next tick is greater. */
export function observe(clock: Clock, stamp: Stamp): Clock {
  const seen = parseStamp(stamp);
  const later = seen.ms > clock.ms || (seen.ms === clock.ms && seen.counter > clock.counter);
  return later ? { ...clock, ms: seen.ms, counter: seen.counter } : clock;
}

export function stampOf(clock: Clock): Stamp {
  return `${hex(clock.ms, 12)}-${hex(clock.counter, 4)}-${clock.device}`;
}

export function parseStamp(stamp: Stamp): Clock {
  return {
    ms: Number.parseInt(stamp.slice(0, 12), 16),
    counter: Number.parseInt(stamp.slice(13, 17), 16),
    device: stamp.slice(18),
  };
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0');
}
