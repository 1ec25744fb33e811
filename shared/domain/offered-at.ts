import type { Instant } from '../lib/time.js';
import type { ApplicationEvent } from '../records/application.js';

/** R37: the date of *Job offer sent*, of the events of the application in the order of their stamps; null without an offer. */
export function offeredAt(events: readonly ApplicationEvent[]): Instant | null {
  return events.findLast((event) => event.type === 'status' && event.to === 'offered')?.at ?? null;
}
