import { useEffect, useRef, useState } from 'react';
import type { Roster } from '../data/roster/rows.js';
import { usePreferences, useRoster, useSession } from '../data/use-session.js';
import type { Connection } from '../ui/connection-pill.js';

const ASK_AGAIN_MS = 10_000;

interface Traffic {
  /** Not sent yet and nobody has to decide about them. */
  readonly waiting: number;
  readonly sending: number;
  readonly sent: number;
}

function trafficOf(roster: Roster): Traffic {
  let waiting = 0;
  let sending = 0;
  let sent = 0;
  for (const { state } of roster.messages.values()) {
    if (state === 'held' || state === 'due' || state === 'deferred') waiting += 1;
    else if (state === 'sending') sending += 1;
    else if (state === 'sent') sent += 1;
  }
  return { waiting, sending, sent };
}

/** The connection as the pill shows it: the host's word about the network, and what the messages are doing. */
export function useConnection(): Connection {
  const { workOffline } = usePreferences();
  const traffic = useRoster(trafficOf);
  const up = useNetworkUp();
  const batch = useBatch(traffic);
  const waiting = traffic.waiting + traffic.sending;
  if (workOffline || !up) return { kind: 'offline', waiting, chosen: workOffline };
  if (traffic.sending > 0) return { kind: 'sending', done: batch.done, total: batch.done + waiting };
  return { kind: 'online' };
}

/** How many have left since messages last began to leave. */
function useBatch({ sending, sent }: Traffic): { readonly done: number } {
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
