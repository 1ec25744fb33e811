import type { TFunction } from 'i18next';
import { dueFrom, isWaiting, stateAt } from '../../../shared/domain/message-state.js';
import { isLate } from '../../../shared/domain/reminders.js';
import { mayHaveLeft } from '../../../shared/domain/take-over.js';
import { DAY, HOUR, MINUTE, type Instant } from '../../../shared/lib/time.js';
import { obstacleOf, type DeliveryStatus } from '../../data/delivery-status.js';
import type { MessageRow } from '../../data/roster/rows.js';
import { ANSWER_LOOKS } from '../../ui/answer-looks.js';
import type { Formats } from '../../ui/formats.js';
import { shownMessageState, type ShownMessageState } from '../../ui/message-state-label.js';
import type { SendingServer } from '../../data/use-sending-server.js';
import { reasonWords } from '../../ui/reason-words.js';
import type { Sender, WhoSends } from './who-sends.js';

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
  readonly who: WhoSends;
}

/** Where a message stands at this moment and why, in plain words. */
export function explainMessage(row: MessageRow, context: ExplainContext): Explanation {
  const { t, formats, now, who } = context;
  const isSms = row.channel === 'sms';
  const because = row.reason === null ? '' : reasonWords(t, row.reason);
  const state = stateAt(row, now);
  const shown = shownMessageState(state, null, row.reason, row.purpose, context.declined);
  if (shown === 'declined') {
    return { state: shown, words: t('outbox.reminderDeclined', { answer: t(ANSWER_LOOKS['not-accepted'].word) }) };
  }
  const sender = who.senderOf(row.deliverBy);
  const elsewhere = sender === 'here' ? null : explainElsewhere(row, shown, { ...context, sender });
  if (elsewhere !== null) return elsewhere;
  switch (state) {
    case 'held':
    case 'due':
      return explainHere(row, shown, { ...context, state });
    case 'deferred': {
      const then = row.retryAt === null ? '' : t('outbox.nextAttempt', { time: timeOf(row.retryAt, context) });
      return { state, words: [then, because].filter(Boolean).join('. ') };
    }
    case 'uncertain':
      if (row.purpose === 'credentials') return { state, words: t('outbox.loginUncertainText') };
      return { state, words: because || (isSms ? t('outbox.smsUncertainText') : t('outbox.uncertainText')) };
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

type TimeContext = Pick<ExplainContext, 'formats' | 'now'>;

/** The day, too, where it is another one. */
function timeOf(at: Instant, { formats, now }: TimeContext): string {
  return Math.abs(at - now) < DAY ? formats.time(at) : formats.dateTime(at);
}

/** What this laptop is to send, and has not begun to. */
function explainHere(
  row: MessageRow,
  shown: ShownMessageState,
  context: ExplainContext & { readonly state: 'held' | 'due' },
): Explanation {
  const { t, formats, now, who } = context;
  const isSms = row.channel === 'sms';
  const status = isSms ? context.smsStatus : context.status;
  if (who.isRevoked && dueFrom(row) !== null) return { state: 'waiting-server', words: t('outbox.revokedHere') };
  if (context.state === 'held') {
    if (row.purpose === 'reminder' && row.reason === null && row.holdUntil - now > HOUR)
      return { state: shown, words: t('outbox.reminderLeaves', { when: formats.dateTime(row.holdUntil) }) };
    // Nobody is promised a time at which nothing can leave.
    const because = row.reason === null ? '' : reasonWords(t, row.reason);
    const leaves = () => t('outbox.leavesAt', { time: timeOf(row.holdUntil, context) });
    return { state: shown, words: because || obstacleWords(t, status, isSms) || leaves() };
  }
  if (who.isBehind && row.reassigned) return { state: 'waiting-server', words: t('outbox.awaitsServer') };
  return {
    state: shownMessageState('due', obstacleOf(status)),
    words:
      status.kind === 'backing-off'
        ? t('outbox.nextAttempt', { time: timeOf(status.until, context) })
        : obstacleWords(t, status, isSms) || t('outbox.leavesNext'),
  };
}

/** So long after its time a message has not just been taken up. */
const LATE = 5 * MINUTE;

/** What others are to send, as far as it is known here; null where what is known of the message says it all. */
function explainElsewhere(
  row: MessageRow,
  shown: ShownMessageState,
  context: ExplainContext & { readonly sender: Exclude<Sender, 'here'> },
): Explanation | null {
  const { t, formats, now, sender, server, who } = context;
  const when = (at: Instant): string => timeOf(at, context);
  const from = dueFrom(row);
  if (sender === 'gone') {
    if (!isWaiting(row.state)) return null;
    if (mayHaveLeft(row, now)) return { state: 'out-of-reach', words: t('outbox.goneNext') };
    return { state: 'out-of-reach', words: t('outbox.goneLeaves', { when: formats.dateTime(from ?? now) }) };
  }
  if (from === null) return null;
  if (from > now) {
    if (row.state === 'deferred') return null;
    const leaves = sender === 'server' ? 'outbox.serverLeaves' : 'outbox.elsewhereLeaves';
    return { state: shown, words: t(leaves, { when: formats.dateTime(from) }) };
  }
  if (sender === 'elsewhere') return { state: 'elsewhere', words: t('outbox.elsewhereNext') };
  const since = Math.max(from, row.holdUntil);
  if (who.isBehind) return { state: 'elsewhere', words: t('outbox.serverUnheard') };
  if (server?.channels.includes(row.channel) === false)
    return { state: 'waiting-server', words: t(row.channel === 'sms' ? 'outbox.serverNoSms' : 'outbox.serverNoEmail') };
  if (now - since > LATE) return { state: 'waiting-server', words: t('outbox.serverLate', { when: when(since) }) };
  return { state: 'elsewhere', words: t('outbox.serverNext') };
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
