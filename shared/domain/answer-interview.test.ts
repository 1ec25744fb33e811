import { describe, expect, it } from 'vitest';
import { APPLICATION_STATUSES } from '../records/application.js';
import { INTERVIEW_ANSWERS } from '../records/interview.js';
import type { MessagePurpose } from '../records/message.js';
import type { ApplicationId, InterviewId, MessageId, PersonId, RecruiterId } from '../records/primitives.js';
import { testId } from '../testing/change-builders.js';
import { knownInterview } from '../testing/plan-builders.js';
import { answerInterview } from './answer-interview.js';
import type { KnownMessage } from './progress-action.js';

const BY = testId<RecruiterId>(3);
const stamp = () => {
  let last = 100;
  return { at: 5, by: BY, newId: () => testId<string>((last += 1)) };
};
const interview = {
  id: testId<InterviewId>(1),
  fields: { personId: testId<PersonId>(2), applicationId: testId<ApplicationId>(4), sequence: 2 },
  messages: [],
  interviews: [],
};

describe('an answer entered by the recruiter', () => {
  it('C18, R87, R88, R89 is kept with who entered it, for the version that stands, and changes no status', () => {
    for (const answer of INTERVIEW_ANSWERS) {
      const changes = answerInterview({ ...interview, status: 'invited' }, answer, stamp());
      expect(changes[0]).toMatchObject({
        table: 'interview',
        id: interview.id,
        event: { type: 'answer', answer, sequence: 2, by: BY },
      });
      expect(changes).toHaveLength(answer === 'withdrawn' ? 2 : 1);
    }
  });

  it('R11, R90 withdraws the application, and C18 leaves the rejected, hired and withdrawn as they are', () => {
    const changed = APPLICATION_STATUSES.filter(
      (status) => answerInterview({ ...interview, status }, 'withdrawn', stamp()).length === 2,
    );
    expect(changed).toEqual(['new', 'invited', 'offered', 'transferred', 'restored', 'saved']);
    expect(answerInterview({ ...interview, status: 'invited' }, 'withdrawn', stamp())[1]).toMatchObject({
      table: 'application',
      event: { type: 'status', to: 'withdrawn', by: BY },
    });
  });

  it('C34 whoever withdraws is sent nothing more that waited for them, and is expected at no interview to come', () => {
    const ours = interview.fields.applicationId;
    const theirs = testId<ApplicationId>(5);
    const message = (n: number, purpose: MessagePurpose, change: Partial<KnownMessage> = {}): KnownMessage => {
      const id = testId<MessageId>(n);
      return {
        id,
        applicationId: ours,
        interviewId: null,
        sequence: null,
        purpose,
        state: 'held',
        attempt: 1,
        ...change,
      };
    };
    const known = {
      messages: [
        message(11, 'contract'),
        message(12, 'ad-hoc'),
        message(13, 'invitation', { state: 'sent', interviewId: interview.id }),
        message(14, 'contract', { applicationId: theirs }),
      ],
      interviews: [
        knownInterview(1, ours, { startsAt: 6 }),
        knownInterview(21, ours, { startsAt: 4 }),
        knownInterview(22, theirs, { startsAt: 6 }),
      ],
    };
    const changes = answerInterview({ ...interview, ...known, status: 'invited' }, 'withdrawn', stamp());
    expect(changes.slice(2)).toMatchObject([
      { table: 'message', id: testId(11), event: { state: 'refused', reason: 'mail/application-withdrawn' } },
      { table: 'message', id: testId(12), event: { state: 'held', reason: 'mail/status-changed' } },
      { table: 'interview', id: interview.id, event: { type: 'cancellation', by: BY } },
    ]);
    expect(changes).toHaveLength(5); // and no mail: they have said so themselves
    expect(answerInterview({ ...interview, ...known, status: 'rejected' }, 'withdrawn', stamp())).toHaveLength(1);
  });
});
