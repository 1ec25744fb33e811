import { useEffect, useState } from 'react';
import { SECOND } from '../../shared/lib/time.js';
import { usePreferences, useSession } from './use-session.js';

const ASK_AGAIN = 5 * SECOND;

/** Whether messages can leave: not by choice offline, and the host's word about the network, asked while it is wanted. */
export function useConnected(wanted: boolean): boolean {
  const { host } = useSession();
  const { workOffline } = usePreferences();
  const [up, setUp] = useState(true);
  useEffect(() => {
    if (!wanted) return undefined;
    let asking = true;
    const ask = async (): Promise<void> => {
      const answer = await host.call('network.state', null);
      if (asking) setUp(answer.ok && answer.value.up);
    };
    void ask();
    const timer = setInterval(() => void ask(), ASK_AGAIN);
    return () => {
      asking = false;
      clearInterval(timer);
    };
  }, [host, wanted]);
  return up && !workOffline;
}
