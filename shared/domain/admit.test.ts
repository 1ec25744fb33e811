import { describe, expect, it } from 'vitest';
import { APPLICATION_STATUSES } from '../records/application.js';
import type { ApplicationId } from '../records/primitives.js';
import { testId } from '../testing/change-builders.js';
import { admit } from './admit.js';
import type { Applicant } from './progress-action.js';

const NOBODY: ReadonlySet<ApplicationId> = new Set();
const everyStatus = APPLICATION_STATUSES.map((status, n): Applicant => {
  const id = testId<never>(100 + n);
  const person = { id, standsAs: id, givenName: '', familyName: '', email: '', phone: '', postalAddress: '' };
  return {
    applicationId: testId<ApplicationId>(n),
    vacancyId: testId<never>(99),
    status,
    interviewType: null,
    person: { ...person, language: 'sv', consented: true, databaseConsented: true, demo: false },
  };
});
const idOf = (status: Applicant['status']): ApplicationId =>
  testId<ApplicationId>(APPLICATION_STATUSES.indexOf(status));
/** C20: nothing is done for them from a list that still shows them. */
const GONE = [
  { applicationId: idOf('deleted'), reason: 'already-deleted' },
  { applicationId: idOf('moved'), reason: 'already-moved' },
];

describe('for whom an action is done', () => {
  it('C26 leaves out the rejected, the hired and who stands in no list of a rejection, each with the reason', () => {
    const { admitted, excluded } = admit('reject', everyStatus, { unticked: NOBODY, tickedIn: NOBODY });
    expect(excluded).toEqual([
      { applicationId: idOf('rejected'), reason: 'already-rejected' },
      { applicationId: idOf('hired'), reason: 'already-hired' },
      ...GONE,
    ]);
    expect(admitted).toHaveLength(APPLICATION_STATUSES.length - 4);
  });

  it('C26 leaves the processed out of what begins something again, unless they are ticked in', () => {
    const left = (tickedIn: ReadonlySet<ApplicationId>) =>
      admit('invite-to-interview', everyStatus, { unticked: NOBODY, tickedIn }).excluded;
    expect(left(NOBODY)).toEqual([
      { applicationId: idOf('saved'), reason: 'asks-first' },
      { applicationId: idOf('rejected'), reason: 'asks-first' },
      { applicationId: idOf('withdrawn'), reason: 'asks-first' },
      { applicationId: idOf('hired'), reason: 'already-hired' },
      ...GONE,
    ]);
    expect(left(new Set([idOf('withdrawn'), idOf('hired')])).map(({ applicationId }) => applicationId)).toEqual([
      idOf('saved'),
      idOf('rejected'),
      idOf('hired'),
      idOf('deleted'),
      idOf('moved'),
    ]);
  });

  it('spares whose tick was taken away, also after it was asked for', () => {
    const ticks = { unticked: new Set([idOf('new'), idOf('saved')]), tickedIn: new Set([idOf('saved')]) };
    const { excluded } = admit('invite-to-interview', everyStatus, ticks);
    expect(excluded.filter(({ reason }) => reason === 'unticked').map(({ applicationId }) => applicationId)).toEqual([
      idOf('new'),
      idOf('saved'),
    ]);
  });

  it('says of the withdrawn that they have withdrawn already', () => {
    expect(admit('withdraw', everyStatus, { unticked: NOBODY, tickedIn: NOBODY }).excluded).toContainEqual({
      applicationId: idOf('withdrawn'),
      reason: 'already-withdrawn',
    });
  });
});
