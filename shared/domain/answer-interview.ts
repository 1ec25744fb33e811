import type { Change } from '../changes/change-set.js';
import type { ApplicationStatus } from '../records/application.js';
import type { Interview, InterviewAnswer } from '../records/interview.js';
import type { InterviewId } from '../records/primitives.js';
import { mayBecome } from './application-status.js';
import { setStatus, type StatusStamp } from './status-event.js';

/** An interview as it stands, with the status of its application. */
export interface AnsweredInterview {
  readonly id: InterviewId;
  readonly fields: Pick<Interview, 'personId' | 'applicationId' | 'sequence'>;
  readonly status: ApplicationStatus;
}

/**
 * An answer to the interview as it stands now (R87–R89). R90: who withdraws has the status Withdrawn; C18: of somebody who is
 * rejected, hired or withdrawn already no answer changes the status.
 */
export function answerInterview(
  { id, fields, status }: AnsweredInterview,
  answer: InterviewAnswer,
  { at, by, newId }: StatusStamp,
): readonly Change[] {
  const { personId, sequence } = fields;
  const event = { id: newId(), type: 'answer', at, by, answer, sequence } as const;
  const answered: Change = { kind: 'event', table: 'interview', id, dossier: personId, event };
  if (answer !== 'withdrawn' || status === 'rejected' || !mayBecome(status, 'withdrawn')) return [answered];
  return [answered, setStatus(fields, 'withdrawn', { at, by, newId })];
}
