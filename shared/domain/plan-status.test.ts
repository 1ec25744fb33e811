import { describe, expect, it } from 'vitest';
import type { MessageId } from '../records/primitives.js';
import { applicant, knownInterview, planContext } from '../testing/plan-builders.js';
import { testId } from '../testing/change-builders.js';
import { STATUSES } from './application-status.js';
import type { Applicant, KnownMessage, Plan, PlanContext } from './progress-action.js';
import { deleteApplication } from './progress-actions/delete.js';
import { save } from './progress-actions/save.js';
import { withdraw } from './progress-actions/withdraw.js';
import { permissionOf } from './progress-permission.js';

const NOBODY = new Set<never>();
const TICKS = { unticked: NOBODY, tickedIn: NOBODY };
const ACTIONS = [
  { action: withdraw, to: 'withdrawn', reason: 'mail/application-withdrawn' },
  { action: deleteApplication, to: 'deleted', reason: 'mail/application-deleted' },
] as const;

function waitingFor({ applicationId, person }: Applicant): Partial<PlanContext> {
  const interview = knownInterview(3, applicationId, { startsAt: planContext().now + 1000 });
  const message = (n: number, purpose: KnownMessage['purpose']): KnownMessage => {
    return {
      id: testId<MessageId>(n),
      applicationId,
      interviewId: purpose === 'invitation' ? interview.id : null,
      purpose,
      state: 'held',
      sequence: null,
      attempt: 0,
    };
  };
  return {
    messagesOf: (id) => (id === person.id ? [message(1, 'invitation'), message(2, 'ad-hoc')] : []),
    interviewsOf: (id) => (id === person.id ? [interview] : []),
  };
}

function events(plan: Plan): readonly unknown[] {
  return plan.included.flatMap(({ changes }) =>
    changes.map((change) => (change.kind === 'event' ? change.event : change)),
  );
}

describe.each(ACTIONS)('an application that is $to', ({ action, to, reason }) => {
  it(`R9, R13 gets the status, with who did it and when, and nobody is written to`, () => {
    const plan = action.plan([applicant(1)], TICKS, planContext());
    expect(plan.problems).toEqual([]);
    expect(plan.included).toMatchObject([{ applicationId: applicant(1).applicationId, messages: [] }]);
    const { now, recruiter } = planContext();
    expect(events(plan)).toMatchObject([{ type: 'status', to, at: now, by: recruiter.id }]);
  });

  it('C34 stops what invites, holds what was written by hand, and cancels the interview, and says so before', () => {
    const plan = action.plan([applicant(1), applicant(2)], TICKS, planContext(waitingFor(applicant(1))));
    expect(events(plan)).toMatchObject([
      { type: 'status', to },
      { type: 'delivery', state: 'refused', reason },
      { type: 'delivery', state: 'held', reason: 'mail/status-changed' },
      { type: 'cancellation' },
      { type: 'status', to },
    ]);
    const concerned = [applicant(1).applicationId];
    expect(plan.warnings).toEqual([
      { code: 'messages-stopped', applicationIds: concerned },
      { code: 'messages-held', applicationIds: concerned },
      { code: 'interviews-cancelled', applicationIds: concerned },
    ]);
  });

  it('R10, C26 at any part of the process, but where the table refuses it', () => {
    const selection = STATUSES.map((status, n) => ({ ...applicant(n + 1), status }));
    const { included } = action.plan(selection, TICKS, planContext());
    const allowed = selection.filter(({ status }) => permissionOf(action.id, status) === 'allowed');
    expect(included.map(({ applicationId }) => applicationId)).toEqual(
      allowed.map(({ applicationId }) => applicationId),
    );
  });

  it('G-2 spares the unticked, and says when nobody is left', () => {
    const ticks = { ...TICKS, unticked: new Set([applicant(1).applicationId]) };
    expect(action.plan([applicant(1), applicant(2)], ticks, planContext())).toMatchObject({
      included: [{ applicationId: applicant(2).applicationId }],
      excluded: [{ applicationId: applicant(1).applicationId, reason: 'unticked' }],
    });
    expect(action.plan([applicant(1)], ticks, planContext()).problems).toMatchObject([{ code: 'nobody-left' }]);
  });
});

describe('an application that is saved', () => {
  it('R23, R24, R25 gets the status, and nothing that waits for it is stopped', () => {
    const plan = save.plan([applicant(1)], TICKS, planContext(waitingFor(applicant(1))));
    expect(events(plan)).toMatchObject([{ type: 'status', to: 'saved' }]);
    expect([plan.warnings, plan.problems]).toEqual([[], []]);
  });

  it('C25 is left out with the reason where nobody agreed to be kept, or where it is saved already', () => {
    const unasked = applicant(1, { databaseConsented: false });
    const saved = { ...applicant(2), status: 'saved' } as const;
    expect(save.plan([unasked, saved, applicant(3)], TICKS, planContext())).toMatchObject({
      included: [{ applicationId: applicant(3).applicationId }],
      excluded: [
        { applicationId: unasked.applicationId, reason: 'no-database-consent' },
        { applicationId: saved.applicationId, reason: 'already-saved' },
      ],
    });
  });
});
