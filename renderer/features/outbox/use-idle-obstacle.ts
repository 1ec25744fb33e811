import { useEffect, useState } from 'react';
import type { DeliveryReason } from '../../../shared/domain/delivery-reason.js';
import { SECOND } from '../../../shared/lib/time.js';
import type { HostClient } from '../../data/host-client.js';
import { usePreferences, useSession } from '../../data/use-session.js';
import type { DeliveryStatus } from './delivery-status.js';

const ASK_AGAIN = 5 * SECOND;

/**
 * What would keep the next message here, while nothing is due and the engine therefore asks nobody; null when nothing
 * would, or when it is not wanted.
 */
export function useIdleObstacle(wanted: boolean): DeliveryStatus | null {
  const { host } = useSession();
  const { workOffline } = usePreferences();
  const [obstacle, setObstacle] = useState<DeliveryStatus | null>(null);
  useEffect(() => {
    if (!wanted) return undefined;
    let asking = true;
    const ask = async (): Promise<void> => {
      const found = await askObstacle(host);
      if (asking) setObstacle(found);
    };
    void ask();
    const timer = setInterval(() => void ask(), ASK_AGAIN);
    return () => {
      asking = false;
      clearInterval(timer);
    };
  }, [host, wanted]);
  if (!wanted) return null;
  return workOffline ? { kind: 'working-offline' } : obstacle;
}

/** In the engine's order: an account is missed longer than a network. */
async function askObstacle(host: HostClient): Promise<DeliveryStatus | null> {
  const mail = await host.call('mail.account', null);
  if (!mail.ok) return { kind: 'stuck', code: mail.code };
  if (mail.value.account === null) {
    return { kind: 'paused', reason: 'mail/no-account' satisfies DeliveryReason, reply: '' };
  }
  const network = await host.call('network.state', null);
  if (!network.ok) return { kind: 'stuck', code: network.code };
  return network.value.up ? null : { kind: 'no-network' };
}
