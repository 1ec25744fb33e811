import { useState } from 'react';
import { NO_ACCOUNT } from '../data/delivery-status.js';
import type { Delivery } from '../data/delivery-watch.js';
import { countMessages, type MessageCounts } from '../data/roster/count-messages.js';
import { useDelivery } from '../data/use-delivery.js';
import { useRoster } from '../data/use-session.js';
import type { Connection } from '../ui/connection-pill.js';

/** The connection as the pill shows it: what stands in the way of messages, or how far they are. */
export function useConnection(): Connection {
  const traffic = useRoster(countMessages);
  const { done } = useBatch(traffic);
  return connectionOf(useDelivery(), traffic, done);
}

/** Without an account a laptop is only a problem when something waits for one. */
export function connectionOf({ status, up }: Delivery, traffic: MessageCounts, done: number): Connection {
  const waiting = traffic.waiting + traffic.sending;
  switch (status.kind) {
    case 'working-offline':
      return { kind: 'offline', waiting, chosen: true };
    case 'no-network':
      return { kind: 'offline', waiting, chosen: false };
    case 'paused':
      if (status.reason !== NO_ACCOUNT.reason) return { kind: 'problem', waiting, missesAccount: false };
      if (!up) return { kind: 'offline', waiting, chosen: false };
      return waiting > 0 ? { kind: 'problem', waiting, missesAccount: true } : { kind: 'online' };
    case 'stuck':
      return { kind: 'problem', waiting, missesAccount: false };
    case 'idle':
    case 'sending':
    case 'backing-off':
      return traffic.sending > 0 ? { kind: 'sending', done, total: done + waiting } : { kind: 'online' };
  }
}

/** How many have left since messages last began to leave. */
function useBatch({ sending, sent }: MessageCounts): { readonly done: number } {
  const [start, setStart] = useState<number | null>(null);
  if (sending > 0 && start === null) setStart(sent);
  if (sending === 0 && start !== null) setStart(null);
  return { done: start === null ? 0 : sent - start };
}
