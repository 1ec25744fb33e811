import type { TFunction } from 'i18next';
import { stateAt } from '../../../shared/domain/message-state.js';
import { DAY, type Instant } from '../../../shared/lib/time.js';
import type { MessageRow } from '../../data/roster/rows.js';
import type { Formats } from '../../ui/formats.js';
import type { ShownMessageState } from '../../ui/message-state-label.js';
import type { DeliveryStatus } from './delivery-status.js';
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
  const state = stateAt(row, now);
  switch (state) {
    case 'held':
      return { state, words: because === '' ? t('outbox.leavesAt', { time: time(row.holdUntil) }) : because };
    case 'due':
      return explainDue(t, status);
    case 'deferred': {
      const next = row.retryAt === null ? '' : t('outbox.nextAttempt', { time: time(row.retryAt) });
      return { state, words: [next, because].filter(Boolean).join('. ') };
    }
    case 'uncertain':
      return { state, words: t('outbox.uncertainText') };
    default:
      return { state, words: because };
  }
}

function explainDue(t: TFunction, { kind }: DeliveryStatus): Explanation {
  switch (kind) {
    case 'idle':
    case 'sending':
      return { state: 'due', words: t('outbox.leavesNext') };
    case 'working-offline':
      return { state: 'waiting', words: t('outbox.waitsForOnline') };
    case 'no-network':
    case 'backing-off':
    case 'stuck':
      return { state: 'waiting', words: t('outbox.waitsForConnection') };
    case 'paused':
      return { state: 'waiting', words: t('outbox.waitsForAccount') };
  }
}
