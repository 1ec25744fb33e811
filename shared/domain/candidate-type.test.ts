import { expect, it } from 'vitest';
import type { ApplicationStatus } from '../records/application.js';
import type { Person } from '../records/person.js';
import { STATUSES } from './application-status.js';
import { candidateType, type CandidateType } from './candidate-type.js';

const TABLE: readonly (readonly [Person['kind'], readonly ApplicationStatus[], boolean, CandidateType])[] = [
  ['prospect', [], false, 'prospect'],
  ['prospect', [], true, 'cv-candidate'],
  // Added to a vacancy, and taken out of it again.
  ['prospect', ['transferred'], false, 'candidate'],
  ['prospect', ['deleted'], false, 'prospect'],
  ['prospect', ['moved', 'deleted'], true, 'cv-candidate'],
  ['prospect', ['rejected'], true, 'candidate'],
  ['candidate', ['new'], true, 'candidate'],
  ['candidate', ['invited', 'saved'], true, 'candidate'],
  ['candidate', ['saved'], false, 'saved'],
  ['candidate', ['rejected', 'saved', 'moved'], true, 'saved'],
  ['candidate', ['rejected'], true, 'candidate'],
  ['candidate', ['deleted'], true, 'candidate'],
  // C24: whatever else is under way.
  ['candidate', ['hired', 'new'], true, 'employee'],
  ['prospect', ['hired'], false, 'employee'],
];

it.each(TABLE)('G-12: %s with %j and a CV (%s) is %s', (kind, statuses, hasCv, type) => {
  expect(candidateType({ kind, statuses, hasCv })).toBe(type);
});

it('C24: whoever has a hired application is an employee, whatever stands beside it', () => {
  for (const status of STATUSES) {
    expect(candidateType({ kind: 'candidate', statuses: [status, 'hired'], hasCv: true })).toBe('employee');
  }
});
