import type { MessageChannel } from '../../shared/records/message.js';
import type { OutboxStatus } from './outbox-deps.js';

/** What the outbox is doing with each channel, or why it does nothing. */
export type Statuses = Readonly<Record<MessageChannel, OutboxStatus>>;

/** The same for every channel but those that have a trouble of their own. */
export function forAll(
  status: OutboxStatus,
  troubled: ReadonlyMap<MessageChannel, OutboxStatus> = new Map(),
): Statuses {
  return { email: troubled.get('email') ?? status, sms: troubled.get('sms') ?? status };
}
