import type { AnswerRefusal } from '../../../shared/domain/judge-answer.js';
import type { MessageKey } from '../../../shared/i18n/translate.js';
import type { ReadProblem } from './read-problem.js';

/** Why an answer is not taken, and what to do about it. */
export const PROBLEM_WORDS = {
  'answer/none': 'answers.problems.none',
  'answer/unreadable': 'answers.problems.unreadable',
  'answer/too-large': 'answers.problems.tooLarge',
  'answer/too-slow': 'answers.problems.tooSlow',
  'answer/not-a-reply': 'answers.problems.notAReply',
  'answer/outlook-message': 'answers.problems.outlookMessage',
  'answer/foreign': 'answers.problems.foreign',
  'answer/forged': 'answers.problems.forged',
  'answer/several': 'answers.problems.several',
  'answer/other-attendee': 'answers.problems.otherAttendee',
  'answer/no-decision': 'answers.problems.noDecision',
  'answer/stale': 'answers.problems.stale',
  'answer/expired': 'answers.problems.expired',
  'answer/repeated': 'answers.problems.repeated',
  'answer/cancelled': 'answers.problems.cancelled',
} as const satisfies Record<ReadProblem | AnswerRefusal, MessageKey>;
