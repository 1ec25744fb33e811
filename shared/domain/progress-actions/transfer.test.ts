import { describe, expect, it } from 'vitest';
import { Application } from '../../records/application.js';
import type { ApplicationId, MessageId, VacancyId } from '../../records/primitives.js';
import { testId } from '../../testing/change-builders.js';
import { applicant, planContext } from '../../testing/plan-builders.js';
import { STATUSES } from '../application-status.js';
import type { Plan, PlanContext } from '../progress-action.js';
import { permissionOf } from '../progress-permission.js';
import { transfer, type TransferInput } from './transfer.js';

const TARGET = testId<VacancyId>(50);
const INPUT: TransferInput = {
  ...{ target: TARGET, copy: false, sends: false },
  ...{ from: planContext().mail.from, texts: {}, unticked: new Set(), tickedIn: new Set() },
};

function context(change: Partial<PlanContext> = {}): PlanContext {
  const standard = planContext(change);
  const vacancy: PlanContext['vacancy'] = (id) => standard.vacancy(id === TARGET ? applicant(1).vacancyId : id);
  return { ...standard, vacancy };
}

function changesOf(plan: Plan): readonly unknown[] {
  return plan.included.flatMap(({ changes }) => changes);
}

describe('Transfer', () => {
  it('R33, R34, C13 makes a new application without text and answers; the old one leaves the lists and says where to', () => {
    const one = applicant(1);
    const [created, arrived, left, ...more] = changesOf(transfer.plan([one], INPUT, context()));
    expect(created).toMatchObject({
      kind: 'create',
      table: 'application',
      dossier: one.person.id,
      fields: { personId: one.person.id, vacancyId: TARGET, receivedAt: context().now, text: '', answers: {} },
    });
    expect(Application.safeParse((created as { readonly fields: unknown }).fields).success).toBe(true);
    const { id } = created as { readonly id: string };
    expect(arrived).toMatchObject({ id, event: { to: 'transferred', otherVacancyId: one.vacancyId } });
    expect(left).toMatchObject({ id: one.applicationId, event: { to: 'moved', otherVacancyId: TARGET } });
    expect(more).toEqual([]);
  });

  it('C13 a copy leaves the old application as it is, with what waits for it (R1)', () => {
    const waiting = {
      id: testId<MessageId>(7),
      interviewId: null,
      purpose: 'invitation',
      state: 'held',
      sequence: null,
      attempt: 0,
    } as const;
    const messages = { messagesOf: () => [{ ...waiting, applicationId: applicant(1).applicationId }] };
    const copied = transfer.plan([applicant(1)], { ...INPUT, copy: true }, context(messages));
    expect(changesOf(copied)).toHaveLength(2);
    expect(copied.warnings).toEqual([]);
    const moved = transfer.plan([applicant(1)], INPUT, context(messages));
    expect(changesOf(moved).at(-1)).toMatchObject({ event: { state: 'refused', reason: 'mail/application-moved' } });
    expect(moved.warnings).toMatchObject([{ code: 'messages-stopped' }]);
  });

  it('C25 takes nobody out of the CV database who no longer agrees to be in it', () => {
    const saved = { ...applicant(1, { databaseConsented: false }), status: 'saved' } as const;
    const { included, excluded } = transfer.plan([saved, { ...applicant(2), status: 'saved' }], INPUT, context());
    expect(included.map(({ applicationId }) => applicationId)).toEqual([applicant(2).applicationId]);
    expect(excluded).toEqual([{ applicationId: saved.applicationId, reason: 'no-database-consent' }]);
  });

  it('C13 leaves out who is in the target already, unless that application is deleted or moved away', () => {
    const inTarget = (status: 'new' | 'deleted' | 'moved') => ({
      applicationsOf: () => [{ id: testId<ApplicationId>(9), vacancyId: TARGET, status }],
    });
    expect(transfer.plan([applicant(1)], INPUT, context(inTarget('new')))).toMatchObject({
      excluded: [{ reason: 'already-in-target' }],
      problems: [{ code: 'nobody-left' }],
    });
    for (const status of ['deleted', 'moved'] as const) {
      expect(transfer.plan([applicant(1)], INPUT, context(inTarget(status))).included).toHaveLength(1);
    }
  });

  it('G-3 asks for a vacancy that is there', () => {
    for (const target of [null, testId<VacancyId>(51)]) {
      const plan = transfer.plan([applicant(1)], { ...INPUT, target }, context());
      expect(plan.problems).toMatchObject([{ code: 'transfer-target-missing' }]);
      expect(changesOf(plan)).toEqual([]);
    }
  });

  it('R35, R58, R59, C25 into the CV database is to be saved, from every status that may be', () => {
    const selection = STATUSES.map((status, n) => ({ ...applicant(n + 1), status }));
    const { included } = transfer.plan(selection, { ...INPUT, target: 'cv-database' }, context());
    const allowed = STATUSES.filter((status) => permissionOf('save', status) === 'allowed');
    expect(included).toHaveLength(allowed.length);
    for (const { changes } of included) expect(changes).toMatchObject([{ event: { to: 'saved' } }]);
  });

  it('C26 does it in every status that allows it', () => {
    const selection = STATUSES.map((status, n) => ({ ...applicant(n + 1), status }));
    const { included } = transfer.plan(selection, INPUT, context());
    const allowed = selection.filter(({ status }) => permissionOf('transfer', status) === 'allowed');
    expect(included.map(({ applicationId }) => applicationId)).toEqual(
      allowed.map(({ applicationId }) => applicationId),
    );
  });
});
