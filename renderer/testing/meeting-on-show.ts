import { createMemoryHistory, createRootRoute, createRouter } from '@tanstack/react-router';
import { expect } from 'vitest';
import { page } from 'vitest/browser';
import type { Change } from '../../shared/changes/change-set.js';
import { instantAt, type Instant } from '../../shared/lib/time.js';
import type { ApplicationId, InterviewId, PersonId, RecruiterId, VacancyId } from '../../shared/records/primitives.js';
import {
  applicationCreate,
  interviewCreate,
  organisationCreate,
  personCreate,
  testId,
  vacancyCreate,
} from '../../shared/testing/change-builders.js';
import type { Session } from '../data/session.js';
import { requestMeeting } from '../state/meeting-request.js';
import { MailHost } from './mail-host.js';
import { openTestSession } from './open-test-session.js';
import { showPage } from './page-on-show.js';

export const ZONE = 'Europe/Oslo';
const NOW = instantAt(ZONE, '2026-11-18', '12:00');
export const START = instantAt(ZONE, '2099-06-02', '09:00');
const VACANCY = testId<VacancyId>(20);
const MAJA = testId<RecruiterId>(3);
export const EBBA = {
  name: 'Ebba',
  person: 101,
  application: testId<ApplicationId>(201),
  interview: testId<InterviewId>(301),
};
export const JONAS = {
  name: 'Jonas',
  person: 102,
  application: testId<ApplicationId>(202),
  interview: testId<InterviewId>(302),
};
export const PIA = {
  name: 'Pia',
  person: 103,
  application: testId<ApplicationId>(203),
  interview: testId<InterviewId>(303),
};

interface World {
  readonly startsAt?: Instant;
  readonly rights?: readonly string[];
  readonly people?: readonly (typeof EBBA)[];
  readonly more?: readonly Change[];
}

/** *Edit meeting invitation*, opened for everybody in a meeting. */
export async function showMeeting({ startsAt = START, rights = ['invite'], people = [EBBA], more = [] }: World = {}) {
  const recruiter = { name: 'Maja', email: 'maja@example.com', rights: [...rights], active: true };
  const session = await openTestSession(
    [
      organisationCreate({ zone: ZONE }),
      { kind: 'create', table: 'recruiter', id: MAJA, dossier: null, fields: recruiter },
      vacancyCreate(VACANCY),
      ...people.flatMap((one) => bookedMeeting(one, { startsAt, meetingId: testId(401) })),
      ...more,
    ],
    { host: new MailHost(), now: NOW },
  );
  session.preferences.set({ ...session.preferences.current(), recruiterId: MAJA });
  const history = createMemoryHistory({ initialEntries: ['/'] });
  showPage(session, createRouter({ routeTree: createRootRoute({ component: () => null }), history }));
  requestMeeting(people.map((one) => one.interview));
  await expect.element(page.getByRole('button', { name: 'Save changes' })).toBeInTheDocument();
  return session;
}

/** Somebody with an application and an interview. */
export function bookedMeeting(
  { name, person, application, interview }: typeof EBBA,
  { startsAt, meetingId }: { readonly startsAt: Instant; readonly meetingId: string },
): readonly Change[] {
  const of = { personId: testId<PersonId>(person), vacancyId: VACANCY };
  const fields = { ...of, applicationId: application, startsAt, meetingId, recruiterIds: [MAJA] };
  return [
    personCreate(of.personId, { givenName: name, familyName: '' }),
    applicationCreate(application, of),
    interviewCreate(interview, { ...fields, invitation: 'none' }),
  ];
}

export function interviewOf(session: Session, { interview } = EBBA) {
  return session.roster.current().interviews.get(interview);
}

export async function fill(name: string, text: string): Promise<void> {
  await page.getByRole('textbox', { name, exact: true }).fill(text);
}

export async function save(): Promise<void> {
  await page.getByRole('button', { name: 'Save changes' }).click();
}
