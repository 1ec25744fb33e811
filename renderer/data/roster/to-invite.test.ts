import { expect, it } from 'vitest';
import { setStatus } from '../../../shared/domain/status-event.js';
import { HOUR } from '../../../shared/lib/time.js';
import type { ApplicationStatus } from '../../../shared/records/application.js';
import type { ApplicationId, InterviewId, PersonId, VacancyId } from '../../../shared/records/primitives.js';
import {
  applicationCreate,
  interviewCreate,
  personCreate,
  testId,
  vacancyCreate,
} from '../../../shared/testing/change-builders.js';
import { rosterOf } from '../../testing/roster-of.js';
import { toInvite } from './to-invite.js';

const NOW = Date.UTC(2026, 10, 18, 8);
const VACANCY = testId<VacancyId>(20);
const ASKED = { vacancyId: VACANCY, typed: '', now: NOW, most: 50 };

interface Waiting {
  readonly givenName: string;
  readonly status?: ApplicationStatus;
  readonly vacancyId?: VacancyId;
  /** Of the interview: hours from now. */
  readonly meets?: number;
}

function rosterWith(people: readonly Waiting[]) {
  return rosterOf([
    vacancyCreate(VACANCY),
    ...people.flatMap(({ givenName, status = 'new', vacancyId = VACANCY, meets }, at) => {
      const [personId, applicationId] = [testId<PersonId>(101 + at), testId<ApplicationId>(201 + at)];
      const booked = { personId, applicationId, vacancyId, startsAt: NOW + (meets ?? 0) * HOUR };
      return [
        personCreate(personId, { givenName, familyName: 'Fjellheim' }),
        applicationCreate(applicationId, { personId, vacancyId, receivedAt: NOW - at * HOUR }),
        setStatus({ personId, applicationId, status: 'new' }, status, {
          at: NOW,
          by: null,
          newId: () => testId(401 + at),
        }),
        ...(meets === undefined ? [] : [interviewCreate(testId<InterviewId>(301 + at), booked)]),
      ];
    }),
  ]);
}

it('R60, C26 whoever is active and has no interview to come waits for one, the longest waiting first', () => {
  const roster = rosterWith([
    { givenName: 'Ebba' },
    { givenName: 'Jonas', status: 'invited', meets: -2 },
    { givenName: 'Liv', status: 'invited', meets: 2 },
    { givenName: 'Per', status: 'rejected' },
    { givenName: 'Kari', vacancyId: testId<VacancyId>(21) },
  ]);
  const { shown, count } = toInvite(roster, ASKED);
  expect(shown.map(({ name }) => name)).toEqual(['Jonas Fjellheim', 'Ebba Fjellheim']);
  expect(count).toBe(2);
});

it('R60 is narrowed by what is typed, and counts those who are not shown', () => {
  const roster = rosterWith([{ givenName: 'Ebba' }, { givenName: 'Jonas' }, { givenName: 'Åse' }]);
  expect(toInvite(roster, { ...ASKED, typed: 'ase fj' }).shown.map(({ name }) => name)).toEqual(['Åse Fjellheim']);
  expect(toInvite(roster, { ...ASKED, most: 1 })).toMatchObject({ shown: [{ name: 'Åse Fjellheim' }], count: 3 });
});
