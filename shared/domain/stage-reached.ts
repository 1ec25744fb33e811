import type { Instant } from '../lib/time.js';
import type { RejectionStage } from '../records/application.js';
import type { InterviewType } from '../records/interview.js';
import type { Applicant, KnownInterview } from './progress-action.js';

const LATEST_FIRST = ['third', 'second', 'first', 'initial'] as const satisfies readonly InterviewType[];

/**
 * C30: the stage that a rejection is preset to: after the last interview that has begun; who was never to one was judged
 * by the application. An invitation without an interview in the calendar counts as held.
 */
export function stageReached(
  { applicationId, interviewType }: Pick<Applicant, 'applicationId' | 'interviewType'>,
  interviews: readonly KnownInterview[],
  now: Instant,
): RejectionStage {
  const mine = interviews.filter((one) => one.applicationId === applicationId);
  if (mine.length === 0) return interviewType ?? 'review';
  const begun = mine.filter(({ cancelled, startsAt }) => !cancelled && startsAt <= now).map(({ type }) => type);
  return LATEST_FIRST.find((type) => begun.includes(type)) ?? 'review';
}
