import { describe, expect, it } from 'vitest';
import type { ApplicationStatus } from '../records/application.js';
import type { ApplicationId, PersonId } from '../records/primitives.js';
import { testId } from '../testing/change-builders.js';
import { planErasure, type ErasureSubject, type ErasureWish, type OwnedRecord } from './erasure.js';

const PERSON = testId<PersonId>(1);
const FIRST = testId<ApplicationId>(11);
const SECOND = testId<ApplicationId>(12);
const INTERVIEW = testId<string>(21);
const TODAY = '2026-11-18';

function record(table: string, id: string, fields: OwnedRecord['fields'] = {}): OwnedRecord {
  return { table, id, fields };
}

const RECORDS = [
  record('person', PERSON),
  record('application', FIRST),
  record('interview', INTERVIEW, { applicationId: FIRST }),
  record('message', testId(31), { applicationId: FIRST, interviewId: null }),
  record('document', testId(41), { applicationId: null, fileId: testId(42) }),
  record('document', testId(43), { applicationId: FIRST }),
  record('answer', testId(51), { interviewId: INTERVIEW }), // a table that names only what goes
];

function subject(second: ApplicationStatus | null, part: Partial<ErasureSubject> = {}): ErasureSubject {
  const other = second === null ? [] : [{ id: SECOND, status: second }];
  return {
    personId: PERSON,
    kind: 'candidate',
    databaseConsent: null,
    applications: [{ id: FIRST, status: 'deleted' }, ...other],
    records: [...RECORDS, ...other.map(({ id }) => record('application', id))],
    ...part,
  };
}

function plan(of: ErasureSubject, part: Partial<ErasureWish> = {}) {
  return planErasure(of, { applications: new Set([FIRST]), everywhere: false, today: TODAY, ...part });
}

const idsOf = (records: readonly OwnedRecord[] | undefined) => records?.map(({ id }) => id);

describe('planErasure', () => {
  it('R16, C23: without anything else the person goes, with CV and shared files', () => {
    expect(plan(subject(null))).toMatchObject({ whole: true, because: [], kept: [] });
    expect(idsOf(plan(subject(null))?.gone)).toEqual(idsOf(RECORDS));
  });

  it('C23: of somebody who has another application only this one goes, with all that belongs to it alone', () => {
    const erasure = plan(subject('rejected'));
    expect(erasure).toMatchObject({ whole: false, because: ['other-applications'] });
    expect(idsOf(erasure?.gone)).toEqual([FIRST, INTERVIEW, testId(31), testId(43), testId(51)]);
    expect(idsOf(erasure?.kept)).toEqual([PERSON, testId(41), SECOND]);
  });

  it('C23: an employee, a saved entry and a prospect stay; a consent that has run out and a moved application keep nobody', () => {
    expect(plan(subject('hired'))?.because).toEqual(['hired']);
    expect(plan(subject('saved'))?.because).toEqual(['other-applications']);
    expect(plan(subject('deleted'))?.because).toEqual(['other-applications']); // it may still be restored
    expect(plan(subject(null, { kind: 'prospect' }))?.because).toEqual(['prospect']);
    expect(plan(subject(null, { databaseConsent: { until: TODAY } }))?.because).toEqual(['cv-database']);
    expect(plan(subject(null, { databaseConsent: { until: '2026-11-17' } }))?.whole).toBe(true);
    expect(plan(subject('moved'))?.whole).toBe(true);
  });

  it('C23: everywhere takes the person whatever is left, and still says what that is', () => {
    expect(plan(subject('hired'), { everywhere: true })).toMatchObject({ whole: true, because: ['hired'], kept: [] });
  });

  it('R16: both deleted applications of one person are the last ones together', () => {
    const both = { applications: new Set([FIRST, SECOND]) };
    expect(plan(subject('deleted'), both)?.whole).toBe(true);
  });

  it('R15: what was restored in the meantime is not erased', () => {
    const restored = subject(null, { applications: [{ id: FIRST, status: 'restored' }] });
    expect(plan(restored)).toBeNull();
    expect(plan(restored, { everywhere: true })?.whole).toBe(true);
  });
});
