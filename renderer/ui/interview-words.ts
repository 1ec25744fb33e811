import type { i18n } from 'i18next';
import type { InterviewWords } from '../../shared/domain/interview-context.js';
import type { MessageKey } from '../../shared/i18n/translate.js';
import type { Interview, InterviewType } from '../../shared/records/interview.js';
import type { Language } from '../../shared/records/primitives.js';

/** T5: what the stages of an interview are called. */
export const INTERVIEW_WORDS = {
  initial: 'common.interviewInitial',
  first: 'common.interviewFirst',
  second: 'common.interviewSecond',
  third: 'common.interviewThird',
} as const satisfies Record<InterviewType, MessageKey>;

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

/** The recipient's words in a mail about an interview (T4, T5). */
export function interviewWords(translator: i18n, language: Language): InterviewWords {
  const t = translator.getFixedT(language);
  return {
    answers: {
      accepted: t('interview.replyAccepted'),
      'not-accepted': t('interview.replyNotAccepted'),
      'new-time': t('interview.replyNewTime'),
      withdrawn: t('interview.replyWithdrawn'),
    },
    types: {
      initial: t(INTERVIEW_WORDS.initial),
      first: t(INTERVIEW_WORDS.first),
      second: t(INTERVIEW_WORDS.second),
      third: t(INTERVIEW_WORDS.third),
    },
    telephone: t('interview.kindTelephone'),
  };
}
