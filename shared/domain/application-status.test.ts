import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { APPLICATION_STATUSES, type ApplicationEvent, type ApplicationStatus } from '../records/application.js';
import { countGroups, countStatuses, foldStanding, mayBecome, STATUS_RULES } from './application-status.js';

type StatusEvent = Extract<ApplicationEvent, { type: 'status' }>;

function statusEvent(at: number, to: ApplicationStatus): StatusEvent {
  return {
    id: at.toString(),
    type: 'status',
    at,
    by: null,
    to,
    interviewType: null,
    rejection: null,
    otherVacancyId: null,
  };
}

function events(to: readonly ApplicationStatus[]): ApplicationEvent[] {
  return to.map((status, at) => statusEvent(at, status));
}

describe('application status', () => {
  it('C20, R12: pending are exactly the invited and the offered, processed the rejected, withdrawn, saved and hired', () => {
    const group = (name: string) => APPLICATION_STATUSES.filter((status) => STATUS_RULES[status].group === name);
    expect(group('pending')).toEqual(['invited', 'offered']);
    expect(group('processed')).toEqual(['saved', 'rejected', 'withdrawn', 'hired']);
    expect(group('active')).toEqual(['new', 'transferred', 'restored']);
    expect(group('gone')).toEqual(['deleted', 'moved']);
  });

  it('C26: every step from every status, allowed or not', () => {
    const table = Object.fromEntries(
      APPLICATION_STATUSES.map((from) => [from, APPLICATION_STATUSES.filter((to) => mayBecome(from, to))]),
    );
    const everything = ['invited', 'offered', 'saved', 'rejected', 'withdrawn', 'hired', 'deleted', 'moved'];
    for (const from of ['invited', 'offered', 'transferred', 'restored'] as const) {
      expect(table[from]).toEqual(everything);
    }
    expect(table['new']).toEqual(['invited', 'offered', 'transferred', ...everything.slice(2)]);
    for (const from of ['saved', 'rejected', 'withdrawn'] as const) {
      expect(table[from]).toEqual(everything.filter((to) => to !== from));
    }
    expect(table['hired']).toEqual(['restored', 'deleted']);
    expect(table['deleted']).toEqual(['restored']);
    expect(table['moved']).toEqual([]);
  });

  it('R21: rejection is possible at any stage but after hiring, and of what stands in no list', () => {
    for (const from of APPLICATION_STATUSES) {
      expect(mayBecome(from, 'rejected')).toBe(!['rejected', 'hired', 'deleted', 'moved'].includes(from));
    }
  });

  it('folds any merge of actions into a status that the table allows at each step', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...APPLICATION_STATUSES), { maxLength: 20 }), (steps) => {
        let before: ApplicationStatus = 'new';
        for (let length = 1; length <= steps.length; length++) {
          const after = foldStanding(events(steps.slice(0, length))).status;
          expect(after === before || mayBecome(before, after)).toBe(true);
          before = after;
        }
      }),
    );
  });

  it('T2: the stage stands beside the status, and only as long as it is that status', () => {
    const standing = (...steps: Partial<StatusEvent>[]) =>
      foldStanding(steps.map((step, at) => ({ ...statusEvent(at, 'new'), ...step })));
    const rejection = { stage: 'first', reasonId: 'a'.repeat(32) } as const;
    expect(standing({ to: 'invited', interviewType: 'first' })).toEqual({
      status: 'invited',
      interviewType: 'first',
      rejectionStage: null,
      rejectionReasonId: null,
      rejectedAt: null,
      ownStepId: null,
    });
    expect(standing({ to: 'invited', interviewType: 'first' }, { to: 'rejected', rejection })).toEqual({
      status: 'rejected',
      interviewType: null,
      rejectionStage: 'first',
      rejectionReasonId: rejection.reasonId,
      rejectedAt: 1,
      ownStepId: null,
    });
    expect(standing({ to: 'rejected', rejection }, { to: 'invited' }).rejectionStage).toBeNull();
    expect(
      standing({ to: 'invited', interviewType: 'first' }, { to: 'invited', interviewType: 'second' }),
    ).toMatchObject({ interviewType: 'second' });
  });

  it('C25: who is saved after a rejection keeps its stage and its reason', () => {
    const rejection = { stage: 'second', reasonId: 'a'.repeat(32) } as const;
    const steps = [{ ...statusEvent(0, 'rejected'), rejection }, statusEvent(1, 'saved')];
    expect(foldStanding(steps)).toEqual({
      status: 'saved',
      interviewType: null,
      rejectionStage: 'second',
      rejectionReasonId: rejection.reasonId,
      rejectedAt: 0,
      ownStepId: null,
    });
    expect(foldStanding([...steps, statusEvent(2, 'offered')]).rejectionStage).toBeNull();
  });

  it('C20: every application counts once', () => {
    const statuses: ApplicationStatus[] = ['new', 'new', 'hired', 'invited'];
    const counts = countStatuses(statuses);
    expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(statuses.length);
    expect(counts).toMatchObject({ new: 2, hired: 1, invited: 1, rejected: 0 });
  });

  it.each([
    ['new', { active: 1, pending: 0, processed: 0 }],
    ['invited', { active: 1, pending: 1, processed: 0 }],
    ['offered', { active: 1, pending: 1, processed: 0 }],
    ['transferred', { active: 1, pending: 0, processed: 0 }],
    ['restored', { active: 1, pending: 0, processed: 0 }],
    ['saved', { active: 0, pending: 0, processed: 1 }],
    ['rejected', { active: 0, pending: 0, processed: 1 }],
    ['withdrawn', { active: 0, pending: 0, processed: 1 }],
    ['hired', { active: 0, pending: 0, processed: 1 }],
  ] as const)('C20: where somebody who is %s counts', (status, counted) => {
    expect(countGroups([{ status }])).toEqual({ all: 1, ...counted });
  });

  it.each(['deleted', 'moved'] as const)('C20: who is %s counts nowhere', (status) => {
    expect(countGroups([{ status }])).toEqual({ all: 0, active: 0, pending: 0, processed: 0 });
  });

  it('C20: whoever they are, active and processed together are all, pending is a part of active', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...APPLICATION_STATUSES)), (statuses) => {
        const { all, active, pending, processed } = countGroups(statuses.map((status) => ({ status })));
        const one = countStatuses(statuses);
        expect(all).toBe(statuses.length - one.deleted - one.moved);
        expect(active + processed).toBe(all);
        expect(pending).toBe(one.invited + one.offered);
        expect(processed).toBe(one.saved + one.rejected + one.withdrawn + one.hired);
      }),
    );
  });

  it('T2, C26: no merge of actions leads past the table, whatever they carry beside the status', () => {
    const step = fc.record({
      to: fc.constantFrom(...APPLICATION_STATUSES),
      interviewType: fc.option(fc.constantFrom('initial', 'first', 'second', 'third')),
      rejection: fc.option(fc.constant({ stage: 'first', reasonId: 'a'.repeat(32) } as const)),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        const all = steps.map((given, at) => ({ ...statusEvent(at, given.to), ...given }));
        const taken: ApplicationStatus[] = ['new'];
        for (let length = 1; length <= all.length; length += 1) {
          const { status } = foldStanding(all.slice(0, length));
          if (status !== taken.at(-1)) taken.push(status);
        }
        const stepsTaken = taken.slice(1).map((to, n) => [taken[n] ?? 'new', to] as const);
        expect(stepsTaken.every(([from, to]) => mayBecome(from, to))).toBe(true);
        // Only what begins can be transferred to here, and who is hired becomes a candidate again or is deleted.
        expect(taken.slice(1)).not.toContain('new');
        expect(taken.slice(2)).not.toContain('transferred');
        expect(stepsTaken.every(([from, to]) => from !== 'hired' || to === 'restored' || to === 'deleted')).toBe(true);
      }),
    );
  });
});
