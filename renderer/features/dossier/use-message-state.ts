import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { foldDeliveries, stateAt } from '../../../shared/domain/message-state.js';
import { SECOND } from '../../../shared/lib/time.js';
import { usePreferences, useSession } from '../../data/use-session.js';
import { reasonWords } from '../../ui/reason-words.js';
import type { ShownMessageState } from '../../ui/message-state-label.js';
import type { StoredMessage } from './shown.js';

const LOOK_AGAIN = 5 * SECOND;

/** Where a message stands at this moment, and why, in plain words; empty where the state says it all. */
export function useMessageState({ fields, events }: StoredMessage): {
  readonly state: ShownMessageState;
  readonly words: string;
} {
  const { t } = useTranslation();
  const session = useSession();
  const { workOffline } = usePreferences();
  const [now, setNow] = useState(() => session.now());
  const delivery = foldDeliveries(fields.queuedAt, events);
  const state = stateAt({ ...delivery, holdUntil: fields.holdUntil }, now);
  const networkUp = useNetworkUp(state === 'due');
  useEffect(() => {
    const timer = setInterval(() => {
      setNow(session.now());
    }, LOOK_AGAIN);
    return () => {
      clearInterval(timer);
    };
  }, [session]);
  const words = delivery.reason === null ? '' : reasonWords(t, delivery.reason);
  return { state: state === 'due' && (workOffline || !networkUp) ? 'waiting' : state, words };
}

/** The host's word about the network, asked while somebody wants to know: a message that is due and has not left. */
function useNetworkUp(wanted: boolean): boolean {
  const { host } = useSession();
  const [up, setUp] = useState(true);
  useEffect(() => {
    if (!wanted) return undefined;
    let asking = true;
    const ask = async (): Promise<void> => {
      const answer = await host.call('network.state', null);
      if (asking) setUp(answer.ok && answer.value.up);
    };
    void ask();
    const timer = setInterval(() => void ask(), LOOK_AGAIN);
    return () => {
      asking = false;
      clearInterval(timer);
    };
  }, [host, wanted]);
  return up;
}
