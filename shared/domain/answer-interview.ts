import type { Change } from '../changes/change-set.js';
import type { ApplicationStatus } from '../records/application.js';
import type { Interview, InterviewAnswer } from '../records/interview.js';
import type { InterviewId } from '../records/primitives.js';
import { mayBecome } from './application-status.js';
import { setStatus, type StatusStamp } from './status-event.js';
import { deliveryEvent, mayBeCancelled } from './message-state.js';
import type { InterviewMessage } from './move-interview.js';

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

/** It no longer takes place, and what still waits to tell of it does not go. The status stays: what comes next is the recruiter's to say (R92). */
export function cancelInterview(
  { id, fields }: Pick<AnsweredInterview, 'id' | 'fields'>,
  messages: readonly Pick<InterviewMessage, 'id' | 'state' | 'attempt'>[],
  { at, by, newId }: StatusStamp,
): readonly Change[] {
  const dossier = fields.personId;
  const event = { id: newId(), type: 'cancellation', at, by } as const;
  const waiting = messages.filter(({ state }) => mayBeCancelled(state));
  return [
    { kind: 'event', table: 'interview', id, dossier, event },
    ...waiting.map(({ id: message, attempt }): Change => {
      const stopped = deliveryEvent({ id: newId(), at, by, state: 'cancelled', attempt });
      return { kind: 'event', table: 'message', id: message, dossier, event: stopped };
    }),
  ];
}
