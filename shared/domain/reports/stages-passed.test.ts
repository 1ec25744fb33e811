import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ApplicationEvent } from '../../records/application.js';
import type { InterviewType } from '../../records/interview.js';
import { setStatus } from '../status-event.js';
import { stageReached } from '../stage-reached.js';
import { invitedAt } from '../invited-at.js';
import { testId } from '../../testing/change-builders.js';
import { countStages, stagesPassed, STAGES, type KnownMeeting, type StageFacts } from './stages-passed.js';

const NOW = 1_000;
const NOBODY: StageFacts = { receivedAt: 1, invitedAt: {}, rejectionStage: null, offeredAt: null, hiredAt: null };
const TYPES = ['initial', 'first', 'second', 'third'] as const satisfies readonly InterviewType[];

function meeting(type: InterviewType, startsAt: number, cancelled = false): KnownMeeting {
  return { type, startsAt, cancelled };
}

describe('G-6 the stages that a candidate passed', () => {
  it('begin with the application itself', () => {
    expect(stagesPassed(NOBODY, [], NOW)).toEqual({ received: { state: 'passed', at: 1 } });
  });

  it('an interview is passed once it has begun, ahead until then, and nothing when it is called off', () => {
    const marks = stagesPassed(
      { ...NOBODY, invitedAt: { initial: 2, first: 3, second: 4 } },
      [meeting('initial', NOW), meeting('first', NOW + 1), meeting('second', 5, true)],
      NOW,
    );
    expect(marks).toMatchObject({ initial: { state: 'passed', at: NOW }, first: { state: 'ahead', at: NOW + 1 } });
    expect(marks.second).toBeUndefined();
  });

  it('an invitation without an interview in the calendar counts as held, from the day it was given', () => {
    expect(stagesPassed({ ...NOBODY, invitedAt: { second: 7 } }, [], NOW).second).toEqual({ state: 'passed', at: 7 });
  });

  it('R57 whoever was rejected after an interview was at it, even if the calendar knows nothing of it', () => {
    expect(stagesPassed({ ...NOBODY, rejectionStage: 'third' }, [], NOW).third).toEqual({ state: 'passed', at: null });
    expect(stagesPassed({ ...NOBODY, rejectionStage: 'review' }, [], NOW)).toEqual(stagesPassed(NOBODY, [], NOW));
  });

  it('an offer and a hiring are stages, with their days', () => {
    expect(stagesPassed({ ...NOBODY, offeredAt: 8, hiredAt: 9 }, [], NOW)).toMatchObject({
      offered: { state: 'passed', at: 8 },
      hired: { state: 'passed', at: 9 },
    });
  });

  it('C30 the furthest interview passed is the stage that a rejection would be preset to', () => {
    const anyMeeting = fc.record({
      type: fc.constantFrom(...TYPES),
      startsAt: fc.integer({ min: NOW - 3, max: NOW + 3 }),
      cancelled: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(anyMeeting, { minLength: 1, maxLength: 6 }), (meetings) => {
        const applicationId = testId<never>(1);
        // Each in the calendar has its invitation.
        const invited = Object.fromEntries(meetings.map(({ type }) => [type, 1]));
        const marks = stagesPassed({ ...NOBODY, invitedAt: invited }, meetings, NOW);
        const furthest = TYPES.findLast((type) => marks[type]?.state === 'passed') ?? 'review';
        const known = meetings.map((one) => ({ ...one, applicationId }) as never);
        expect(furthest).toBe(stageReached({ applicationId, interviewType: null }, known, NOW));
      }),
    );
  });

  it('every application counts once at each stage, and the first holds them all', () => {
    const facts = fc.record({
      receivedAt: fc.nat(),
      invitedAt: fc.dictionary(fc.constantFrom(...TYPES), fc.nat()),
      rejectionStage: fc.constantFrom(null, 'review' as const, ...TYPES),
      offeredAt: fc.option(fc.nat()),
      hiredAt: fc.option(fc.nat()),
    });
    fc.assert(
      fc.property(fc.array(facts, { maxLength: 30 }), (all) => {
        const counts = countStages(all.map((one) => stagesPassed(one, [], NOW)));
        expect(counts.map(({ stage }) => stage)).toEqual(STAGES);
        expect(counts[0]?.passed).toBe(all.length);
        for (const { passed, ahead } of counts) expect(passed + ahead).toBeLessThanOrEqual(all.length);
      }),
    );
  });
});

it('T2 the newest invitation to an interview of a type is the one that counts', () => {
  const whose = { applicationId: testId<never>(1), personId: testId<never>(2), status: 'new' as const };
  const events = (['first', 'second', 'first'] as const).map((interviewType, at): ApplicationEvent => {
    const change = setStatus(whose, 'invited', { at, by: null, newId: () => testId(at + 5) }, { interviewType });
    if (change.kind !== 'event') throw new Error('an event');
    return change.event as ApplicationEvent;
  });
  expect(invitedAt(events)).toEqual({ first: 2, second: 1 });
});
