import type { TFunction } from 'i18next';
import { stateAt } from '../../../shared/domain/message-state.js';
import { isLate } from '../../../shared/domain/reminders.js';
import { DAY, HOUR, type Instant } from '../../../shared/lib/time.js';
import { obstacleOf, type DeliveryStatus } from '../../data/delivery-status.js';
import type { MessageRow } from '../../data/roster/rows.js';
import { ANSWER_LOOKS } from '../../ui/answer-looks.js';
import type { Formats } from '../../ui/formats.js';
import { shownMessageState, type ShownMessageState } from '../../ui/message-state-label.js';
import type { SendingServer } from '../../data/use-sending-server.js';
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
  readonly smsStatus: DeliveryStatus;
  /** Whether the interview that it reminds of was declined, as things stand. */
  readonly declined: boolean;
  /** Null without a server that sends. */
  readonly server: SendingServer | null;
  /** The name that this laptop sends under. */
  readonly device: string;
}

/** Where a message stands at this moment and why, in plain words. */
export function explainMessage(row: MessageRow, context: ExplainContext): Explanation {
  const { t, formats, now, server } = context;
  const atServer = server !== null && row.deliverBy === server.device;
  const isSms = row.channel === 'sms';
  const status = isSms ? context.smsStatus : context.status;
  const because = row.reason === null ? '' : reasonWords(t, row.reason);
  const time = (at: Instant): string => (Math.abs(at - now) < DAY ? formats.time(at) : formats.dateTime(at));
  const next = (at: Instant): string => t('outbox.nextAttempt', { time: time(at) });
  const state = stateAt(row, now);
  const shown = shownMessageState(state, null, row.reason, row.purpose, context.declined);
  if (shown === 'declined') {
    return { state: shown, words: t('outbox.reminderDeclined', { answer: t(ANSWER_LOOKS['not-accepted'].word) }) };
  }
  switch (state) {
    case 'held': {
      if (row.purpose === 'reminder' && row.reason === null && row.holdUntil - now > HOUR) {
        const leaves = atServer ? 'outbox.serverLeaves' : 'outbox.reminderLeaves';
        return { state: shown, words: t(leaves, { when: formats.dateTime(row.holdUntil) }) };
      }
      // Nobody is promised a time at which nothing can leave.
      return {
        state: shown,
        words: because || obstacleWords(t, status, isSms) || t('outbox.leavesAt', { time: time(row.holdUntil) }),
      };
    }
    case 'due':
      if (atServer) return { state, words: t(server.isBehind ? 'outbox.serverUnheard' : 'outbox.serverNext') };
      if (server?.isBehind === true && row.reassigned && row.deliverBy === context.device)
        return { state, words: t('outbox.awaitsServer') };
      return {
        state: shownMessageState(state, obstacleOf(status)),
        words:
          status.kind === 'backing-off'
            ? next(status.until)
            : obstacleWords(t, status, isSms) || t('outbox.leavesNext'),
      };
    case 'deferred': {
      const then = row.retryAt === null ? '' : next(row.retryAt);
      return { state, words: [then, because].filter(Boolean).join('. ') };
    }
    case 'uncertain':
      if (row.purpose === 'credentials') return { state, words: t('outbox.loginUncertainText') };
      return { state, words: isSms ? t('outbox.smsUncertainText') : t('outbox.uncertainText') };
    case 'sent': {
      // That it did not arrive says more than that it was late.
      return { state: shown, words: shown === 'not-delivered' ? because : lateWords() || because };
    }
    default:
      return { state, words: because };
  }

  /** C27: whoever was reminded late may have to be called. */
  function lateWords(): string {
    if (row.purpose !== 'reminder' || !isLate(row, row.since)) return '';
    return t('outbox.sentLate', { when: formats.dateTime(row.holdUntil) });
  }
}

/** When a message leaves that something keeps here; empty when nothing does. */
function obstacleWords(t: TFunction, { kind }: DeliveryStatus, isSms: boolean): string {
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
      return isSms ? t('outbox.waitsForSmsAccount') : t('outbox.waitsForAccount');
    case 'stuck':
      return t('outbox.stuck');
  }
}
