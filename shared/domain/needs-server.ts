import type { Message, MessageEvent } from '../records/message.js';
import type { DeliveryReason } from './delivery-reason.js';
import { deliveryEvent } from './message-state.js';

/** Held until the server that has the page behind its link is there. */
export const NEEDS_SERVER: DeliveryReason = 'mail/needs-server';

/** C17, C18: whether a mail leads to a page of the server: without one it would leave with a dead link. */
export function needsServer({ purpose, replyTokenHash }: Pick<Message, 'purpose' | 'replyTokenHash'>): boolean {
  return purpose === 'panel-review' || purpose === 'credentials' || replyTokenHash !== null;
}

/** Holds such a mail, and says why. */
export function holdForServer(stamp: Pick<MessageEvent, 'id' | 'at' | 'by'>, attempt = 0): MessageEvent {
  return deliveryEvent({ ...stamp, state: 'held', reason: NEEDS_SERVER, attempt });
}
