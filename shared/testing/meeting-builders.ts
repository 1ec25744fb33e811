import type { InterviewMessage, MovableInterview } from '../domain/movable-interview.js';
import type { GivenAnswer, Interview } from '../records/interview.js';
import type { MessageState } from '../records/message.js';
import type { InterviewId, MessageId, PersonId } from '../records/primitives.js';
import { testId } from './change-builders.js';

/** A mail to person `n` about an interview, at its second attempt. */
export function interviewMessage(
  n: number,
  state: MessageState,
  purpose: InterviewMessage['purpose'] = 'invitation',
  sequence = 3,
): InterviewMessage {
  const of = { id: testId<MessageId>(500 + n), personId: testId<PersonId>(n), channel: 'email' } as const;
  return { ...of, purpose, state, reason: null, sequence, attempt: 2 };
}

/** *Accepted*, entered by the recruiter, to the first version of an interview. */
export function answerEvent(change: Partial<GivenAnswer> = {}): GivenAnswer {
  const how = { via: 'recruiter', givenAt: null, proposed: null, wish: '' } as const;
  return { id: testId(9), type: 'answer', at: 1, by: null, answer: 'accepted', sequence: 0, ...how, ...change };
}

/** The interview of person `n` in one meeting, an hour into 1970. */
export function movableInterview(n: number, messages: readonly InterviewMessage[] = []): MovableInterview {
  const fields: Interview = {
    personId: testId<PersonId>(n),
    applicationId: testId(200 + n),
    vacancyId: testId(10),
    meetingId: testId(300),
    type: 'first',
    kind: null,
    places: null,
    recruiterIds: [testId(30)],
    startsAt: 3_600_000,
    minutes: 30,
    place: 'Room 4',
    invitation: 'email',
    sequence: 3,
    answerKey: '0'.repeat(64),
  };
  return { id: testId<InterviewId>(100 + n), fields, messages };
}
