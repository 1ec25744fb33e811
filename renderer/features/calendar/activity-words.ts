import type { MessageKey } from '../../../shared/i18n/translate.js';
import type { Activity } from '../../data/roster/calendar-entries.js';
import { INTERVIEW_WORDS } from '../../../shared/i18n/interview-words.js';
import { SHORT_INTERVIEW_WORDS } from '../../ui/interview-words.js';

/** R95, R98: the interview's stage, or that it is none (C35). */
export const ACTIVITY_WORDS = { ...INTERVIEW_WORDS, appointment: 'calendar.appointment' } as const satisfies Record<
  Activity,
  MessageKey
>;

/** For rows and the small entries of the calendar. */
export const SHORT_ACTIVITY_WORDS = { ...ACTIVITY_WORDS, ...SHORT_INTERVIEW_WORDS } as const satisfies Record<
  Activity,
  MessageKey
>;
