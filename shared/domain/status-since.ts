import type { Instant } from '../lib/time.js';
import type { Application, ApplicationEvent } from '../records/application.js';

/** When an application came or its status was set last, whichever is later. */
export function statusSince(
  { receivedAt }: Pick<Application, 'receivedAt'>,
  events: readonly ApplicationEvent[],
): Instant {
  return Math.max(receivedAt, ...events.filter(({ type }) => type === 'status').map(({ at }) => at));
}
