import type { TFunction } from 'i18next';
import type { DueObstacle } from '../../shared/domain/message-state.js';
import type { Instant } from '../../shared/lib/time.js';
import type { ReminderOption } from '../../shared/records/interview-reminder.js';
import type { MessageState } from '../../shared/records/message.js';
import type { Formats } from './formats.js';
import { MESSAGE_STATE_WORDS, shownMessageState } from './message-state-label.js';
import { REMINDER_WORDS } from './reminder-words.js';

export interface StandingReminder {
  readonly option: ReminderOption;
  /** The next to leave; null where none waits. */
  readonly waiting: {
    readonly leavesAt: Instant;
    readonly state: MessageState;
    readonly reason: string | null;
    readonly obstacle: DueObstacle | null;
    /** Nothing of it leaves: who waits for it has said no. */
    readonly declined: boolean;
  } | null;
  /** Null where nobody was reminded yet. */
  readonly leftAt: Instant | null;
}

/** What waits, and when it leaves, or what holds it up once that is over; else what has left; or that there is none. */
export function reminderStandingWords(
  { option, waiting, leftAt }: StandingReminder,
  { t, formats }: { readonly t: TFunction; readonly formats: Formats },
): string {
  if (waiting !== null) {
    const { state, reason, obstacle, leavesAt, declined } = waiting;
    const chosen = t(REMINDER_WORDS[option]);
    // Nobody is promised a time that is over.
    if (state === 'held' && reason === null && !declined)
      return t('interview.reminderWaits', { option: chosen, when: formats.dateTime(leavesAt) });
    const shown = shownMessageState(state, obstacle, reason, 'reminder', declined);
    return t('interview.reminderHeldUp', { option: chosen, state: t(MESSAGE_STATE_WORDS[shown]) });
  }
  if (leftAt === null) return t('interview.reminderNone');
  return t('interview.reminderWas', { when: formats.dateTime(leftAt) });
}
