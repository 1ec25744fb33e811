import type { TFunction } from 'i18next';
import { givenAt } from '../../shared/domain/interview-answers.js';
import type { MessageKey } from '../../shared/i18n/translate.js';
import type { AnswerWay, GivenAnswer } from '../../shared/records/interview.js';
import type { Formats } from './formats.js';

const WAY_WORDS = {
  mail: 'answers.byMail',
  calendar: 'answers.byCalendar',
  page: 'answers.onPage',
  recruiter: 'answers.byRecruiter',
} as const satisfies Record<AnswerWay, MessageKey>;

/** How an answer came, and when it was given. */
export function originWords(
  given: Pick<GivenAnswer, 'via' | 'at' | 'givenAt'>,
  { t, formats }: { readonly t: TFunction; readonly formats: Formats },
): string {
  return t(WAY_WORDS[given.via], { when: formats.dateTime(givenAt(given)) });
}
