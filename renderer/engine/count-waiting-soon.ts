import { dueFrom, isWaiting } from '../../shared/domain/message-state.js';
import { HOUR, type Instant } from '../../shared/lib/time.js';
import type { MessageRow } from '../data/roster/rows.js';

/** How far ahead a message keeps the window from closing. A deferred one is tried again within two hours. */
const SOON = 3 * HOUR;

/** How many messages keep the window from closing: those that leave soon, or that wait for somebody. */
export function countWaitingSoon(rows: readonly MessageRow[], now: Instant): number {
  return rows.filter((row) => isWaiting(row.state) && (dueFrom(row) ?? now) <= now + SOON).length;
}
