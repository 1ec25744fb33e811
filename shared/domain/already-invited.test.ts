import { describe, expect, it } from 'vitest';
import type { InterviewId } from '../records/primitives.js';
import { applicant } from '../testing/plan-builders.js';
import { alreadyInvited } from './already-invited.js';
import type { KnownInterview } from './progress-action.js';

const NOW = 1000;

function interview(n: number, change: Partial<KnownInterview>): KnownInterview {
  return {
    id: n.toString(16).padStart(32, 'a') as InterviewId,
    applicationId: applicant(n).applicationId,
    type: 'first',
    kind: null,
    recruiterIds: [],
    startsAt: NOW + n,
    minutes: 30,
    place: '',
    sequence: 0,
    answerKey: '0'.repeat(64),
    cancelled: false,
    ...change,
  };
}

function warnings(...interviews: readonly (readonly [number, KnownInterview])[]) {
  const selection = [applicant(1), applicant(2), applicant(3)];
  return alreadyInvited(selection, {
    now: NOW,
    interviewsOf: (person) =>
      interviews.filter(([n]) => applicant(n).person.id === person).map(([, standing]) => standing),
  });
}

describe('who has an interview already', () => {
  it('is named, with when the next of the first of them is', () => {
    expect(warnings([2, interview(2, { startsAt: 5000 })], [2, interview(2, {})], [3, interview(3, {})])).toEqual([
      {
        code: 'already-invited',
        applicationIds: [applicant(2).applicationId, applicant(3).applicationId],
        standing: NOW + 2,
      },
    ]);
  });

  it('does not count what is past or called off, nor what belongs to another vacancy', () => {
    const elsewhere = interview(1, { applicationId: applicant(9).applicationId });
    expect(
      warnings([1, elsewhere], [2, interview(2, { cancelled: true })], [3, interview(3, { startsAt: NOW })]),
    ).toEqual([]);
  });
});
