import { describe, expect, it } from 'vitest';
import { APPLICATION_STATUSES, type ApplicationEvent, type ApplicationStatus } from '../../records/application.js';
import { INTERVIEW_TYPES } from '../../records/interview.js';
import type { ApplicationId, RecruiterId, VacancyId } from '../../records/primitives.js';
import { RIGHTS, type Right } from '../../records/recruiter.js';
import { ACTION_TABLE, cellOf } from '../../testing/action-table.js';
import { applicant, planContext } from '../../testing/plan-builders.js';
import { VALID_INPUTS, type InputWish } from '../../testing/valid-inputs.js';
import { foldStanding } from '../application-status.js';
import { statusSteps } from '../status-steps.js';
import type { Applicant, Plan, PlanContext, ProgressAction, ProgressActionId, Selection } from '../progress-action.js';
import { refuseReceived } from '../refuse-received.js';
import { refuseWrite } from '../refuse-write.js';
import { INVITE_RIGHTS } from '../rights.js';
import { planAction, progressActions } from './registry.js';

const EVA = '9'.repeat(32) as RecruiterId;
const TARGET = 'd'.repeat(32) as VacancyId;
const NOBODY: ReadonlySet<ApplicationId> = new Set();
const ACTIONS = Object.keys(progressActions) as ProgressActionId[];

function contextWith(rights: readonly Right[]): PlanContext {
  const { vacancy, recruiter, ...context } = planContext();
  const target = vacancy(applicant(1).vacancyId);
  return {
    ...context,
    recruiter: { ...recruiter, id: EVA, rights },
    vacancy: (id) => (id === TARGET ? target : vacancy(id)),
  };
}

function planOf(
  id: ProgressActionId,
  selection: Selection,
  wish: Partial<InputWish> = {},
  rights: readonly Right[] = RIGHTS,
): Plan {
  const context = contextWith(rights);
  const filled = { selection, context, tickedIn: NOBODY, target: TARGET, ...wish };
  // Each builder gives the input of its own action: the table of builders says so, a union of them cannot.
  const action = progressActions[id].action as ProgressAction<unknown>;
  return planAction(action, selection, VALID_INPUTS[id](filled), context);
}

/** Somebody whose application stands there; the first of two is always new. */
function standing(n: number, status: ApplicationStatus): Applicant {
  return { ...applicant(n), status, interviewType: status === 'invited' ? 'initial' : null };
}

/** How an application comes to a status, by steps that are all legal. */
function pathTo(status: ApplicationStatus): readonly ApplicationStatus[] {
  if (status === 'new') return [];
  return status === 'restored' ? ['deleted', 'restored'] : [status];
}

function event(to: ApplicationStatus, at: number): ApplicationEvent {
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

/** Where the application stands after the plan was carried out. */
function statusAfter(plan: Plan, { applicationId, status }: Applicant): ApplicationStatus {
  const before = pathTo(status).map(event);
  const done = plan.included.flatMap(({ changes }) =>
    changes.flatMap((change) =>
      change.kind === 'event' && change.table === 'application' && change.id === applicationId
        ? [change.event as unknown as ApplicationEvent]
        : [],
    ),
  );
  return foldStanding([...before, ...done]).status;
}

/** What the row of the plan says of the status (docs: *status-steps*). */
function saidSteps(plan: Plan, { applicationId }: Applicant) {
  const steps = plan.included.filter((one) => one.applicationId === applicationId).flatMap(statusSteps);
  return steps.filter((step) => step.applicationId === applicationId).map(({ from, to }) => [from, to]);
}

const idsOf = (people: readonly { readonly applicationId: ApplicationId }[]) =>
  people.map(({ applicationId }) => applicationId);
const REASONS: Partial<Record<ApplicationStatus, string>> = {
  rejected: 'already-rejected',
  saved: 'already-saved',
  withdrawn: 'already-withdrawn',
  hired: 'already-hired',
  deleted: 'already-deleted',
  moved: 'already-moved',
};

/** The plan says who is in, who is out and why, and leads to the status of the table. */
function expectAsTable(id: ProgressActionId, people: Selection, tickedIn: ReadonlySet<ApplicationId>): void {
  const plan = planOf(id, people, { tickedIn });
  const isIn = (one: Applicant): boolean => {
    const cell = cellOf(id, one.status);
    return cell === 'allowed' || (cell === 'asks' && tickedIn.has(one.applicationId));
  };
  const [inside, outside] = [people.filter(isIn), people.filter((one) => !isIn(one))];
  expect(idsOf(plan.included)).toEqual(idsOf(inside));
  expect(plan.excluded).toEqual(
    outside.map(({ applicationId, status }) => ({
      applicationId,
      reason: cellOf(id, status) === 'asks' ? 'asks-first' : REASONS[status],
    })),
  );
  const nobody = inside.length === 0 ? ['nobody-left'] : [];
  expect(plan.problems.map(({ code }) => code)).toEqual(nobody);
  for (const one of inside) {
    const to = ACTION_TABLE[id].to ?? one.status;
    expect(statusAfter(plan, one)).toBe(to);
    expect(saidSteps(plan, one)).toEqual(to === one.status ? [] : [[one.status, to]]);
  }
  for (const one of outside) expect(statusAfter(plan, one)).toBe(one.status);
  if (inside.length > 0) expect(refusalOf(id, plan, RIGHTS)).toBeNull();
}

function refusalOf(id: ProgressActionId, plan: Plan, rights: readonly Right[]) {
  const other = { rights: [...RIGHTS], departments: [], active: true };
  const recruiters = new Map([
    [EVA, { rights: [...rights], departments: [], active: true }],
    ['8'.repeat(32), other],
  ]);
  const write = { action: id, by: EVA, changes: plan.included.flatMap((planned) => planned.changes) };
  const facts = { recruiters, departmentOf: () => null, channelOf: () => null, departmentOfTemplate: () => '' };
  const refusal = refuseWrite(write, facts);
  expect(refuseReceived(write, facts)).toBe(refusal); // a server takes what may be done here, and no more
  return refusal;
}

/** Without the right the same people are looked at, and nothing is done for any of them; the write is refused as well. */
function expectRefused(id: ProgressActionId, people: Selection, tickedIn: ReadonlySet<ApplicationId>): void {
  const needed: readonly Right[] = ACTION_TABLE[id].rights;
  const rights = RIGHTS.filter((right) => !needed.includes(right));
  const [withRight, without] = [planOf(id, people, { tickedIn }), planOf(id, people, { tickedIn }, rights)];
  if (needed.length === 0) {
    expect(without.problems).toEqual(withRight.problems);
    expect(refusalOf(id, withRight, rights)).toBeNull();
    return;
  }
  expect(idsOf(without.included)).toEqual(idsOf(withRight.included));
  expect(without.excluded).toEqual(withRight.excluded);
  expect(without.problems[0]?.code).toBe('right-missing');
  expect(without.included.flatMap(({ changes }) => changes)).toEqual([]);
  expect(refusalOf(id, withRight, rights)).toBe('right/missing');
}

const EVERY = ACTIONS.flatMap((id) => APPLICATION_STATUSES.map((status) => [id, status] as const));

describe('every action from every status', () => {
  it('R2, C26 every action that can be executed has a valid input here, and each row of the table its action', () => {
    expect(Object.keys(VALID_INPUTS).sort()).toEqual([...ACTIONS].sort());
    expect(Object.keys(ACTION_TABLE)).toEqual(Object.keys(progressActions));
  });

  it.each(EVERY)('C26, T2, C19 %s of somebody %s: alone, with and without the right', (id, status) => {
    const person = standing(1, status);
    expectAsTable(id, [person], NOBODY);
    expectAsTable(id, [person], new Set([person.applicationId]));
    expectRefused(id, [person], NOBODY);
    expectRefused(id, [person], new Set([person.applicationId]));
  });

  it.each(EVERY)('C26, T2, C19 %s of somebody %s: in a bulk beside somebody new', (id, status) => {
    const people = [standing(1, 'new'), standing(2, status)];
    expectAsTable(id, people, NOBODY);
    expectAsTable(id, people, new Set(idsOf(people)));
    expectRefused(id, people, NOBODY);
    expectRefused(id, people, new Set(idsOf(people)));
  });
});

describe('an invitation', () => {
  const STAGES = INTERVIEW_TYPES.flatMap((type) => APPLICATION_STATUSES.map((status) => [type, status] as const));

  it.each(STAGES)('G-9, C19 to a %s interview of somebody %s asks for the right of its stage', (type, status) => {
    const person = standing(1, status);
    const wish = { tickedIn: new Set([person.applicationId]), interviewType: type };
    const plan = (rights: readonly Right[]): Plan => planOf('invite-to-interview', [person], wish, rights);
    const nobody = cellOf('invite-to-interview', status) === 'refused';
    const codes = (rights: readonly Right[]) =>
      plan(rights)
        .problems.map(({ code }) => code)
        .filter((code) => code !== 'nobody-left');
    expect(codes([INVITE_RIGHTS[type]])).toEqual([]);
    const others = (['invite-initial', 'invite-first-second', 'invite-third'] as const).filter(
      (right) => right !== INVITE_RIGHTS[type],
    );
    expect(codes(others)).toEqual(['interview-type-refused']);
    expect(plan(others).included.flatMap(({ changes }) => changes)).toEqual([]);
    expect(refusalOf('invite-to-interview', plan(RIGHTS), others)).toBe(nobody ? null : 'right/missing');
  });
});
