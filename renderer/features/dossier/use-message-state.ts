import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { foldDeliveries, stateAt } from '../../../shared/domain/message-state.js';
import { SECOND } from '../../../shared/lib/time.js';
import { obstacleOf } from '../../data/delivery-status.js';
import { statusOf } from '../../data/delivery-watch.js';
import { useDelivery } from '../../data/use-delivery.js';
import { isDeclined } from '../../data/roster/is-declined.js';
import type { Roster } from '../../data/roster/rows.js';
import { useRoster, useSession } from '../../data/use-session.js';
import { ANSWER_LOOKS } from '../../ui/answer-looks.js';
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
  const way = useDelivery();
  useEffect(() => {
    const timer = setInterval(() => {
      setNow(session.now());
    }, LOOK_AGAIN);
    return () => {
      clearInterval(timer);
    };
  }, [session]);
  const { interviewId } = fields;
  const declined = useRoster(useCallback((roster: Roster) => isDeclined(roster, { interviewId }), [interviewId]));
  const obstacle = obstacleOf(statusOf(way, fields.channel));
  const shown = shownMessageState(state, obstacle, delivery.reason, fields.purpose, declined);
  if (shown === 'declined') {
    return { state: shown, words: t('outbox.reminderDeclined', { answer: t(ANSWER_LOOKS['not-accepted'].word) }) };
  }
  return { state: shown, words: delivery.reason === null ? '' : reasonWords(t, delivery.reason) };
}
