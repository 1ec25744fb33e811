import { INTERVIEW_WORDS } from '../../shared/i18n/interview-words.js';
import type { MessageKey } from '../../shared/i18n/translate.js';
import type { Interview, InterviewType } from '../../shared/records/interview.js';

/** For rows and small entries. */
export const SHORT_INTERVIEW_WORDS = {
  ...INTERVIEW_WORDS,
  initial: 'calendar.initialShort',
} as const satisfies Record<InterviewType, MessageKey>;

/** R60, C29. */
export const KIND_WORDS = {
  telephone: 'interview.kindTelephone',
  'in-person': 'interview.kindInPerson',
  group: 'interview.kindGroup',
} as const satisfies Record<NonNullable<Interview['kind']>, MessageKey>;
