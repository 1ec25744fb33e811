import { isNotDelivered } from '../../../shared/domain/delivery-reason.js';
import { NEEDS_SERVER } from '../../../shared/domain/needs-server.js';
import type { MessageState } from '../../../shared/records/message.js';
import type { MessageRow, Roster } from './rows.js';

/** What a message needs: somebody to decide, only time, another way to the same person, or nothing any more. The order of the *Outbox*. */
export const MESSAGE_GROUPS = ['yours', 'waiting', 'sending', 'not-delivered', 'sent', 'cancelled'] as const;
export type MessageGroup = (typeof MESSAGE_GROUPS)[number];

export type MessageCounts = Readonly<Record<MessageGroup, number>>;

const GROUP_OF = {
  held: 'waiting',
  due: 'waiting',
  deferred: 'waiting',
  sending: 'sending',
  sent: 'sent',
  failed: 'yours',
  uncertain: 'yours',
  refused: 'yours',
  cancelled: 'cancelled',
} as const satisfies Record<MessageState, MessageGroup>;

/** No passing of time moves a message from one group to another: only what is done with it. */
export function messageGroup({ state, reason }: Pick<MessageRow, 'state' | 'reason'>): MessageGroup {
  // Apart from what waits for a person, as nothing of it ever leaves again: it is looked at, and reached another way.
  if (isNotDelivered({ state, reason })) return 'not-delivered';
  // Held for undo, it leaves by itself; held for a reason, it waits for a person, if not for the server.
  return state === 'held' && reason !== null && reason !== NEEDS_SERVER ? 'yours' : GROUP_OF[state];
}

/** How many messages there are of each group. */
export function countMessages({ messages }: Pick<Roster, 'messages'>): MessageCounts {
  const counts = { yours: 0, waiting: 0, sending: 0, 'not-delivered': 0, sent: 0, cancelled: 0 };
  for (const message of messages.values()) counts[messageGroup(message)] += 1;
  return counts;
}
