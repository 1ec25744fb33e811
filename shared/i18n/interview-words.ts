import type { i18n } from 'i18next';
import type { InterviewWords } from '../domain/interview-context.js';
import type { InterviewType } from '../records/interview.js';
import type { Language } from '../records/primitives.js';
import type { MessageKey } from './translate.js';

/** T5: what the stages of an interview are called. */
export const INTERVIEW_WORDS = {
  initial: 'common.interviewInitial',
  first: 'common.interviewFirst',
  second: 'common.interviewSecond',
  third: 'common.interviewThird',
} as const satisfies Record<InterviewType, MessageKey>;

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
    reply: t('interview.replyLink'),
    types: {
      initial: t(INTERVIEW_WORDS.initial),
      first: t(INTERVIEW_WORDS.first),
      second: t(INTERVIEW_WORDS.second),
      third: t(INTERVIEW_WORDS.third),
    },
    telephone: t('interview.kindTelephone'),
  };
}
