import { useEffect, useRef, useState } from 'react';
import { countMessages, type MessageCounts } from '../data/roster/count-messages.js';
import { usePreferences, useRoster, useSession } from '../data/use-session.js';
import type { Connection } from '../ui/connection-pill.js';
import { useOutboxStatus } from './outbox-provider.js';

const ASK_AGAIN_MS = 10_000;

/** The connection as the pill shows it: the host's word about the network, and what the messages are doing. */
export function useConnection(): Connection {
  const { workOffline } = usePreferences();
  const traffic = useRoster(countMessages);
  const up = useNetworkUp();
  const batch = useBatch(traffic);
  const waiting = traffic.waiting + traffic.sending;
  const { kind } = useOutboxStatus();
  if (workOffline || !up) return { kind: 'offline', waiting, chosen: workOffline };
  if (kind === 'paused' || kind === 'stuck') return { kind: 'problem', waiting };
  if (traffic.sending > 0) return { kind: 'sending', done: batch.done, total: batch.done + waiting };
  return { kind: 'online' };
}

/** How many have left since messages last began to leave. */
function useBatch({ sending, sent }: MessageCounts): { readonly done: number } {
  const [start, setStart] = useState<number | null>(null);
  if (sending > 0 && start === null) setStart(sent);
  if (sending === 0 && start !== null) setStart(null);
  return { done: start === null ? 0 : sent - start };
}

/** Asks the host; the browser's own events only say when to ask. */
function useNetworkUp(): boolean {
  const { host } = useSession();
  const [up, setUp] = useState(true);
  const asked = useRef(0);
  useEffect(() => {
    const ask = async (): Promise<void> => {
      const mine = ++asked.current;
      const answer = await host.call('network.state', null);
      if (mine === asked.current) setUp(answer.ok && answer.value.up);
    };
    const askNow = (): void => void ask();
    askNow();
    const timer = window.setInterval(askNow, ASK_AGAIN_MS);
    const events = ['online', 'offline', 'focus'] as const;
    for (const event of events) window.addEventListener(event, askNow);
    return () => {
      asked.current += 1; // answers still under way are nobody's any more
      window.clearInterval(timer);
      for (const event of events) window.removeEventListener(event, askNow);
    };
  }, [host]);
  return up;
}
