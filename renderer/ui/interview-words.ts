import type { MessageKey } from '../../shared/i18n/translate.js';
import type { InterviewType } from '../../shared/records/interview.js';

/** T5: what the stages of an interview are called. */
export const INTERVIEW_WORDS = {
  initial: 'common.interviewInitial',
  first: 'common.interviewFirst',
  second: 'common.interviewSecond',
  third: 'common.interviewThird',
} as const satisfies Record<InterviewType, MessageKey>;
