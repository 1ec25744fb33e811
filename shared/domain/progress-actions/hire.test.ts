import { describe, expect, it } from 'vitest';
import type { EmploymentTerms } from '../../records/contract.js';
import type { ApplicationId, VacancyId } from '../../records/primitives.js';
import { testId } from '../../testing/change-builders.js';
import { applicant, NO_CONTRACTS, planContext } from '../../testing/plan-builders.js';
import { STATUSES } from '../application-status.js';
import type { KnownApplication, Plan } from '../progress-action.js';
import { permissionOf } from '../progress-permission.js';
import { hire, otherOpenApplications, type HireInput } from './hire.js';

const TERMS: EmploymentTerms = {
  position: 'Trainee',
  department: 'Grid',
  startDate: '2027-02-01',
  salary: '',
  own: {},
};
const OTHER: KnownApplication = { id: testId<ApplicationId>(70), vacancyId: testId<VacancyId>(71), status: 'invited' };
const ONE = applicant(1).applicationId;

function input(change: Partial<HireInput> = {}): HireInput {
  return { rows: { [ONE]: { terms: TERMS } }, alsoWithdrawn: [], unticked: new Set(), tickedIn: new Set(), ...change };
}

function events(plan: Plan): readonly unknown[] {
  return plan.included.flatMap(({ changes }) =>
    changes.map((change) => ('event' in change ? [change.id, change.event] : change)),
  );
}

describe('Hire', () => {
  it('R38, R39, C24 keeps what was agreed and sets the status Hired', () => {
    expect(events(hire.plan([applicant(1)], input(), planContext()))).toMatchObject([
      [ONE, { type: 'employment', terms: TERMS }],
      [ONE, { type: 'status', to: 'hired' }],
    ]);
  });

  it('C24 does not say again what a contract has agreed on already', () => {
    const contracts = { ...NO_CONTRACTS, agreed: () => TERMS };
    expect(events(hire.plan([applicant(1)], input(), planContext({ contracts })))).toMatchObject([
      [ONE, { type: 'status', to: 'hired' }],
    ]);
  });

  it.each([
    ['position', { position: ' ' }],
    ['department', { department: '' }],
    ['start-date', { startDate: null }],
  ] as const)('R39, G-10 asks for the %s of each person, and does nothing without it', (field, change) => {
    const rows = { [ONE]: { terms: { ...TERMS, ...change } } };
    const plan = hire.plan([applicant(1)], input({ rows }), planContext());
    expect(plan.problems).toMatchObject([{ code: 'hire-unfilled', field, applicationIds: [ONE] }]);
    expect(events(plan)).toEqual([]);
  });

  it('R1, C24 leaves the other applications as they are, unless they are marked to end too', () => {
    const context = planContext({ applicationsOf: () => [OTHER] });
    expect(events(hire.plan([applicant(1)], input(), context))).toHaveLength(2);
    expect(events(hire.plan([applicant(1)], input({ alsoWithdrawn: [OTHER.id] }), context)).slice(2)).toMatchObject([
      [OTHER.id, { type: 'status', to: 'withdrawn' }],
    ]);
  });

  it('C24 names each other open application once, and none that is ended or hired along', () => {
    const all: readonly KnownApplication[] = STATUSES.map((status, n) => ({ ...OTHER, id: testId(80 + n), status }));
    const twice = [applicant(1), { ...applicant(1), applicationId: testId<ApplicationId>(80) }];
    const found = otherOpenApplications(twice, { applicationsOf: () => all });
    expect(found.map(({ application }) => application.status)).toEqual([
      'invited',
      'offered',
      'transferred',
      'restored',
    ]);
  });

  it('R40, C26 asks first for the rejected, withdrawn and saved, and refuses the hired, in every status', () => {
    const selection = STATUSES.map((status, n) => ({ ...applicant(n + 1), status }));
    const rows = Object.fromEntries(selection.map(({ applicationId }) => [applicationId, { terms: TERMS }]));
    const done = (tickedIn: HireInput['tickedIn']) =>
      hire.plan(selection, input({ rows, tickedIn }), planContext()).included.length;
    const count = (permission: string) =>
      STATUSES.filter((status) => permissionOf('hire', status) === permission).length;
    expect(done(new Set())).toBe(count('allowed'));
    expect(done(new Set(selection.map(({ applicationId }) => applicationId)))).toBe(count('allowed') + count('asks'));
  });
});
