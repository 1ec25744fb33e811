import { describe, expect, it } from 'vitest';
import type { EmploymentTerms } from '../records/contract.js';
import { ApplicationEvent } from '../records/application.js';
import { testId } from '../testing/change-builders.js';
import { agreeOn, unfilledTerms } from './agree-on.js';
import { foldStanding } from './application-status.js';
import { endEmployment } from './end-employment.js';
import { setStatus } from './status-event.js';

const APPLICATION = { applicationId: testId<never>(1), personId: testId<never>(2) };
const TERMS: EmploymentTerms = {
  position: 'Trainee',
  department: 'Grid',
  startDate: '2027-02-01',
  salary: '',
  own: {},
};

function stamp(at: number) {
  return { at, by: null, newId: () => testId(at) };
}

describe('Employees', () => {
  it('G-10, C24 makes whoever is deleted as an employee a candidate again: Restored, where they were hired', () => {
    const hired = setStatus({ ...APPLICATION, status: 'new' }, 'hired', stamp(10));
    const ended = endEmployment(APPLICATION, stamp(20));
    expect(ended).toMatchObject({ id: APPLICATION.applicationId, dossier: APPLICATION.personId });
    const events = [hired, agreeOn(APPLICATION, TERMS, stamp(15)), ended].map((change) =>
      ApplicationEvent.parse('event' in change ? change.event : null),
    );
    expect(foldStanding(events).status).toBe('restored');
    expect(foldStanding(events.slice(0, 2)).status).toBe('hired');
    expect(events[1]).toMatchObject({ terms: TERMS }); // still known to whoever hires them again
  });

  it('R39, G-10 cannot be without position, department and start date', () => {
    expect(unfilledTerms(TERMS)).toEqual([]);
    expect(unfilledTerms({ ...TERMS, position: ' ', department: '', startDate: null })).toEqual([
      'position',
      'department',
      'start-date',
    ]);
    expect(unfilledTerms(undefined)).toHaveLength(3);
  });
});
