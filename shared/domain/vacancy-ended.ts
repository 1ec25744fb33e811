import { parseStamp } from '../changes/clock.js';
import { winner, type RecordState } from '../changes/record-state.js';
import type { Instant } from '../lib/time.js';

/** Since when a vacancy is not open any more (G-3), by the clock of whoever closed it; null while it is open. */
export function vacancyEndedAt({ fields }: Pick<RecordState, 'fields'>): Instant | null {
  const state = fields.get('state');
  const stands = state === undefined ? null : winner(state);
  return stands === null || stands.value === 'open' ? null : parseStamp(stands.stamp).ms;
}
