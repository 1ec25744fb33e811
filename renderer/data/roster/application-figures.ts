import { everyEventOf, type RecordState } from '../../../shared/changes/record-state.js';
import { statusConflict, type StatusConflict } from '../../../shared/domain/status-conflict.js';
import { ApplicationEvent } from '../../../shared/records/application.js';
import { standingRatings } from '../../../shared/domain/panel-rating.js';
import type { StoredRecord } from '../read-record.js';
import type { ApplicationRow } from './rows.js';

/** C24: what was agreed last. */
export function newestTerms({ events }: StoredRecord<'application'>): ApplicationRow['employment'] {
  const agreed = events.filter((event) => event.type === 'employment');
  return agreed.at(-1)?.terms ?? null;
}

/** The mean of each recruiter's newest rating. */
export function meanRating(record: StoredRecord<'application'>): number | null {
  const newest = new Map<string | null, number>();
  for (const event of record.events) if (event.type === 'rating') newest.set(event.by, event.value);
  if (newest.size === 0) return null;
  return [...newest.values()].reduce((sum, value) => sum + value, 0) / newest.size;
}

/** What stands of each reviewer's ratings, without the comments. */
export function panelRatings({ events }: StoredRecord<'application'>): ApplicationRow['panelRatings'] {
  return standingRatings(events).map(({ reviewId, reviewerId, value }) => ({ reviewId, reviewerId, value }));
}

/** Steps that were taken without seeing each other. Those that were taken back are read only where there are any. */
export function conflictOf({ events }: StoredRecord<'application'>, state: RecordState): StatusConflict | null {
  if (state.retracted.size === 0) return statusConflict(events);
  const every = everyEventOf(state).map((event) => ApplicationEvent.parse(event));
  return statusConflict(every, state.retracted);
}
