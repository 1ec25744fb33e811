import { describe, expect, it } from 'vitest';
import type { ApplicationId } from '../records/primitives.js';
import { testId } from '../testing/change-builders.js';
import { applicant, knownInterview } from '../testing/plan-builders.js';
import type { KnownInterview } from './progress-action.js';
import { stageReached } from './stage-reached.js';

const NOW = 1_000;

function interview(type: KnownInterview['type'], known: Partial<KnownInterview> = {}): KnownInterview {
  const applicationId = testId<ApplicationId>(1);
  return knownInterview(5, applicationId, { type, startsAt: NOW, ...known });
}

describe('C30 the stage that a rejection is preset to', () => {
  it('is the application review for whoever was never invited', () => {
    expect(stageReached(applicant(1), [], NOW)).toBe('review');
  });

  it('is the furthest interview that has begun, in whatever order they stand', () => {
    expect(stageReached(applicant(1), [interview('second'), interview('initial')], NOW)).toBe('second');
  });

  it('is not an interview that is still to come, is off, or was for another vacancy', () => {
    const others = [
      interview('third', { startsAt: NOW + 1 }),
      interview('second', { cancelled: true }),
      interview('first', { applicationId: testId<ApplicationId>(2) }),
    ];
    expect(stageReached(applicant(1), [interview('initial'), ...others], NOW)).toBe('initial');
    expect(stageReached(applicant(1), others, NOW)).toBe('review');
  });

  it('is the invitation’s where the calendar holds no interview', () => {
    expect(stageReached({ ...applicant(1), interviewType: 'first' }, [], NOW)).toBe('first');
  });
});
