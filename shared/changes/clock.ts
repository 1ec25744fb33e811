import { invariant } from '../lib/assert.js';
import type { Stamp } from './change-set.js';

const MAX_COUNTER = 0xffff;

/** A hybrid logical clock: never behind anything it has seen, never behind the wall clock it is given. */
export interface Clock {
  /** 16 hexadecimal digits that no other clock has, see `nodeOf`. */
  readonly node: string;
  readonly ms: number;
  readonly counter: number;
}

export function startClock(node: string): Clock {
  invariant(/^[0-9a-f]{16}$/.test(node), 'a node is 16 hexadecimal digits');
  return { node, ms: 0, counter: 0 };
}

/**
 * The node of a device since its last start: the first half of its name, then 8 digits that are drawn at each start. A laptop
 * that was put back comes to moments at which it has written before; as another node it has other stamps.
 */
export function nodeOf(device: string, start: string): string {
  return device.slice(0, 8) + start.slice(0, 8);
}

/** Whether a stamp was made by the device of this name. */
export function isStampOf(device: string, stamp: Stamp): boolean {
  return parseStamp(stamp).node.startsWith(device.slice(0, 8));
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
  return `${hex(clock.ms, 12)}-${hex(clock.counter, 4)}-${clock.node}`;
}

export function parseStamp(stamp: Stamp): Clock {
  return {
    ms: Number.parseInt(stamp.slice(0, 12), 16),
    counter: Number.parseInt(stamp.slice(13, 17), 16),
    node: stamp.slice(18),
  };
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0');
}
