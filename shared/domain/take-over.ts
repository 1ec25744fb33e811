import type { Instant } from '../lib/time.js';
import type { DeliveryReason } from './delivery-reason.js';
import { dueFrom, isWaiting, type Scheduled } from './message-state.js';

/** It was another's to send, of whom nobody here hears any more. */
export const SENDER_GONE: DeliveryReason = 'mail/sender-gone';

/** It is this laptop's to send, and a server that did not agree to that may send it as well. */
export const SENDER_UNTOLD: DeliveryReason = 'mail/sender-untold';

/** Whether another sender of whom nothing is heard any more may have sent it: everything but what waits for a time that is to come. */
export function mayHaveLeft(message: Scheduled, now: Instant): boolean {
  const from = dueFrom(message);
  return isWaiting(message.state) && (from === null || from <= now);
}
