import type { Instant } from '../lib/time.js';
import type { ApplicationEvent } from '../records/application.js';
import { foldStanding } from './application-status.js';

/** When somebody was hired, of the events of the application in the order of their stamps; null while nobody is. */
export function hiredAt(events: readonly ApplicationEvent[]): Instant | null {
  if (foldStanding(events).status !== 'hired') return null;
  // Of two laptops that both hired them, the first: the second step changed nothing.
  const since = events.findLastIndex((_, place) => foldStanding(events.slice(0, place)).status !== 'hired');
  return events[since]?.at ?? null;
}
