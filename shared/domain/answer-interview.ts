import type { Change } from '../changes/change-set.js';
import type { Instant } from '../lib/time.js';
import type { ApplicationStatus } from '../records/application.js';
import type { GivenAnswer, Interview, InterviewAnswer } from '../records/interview.js';
import type { InterviewId } from '../records/primitives.js';
import { mayBecome } from './application-status.js';
import { endWhatWaits, whatEnds, type Ended } from './end-application.js';
import type { KnownInterview, KnownMessage } from './progress-action.js';
import { setStatus, type StatusStamp } from './status-event.js';

/** An interview as it stands, with the status of its application and all that is known of its person. */
export interface AnsweredInterview {
  readonly id: InterviewId;
  readonly fields: Pick<Interview, 'personId' | 'applicationId' | 'sequence'>;
  readonly status: ApplicationStatus;
  readonly messages: readonly KnownMessage[];
  readonly interviews: readonly KnownInterview[];
}

/**
 * R90: who withdraws has the status Withdrawn, and with it ends what waits (C34). C18: of somebody who is rejected, hired or
 * withdrawn already no answer changes the status. Null: the answer is only an answer.
 */
export function endedByAnswer(
  { fields: { applicationId }, status, messages, interviews }: AnsweredInterview,
  answer: InterviewAnswer,
  now: Instant,
): Ended | null {
  if (answer !== 'withdrawn' || status === 'rejected' || !mayBecome(status, 'withdrawn')) return null;
  return whatEnds({ applicationId, messages, interviews }, 'withdrawn', now);
}

/** How an answer came, and when it was given. */
export type HowGiven = Pick<GivenAnswer, 'via' | 'givenAt' | 'proposed' | 'wish'>;

const BY_HAND: HowGiven = { via: 'recruiter', givenAt: null, proposed: null, wish: '' };

/**
 * An answer to the interview as it stands now (R87–R89). No mail calls the interviews off that end with it: whoever withdraws
 * has just said so to the recruiter who enters it (docs/adr/0017).
 */
export function answerInterview(
  interview: AnsweredInterview,
  answer: InterviewAnswer,
  stamp: StatusStamp,
): readonly Change[] {
  const given = givenAnswer(interview, { ...BY_HAND, answer }, stamp);
  return [answerChange(interview, given), ...endWith(interview, endedByAnswer(interview, answer, stamp.at), stamp)];
}

/** An answer as it goes into the history. */
export function givenAnswer(
  { fields: { sequence } }: AnsweredInterview,
  { answer, ...how }: HowGiven & { readonly answer: InterviewAnswer },
  { at, by, newId }: StatusStamp,
): GivenAnswer {
  return { id: newId(), type: 'answer', at, by, answer, sequence, ...how };
}

export function answerChange({ id, fields }: AnsweredInterview, event: GivenAnswer): Change {
  return { kind: 'event', table: 'interview', id, dossier: fields.personId, event };
}

/** The changes of a withdrawal; none for null. */
export function endWith(
  { fields, status }: AnsweredInterview,
  ended: Ended | null,
  stamp: StatusStamp,
): readonly Change[] {
  if (ended === null) return [];
  return [
    setStatus({ ...fields, status }, 'withdrawn', stamp),
    ...endWhatWaits(ended, fields.personId, 'withdrawn', stamp),
  ];
}
