import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { foldDeliveries, stateAt } from '../../../shared/domain/message-state.js';
import { SECOND } from '../../../shared/lib/time.js';
import { obstacleOf } from '../../data/delivery-status.js';
import { useDelivery } from '../../data/use-delivery.js';
import { useSession } from '../../data/use-session.js';
import { reasonWords } from '../../ui/reason-words.js';
import { shownMessageState, type ShownMessageState } from '../../ui/message-state-label.js';
import type { StoredMessage } from './shown.js';

const LOOK_AGAIN = 5 * SECOND;

/** Where a message stands at this moment, and why, in plain words; empty where the state says it all. */
export function useMessageState({ fields, events }: StoredMessage): {
  readonly state: ShownMessageState;
  readonly words: string;
} {
  const { t } = useTranslation();
  const session = useSession();
  const [now, setNow] = useState(() => session.now());
  const delivery = foldDeliveries(fields.queuedAt, events);
  const state = stateAt({ ...delivery, holdUntil: fields.holdUntil }, now);
  const { status } = useDelivery();
  useEffect(() => {
    const timer = setInterval(() => {
      setNow(session.now());
    }, LOOK_AGAIN);
    return () => {
      clearInterval(timer);
    };
  }, [session]);
  const words = delivery.reason === null ? '' : reasonWords(t, delivery.reason);
  return { state: shownMessageState(state, obstacleOf(status)), words };
}
