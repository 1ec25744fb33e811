import type { TFunction } from 'i18next';
import { stateAt } from '../../../shared/domain/message-state.js';
import { DAY, type Instant } from '../../../shared/lib/time.js';
import { obstacleOf, type DeliveryStatus } from '../../data/delivery-status.js';
import type { MessageRow } from '../../data/roster/rows.js';
import type { Formats } from '../../ui/formats.js';
import { shownMessageState, type ShownMessageState } from '../../ui/message-state-label.js';
import { reasonWords } from '../../ui/reason-words.js';

export interface Explanation {
  readonly state: ShownMessageState;
  /** One or a few sentences; empty where the state says it all. */
  readonly words: string;
}

interface ExplainContext {
  readonly t: TFunction;
  readonly formats: Formats;
  readonly now: Instant;
  readonly status: DeliveryStatus;
}

/** Where a message stands at this moment and why, in plain words. */
export function explainMessage(row: MessageRow, { t, formats, now, status }: ExplainContext): Explanation {
  const because = row.reason === null ? '' : reasonWords(t, row.reason);
  const time = (at: Instant): string => (Math.abs(at - now) < DAY ? formats.time(at) : formats.dateTime(at));
  const next = (at: Instant): string => t('outbox.nextAttempt', { time: time(at) });
  const state = stateAt(row, now);
  switch (state) {
    case 'held':
      // Nobody is promised a time at which nothing can leave.
      return {
        state,
        words: because || obstacleWords(t, status) || t('outbox.leavesAt', { time: time(row.holdUntil) }),
      };
    case 'due':
      return {
        state: shownMessageState(state, obstacleOf(status)),
        words: status.kind === 'backing-off' ? next(status.until) : obstacleWords(t, status) || t('outbox.leavesNext'),
      };
    case 'deferred': {
      const then = row.retryAt === null ? '' : next(row.retryAt);
      return { state, words: [then, because].filter(Boolean).join('. ') };
    }
    case 'uncertain':
      return { state, words: t('outbox.uncertainText') };
    default:
      return { state, words: because };
  }
}

/** When a message leaves that something keeps here; empty when nothing does. */
function obstacleWords(t: TFunction, { kind }: DeliveryStatus): string {
  switch (kind) {
    case 'idle':
    case 'sending':
    case 'backing-off':
      return '';
    case 'working-offline':
      return t('outbox.waitsForOnline');
    case 'no-network':
      return t('outbox.waitsForConnection');
    case 'paused':
      return t('outbox.waitsForAccount');
    case 'stuck':
      return t('outbox.stuck');
  }
}
