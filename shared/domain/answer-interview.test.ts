import { describe, expect, it } from 'vitest';
import { APPLICATION_STATUSES } from '../records/application.js';
import { INTERVIEW_ANSWERS } from '../records/interview.js';
import type { ApplicationId, InterviewId, PersonId, RecruiterId } from '../records/primitives.js';
import { testId } from '../testing/change-builders.js';
import { answerInterview } from './answer-interview.js';

const BY = testId<RecruiterId>(3);
const stamp = () => {
  let last = 100;
  return { at: 5, by: BY, newId: () => testId<string>((last += 1)) };
};
const interview = {
  id: testId<InterviewId>(1),
  fields: { personId: testId<PersonId>(2), applicationId: testId<ApplicationId>(4), sequence: 2 },
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
});
