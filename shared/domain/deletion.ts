import type { Instant } from '../lib/time.js';
import type { ApplicationEvent } from '../records/application.js';
import type { RecruiterId } from '../records/primitives.js';
import { foldStanding, mayBecome, type Standing } from './application-status.js';

/** How an application came to *Deleted applications* (R14). */
export interface Deletion {
  readonly at: Instant;
  /** Null where the record does not say who. */
  readonly by: RecruiterId | null;
  /** Where it stood before. */
  readonly before: Standing;
}

/** When, by whom and from where an application was deleted, of its events in the order of their stamps; null while it is not. */
export function foldDeletion(events: readonly ApplicationEvent[]): Deletion | null {
  if (foldStanding(events).status !== 'deleted') return null;
  // Of two laptops that both deleted it, the first: the second step changed nothing.
  const steps = events.map((event, at) => ({ event, before: foldStanding(events.slice(0, at)) }));
  const last = steps.findLast(
    ({ event, before }) => event.type === 'status' && event.to === 'deleted' && mayBecome(before.status, 'deleted'),
  );
  return last === undefined ? null : { at: last.event.at, by: last.event.by, before: last.before };
}
