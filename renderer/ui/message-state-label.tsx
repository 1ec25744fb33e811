import { VisuallyHidden } from '@mantine/core';
import {
  IconAlertTriangle,
  IconBan,
  IconBell,
  IconCheck,
  IconChecks,
  IconCircleX,
  IconClock,
  IconCloudOff,
  IconDeviceLaptop,
  IconHandStop,
  IconHelpCircle,
  IconLoader2,
  IconMailPause,
  IconNote,
  IconRotateClockwise,
  IconServerOff,
  IconUnlink,
  type Icon,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { isNotDelivered, isSmsArrival, type DeliveryReason } from '../../shared/domain/delivery-reason.js';
import { NEEDS_SERVER } from '../../shared/domain/needs-server.js';
import { isScheduled, isWaiting, type DueObstacle } from '../../shared/domain/message-state.js';
import type { MessageKey } from '../../shared/i18n/translate.js';
import type { MessagePurpose, MessageState } from '../../shared/records/message.js';
import { tagIcon } from './icon-props.js';
import classes from './message-state-label.module.css';

/** What the screen knows beyond the state: not committed yet, due without a connection or an account that works, arrived. */
export type ShownMessageState =
  | MessageState
  | 'draft'
  | 'declined'
  | 'scheduled'
  | 'held-for-you'
  | 'waiting-server'
  | 'elsewhere'
  | 'out-of-reach'
  | 'waiting'
  | 'waiting-account'
  | 'rehearsed'
  | 'delivered'
  | 'not-delivered';

const INSTEAD_OF_DUE = {
  connection: 'waiting',
  account: 'waiting-account',
  'next-attempt': 'deferred',
} as const satisfies Record<DueObstacle, ShownMessageState>;

const REHEARSED: DeliveryReason = 'sms/dry-run';

/**
 * A reminder that waits for its day says so, one of which nothing leaves any more, because its interview was declined, says that. What is held for a reason can not merely be undone: it waits for somebody, or for
 * the server. What is due and cannot leave says what it waits for, what was only rehearsed never says that it was sent, and an SMS says what became of it.
 */
export function shownMessageState(
  state: MessageState,
  obstacle: DueObstacle | null,
  reason: string | null = null,
  purpose: MessagePurpose = 'ad-hoc',
  declined = false,
): ShownMessageState {
  if (declined && purpose === 'reminder' && isWaiting(state)) return 'declined';
  if (state === 'held' && reason !== null) return reason === NEEDS_SERVER ? 'waiting-server' : 'held-for-you';
  if (isScheduled({ purpose, state, reason })) return 'scheduled';
  if (state === 'sent' && reason === REHEARSED) return 'rehearsed';
  if (isNotDelivered({ state, reason })) return 'not-delivered';
  if (state === 'sent' && isSmsArrival(reason)) return 'delivered';
  return state === 'due' && obstacle !== null ? INSTEAD_OF_DUE[obstacle] : state;
}

const LOOKS = {
  draft: { word: 'common.messageDraft', icon: IconNote, tone: undefined },
  scheduled: { word: 'common.messageScheduled', icon: IconBell, tone: undefined },
  'held-for-you': { word: 'common.messageHeldForYou', icon: IconHandStop, tone: classes['yours'] },
  'waiting-server': { word: 'common.messageWaitingServer', icon: IconServerOff, tone: undefined },
  elsewhere: { word: 'common.messageElsewhere', icon: IconDeviceLaptop, tone: undefined },
  'out-of-reach': { word: 'common.messageOutOfReach', icon: IconUnlink, tone: classes['yours'] },
  declined: { word: 'common.messageDeclined', icon: IconBan, tone: undefined },
  held: { word: 'common.messageHeld', icon: IconHandStop, tone: undefined },
  due: { word: 'common.messageDue', icon: IconClock, tone: undefined },
  waiting: { word: 'common.messageWaiting', icon: IconCloudOff, tone: undefined },
  'waiting-account': { word: 'common.messageWaitingAccount', icon: IconMailPause, tone: classes['yours'] },
  sending: { word: 'common.messageSending', icon: IconLoader2, tone: undefined },
  sent: { word: 'common.messageSent', icon: IconCheck, tone: classes['good'] },
  rehearsed: { word: 'common.messageRehearsed', icon: IconBan, tone: undefined },
  delivered: { word: 'common.messageDelivered', icon: IconChecks, tone: classes['good'] },
  'not-delivered': { word: 'common.messageNotDelivered', icon: IconAlertTriangle, tone: classes['bad'] },
  deferred: { word: 'common.messageDeferred', icon: IconRotateClockwise, tone: undefined },
  failed: { word: 'common.messageFailed', icon: IconAlertTriangle, tone: classes['bad'] },
  uncertain: { word: 'common.messageUncertain', icon: IconHelpCircle, tone: classes['yours'] },
  refused: { word: 'common.messageRefused', icon: IconBan, tone: classes['bad'] },
  cancelled: { word: 'common.messageCancelled', icon: IconCircleX, tone: undefined },
} as const satisfies Record<ShownMessageState, { word: MessageKey; icon: Icon; tone: string | undefined }>;

/** The word of each state, for filters and for measuring a column. */
export const MESSAGE_STATE_WORDS: Readonly<Record<ShownMessageState, MessageKey>> = {
  draft: LOOKS.draft.word,
  waiting: LOOKS.waiting.word,
  'waiting-account': LOOKS['waiting-account'].word,
  scheduled: LOOKS.scheduled.word,
  declined: LOOKS.declined.word,
  'held-for-you': LOOKS['held-for-you'].word,
  'waiting-server': LOOKS['waiting-server'].word,
  elsewhere: LOOKS.elsewhere.word,
  'out-of-reach': LOOKS['out-of-reach'].word,
  held: LOOKS.held.word,
  due: LOOKS.due.word,
  sending: LOOKS.sending.word,
  sent: LOOKS.sent.word,
  rehearsed: LOOKS.rehearsed.word,
  delivered: LOOKS.delivered.word,
  'not-delivered': LOOKS['not-delivered'].word,
  deferred: LOOKS.deferred.word,
  failed: LOOKS.failed.word,
  uncertain: LOOKS.uncertain.word,
  refused: LOOKS.refused.word,
  cancelled: LOOKS.cancelled.word,
};

/** Where a message stands, beside the status and never mixed up with it (C22). */
export function MessageStateLabel({ state }: { readonly state: ShownMessageState }) {
  const { t } = useTranslation();
  const { word, icon: Glyph, tone } = LOOKS[state];
  return (
    <span className={[classes['label'], tone].filter(Boolean).join(' ')}>
      <Glyph {...tagIcon} />
      {t(word)}
    </span>
  );
}

/** The same where there is no room for the word, which then is the text alternative of the icon. */
export function MessageStateIcon({ state }: { readonly state: ShownMessageState }) {
  const { t } = useTranslation();
  const { word, icon: Glyph, tone } = LOOKS[state];
  const text = `${t('applications.message')}: ${t(word)}`;
  return (
    <span className={[classes['label'], tone].filter(Boolean).join(' ')} title={text}>
      <Glyph {...tagIcon} />
      <VisuallyHidden>{text}</VisuallyHidden>
    </span>
  );
}
