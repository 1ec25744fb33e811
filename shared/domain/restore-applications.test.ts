import { describe, expect, it } from 'vitest';
import type { ApplicationEvent, ApplicationStatus } from '../records/application.js';
import type { ApplicationId, PersonId, RecruiterId, VacancyId } from '../records/primitives.js';
import { testId } from '../testing/change-builders.js';
import { STATUSES } from './application-status.js';
import { foldDeletion } from './deletion.js';
import { planRestore, type DeletedApplication, type RestoreContext } from './restore-applications.js';

const MAJA = testId<RecruiterId>(3);
const PER = testId<RecruiterId>(4);
type StatusEvent = Extract<ApplicationEvent, { type: 'status' }>;
const VACANCY = testId<VacancyId>(10);

function deleted(n: number, fields: Partial<DeletedApplication> = {}): DeletedApplication {
  return {
    applicationId: testId<ApplicationId>(100 + n),
    personId: testId<PersonId>(1000 + n),
    standsAs: testId<PersonId>(1000 + n),
    vacancyId: VACANCY,
    status: 'deleted',
    ...fields,
  };
}

function context(fields: Partial<RestoreContext> = {}): RestoreContext {
  let made = 0;
  const newId = (): string => testId(5000 + (made += 1));
  return { stamp: { at: 77, by: MAJA, newId }, hasVacancy: () => true, applicationsOf: () => [], ...fields };
}

function status(n: number, to: ApplicationStatus, by = MAJA): StatusEvent {
  return { type: 'status', id: testId(n), at: n, by, to, interviewType: null, rejection: null, otherVacancyId: null };
}

describe('restoring from Deleted applications', () => {
  it('R15: sets the status Restored, with who did it and when, in the dossier of each', () => {
    const { included, excluded } = planRestore([deleted(1), deleted(2)], context());
    expect(excluded).toEqual([]);
    expect(included.map(({ change }) => change)).toMatchObject([
      { kind: 'event', id: deleted(1).applicationId, dossier: deleted(1).personId, event: { to: 'restored', at: 77 } },
      { kind: 'event', id: deleted(2).applicationId, dossier: deleted(2).personId, event: { by: MAJA } },
    ]);
  });

  it('C14, G-2: an application of a vacancy that is gone stays, with the reason; the others are restored', () => {
    const gone = testId<VacancyId>(11);
    const selection = [deleted(1, { vacancyId: gone }), deleted(2)];
    const { included, excluded } = planRestore(selection, context({ hasVacancy: (id) => id !== gone }));
    expect(included.map(({ applicationId }) => applicationId)).toEqual([deleted(2).applicationId]);
    expect(excluded).toEqual([{ applicationId: deleted(1).applicationId, reason: 'vacancy-gone' }]);
  });

  it.each(STATUSES)('one person stands in one vacancy once: with another application there that is %s', (other) => {
    const applicationsOf = () => [
      { vacancyId: VACANCY, status: 'deleted' as const },
      { vacancyId: VACANCY, status: other },
    ];
    const { excluded } = planRestore([deleted(1)], context({ applicationsOf }));
    expect(excluded.map(({ reason }) => reason)).toEqual(
      other === 'deleted' || other === 'moved' ? [] : ['applied-again'],
    );
  });

  it('another application of the person in another vacancy stands in nobody’s way', () => {
    const applicationsOf = () => [{ vacancyId: testId<VacancyId>(12), status: 'new' as const }];
    expect(planRestore([deleted(1)], context({ applicationsOf })).included).toHaveLength(1);
  });

  it('of two of one person in one vacancy the first is restored', () => {
    const { standsAs } = deleted(1); // in two dossiers (G-13)
    const { included, excluded } = planRestore([deleted(1), deleted(2, { standsAs })], context());
    expect(included.map(({ applicationId }) => applicationId)).toEqual([deleted(1).applicationId]);
    expect(excluded).toEqual([{ applicationId: deleted(2).applicationId, reason: 'applied-again' }]);
  });

  it('what somebody else has restored meanwhile is left out', () => {
    expect(planRestore([deleted(1, { status: 'restored' })], context()).excluded).toMatchObject([
      { reason: 'not-deleted' },
    ]);
  });
});

describe('how an application was deleted', () => {
  it('R14: when, by whom and from which status', () => {
    const invited = { ...status(1, 'invited'), interviewType: 'first' } as const;
    expect(foldDeletion([invited, status(2, 'deleted', PER)])).toEqual({
      at: 2,
      by: PER,
      before: {
        status: 'invited',
        interviewType: 'first',
        rejectionStage: null,
        rejectionReasonId: null,
        rejectedAt: null,
        ownStepId: null,
      },
    });
  });

  it('of the last time, and not at all once it is restored', () => {
    const again = [status(1, 'deleted', PER), status(2, 'restored'), status(3, 'deleted')];
    expect(foldDeletion(again)).toMatchObject({ at: 3, by: MAJA, before: { status: 'restored' } });
    expect(foldDeletion(again.slice(0, 2))).toBeNull();
    expect(foldDeletion([])).toBeNull();
  });

  it('of two laptops that both deleted it, the first', () => {
    expect(foldDeletion([status(1, 'deleted', PER), status(2, 'deleted')])).toMatchObject({ at: 1, by: PER });
  });
});
