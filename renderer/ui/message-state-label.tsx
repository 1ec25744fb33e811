import { VisuallyHidden } from '@mantine/core';
import {
  IconAlertTriangle,
  IconBan,
  IconCheck,
  IconCircleX,
  IconClock,
  IconCloudOff,
  IconHandStop,
  IconHelpCircle,
  IconLoader2,
  IconMailPause,
  IconNote,
  IconRotateClockwise,
  type Icon,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { DueObstacle } from '../../shared/domain/message-state.js';
import type { MessageKey } from '../../shared/i18n/translate.js';
import type { MessageState } from '../../shared/records/message.js';
import { tagIcon } from './icon-props.js';
import classes from './message-state-label.module.css';

/** What the screen knows beyond the record: not committed yet, due without a connection or an account that works. */
export type ShownMessageState = MessageState | 'draft' | 'waiting' | 'waiting-account';

const INSTEAD_OF_DUE = {
  connection: 'waiting',
  account: 'waiting-account',
  'next-attempt': 'deferred',
} as const satisfies Record<DueObstacle, ShownMessageState>;

/** What is due and cannot leave says what it waits for; nothing else depends on the obstacle. */
export function shownMessageState(state: MessageState, obstacle: DueObstacle | null): ShownMessageState {
  return state === 'due' && obstacle !== null ? INSTEAD_OF_DUE[obstacle] : state;
}

const LOOKS = {
  draft: { word: 'common.messageDraft', icon: IconNote, tone: undefined },
  held: { word: 'common.messageHeld', icon: IconHandStop, tone: undefined },
  due: { word: 'common.messageDue', icon: IconClock, tone: undefined },
  waiting: { word: 'common.messageWaiting', icon: IconCloudOff, tone: undefined },
  'waiting-account': { word: 'common.messageWaitingAccount', icon: IconMailPause, tone: classes['yours'] },
  sending: { word: 'common.messageSending', icon: IconLoader2, tone: undefined },
  sent: { word: 'common.messageSent', icon: IconCheck, tone: classes['good'] },
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
  held: LOOKS.held.word,
  due: LOOKS.due.word,
  sending: LOOKS.sending.word,
  sent: LOOKS.sent.word,
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
