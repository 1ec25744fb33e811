import { createMemoryHistory, createRootRoute, createRouter } from '@tanstack/react-router';
import { page } from 'vitest/browser';
import type { Change } from '../../../../shared/changes/change-set.js';
import type { ActionChoice } from '../../../../shared/domain/action-choice.js';
import type { Organisation } from '../../../../shared/records/organisation.js';
import type { Person } from '../../../../shared/records/person.js';
import type { ApplicationId, PersonId, RecruiterId, VacancyId } from '../../../../shared/records/primitives.js';
import { RIGHTS, type Right } from '../../../../shared/records/recruiter.js';
import {
  applicationCreate,
  organisationCreate,
  personCreate,
  testId,
  vacancyCreate,
} from '../../../../shared/testing/change-builders.js';
import type { Session } from '../../../data/session.js';
import { requestProgress } from '../../../state/progress-request.js';
import { MailHost } from '../../../testing/mail-host.js';
import { openTestSession } from '../../../testing/open-test-session.js';
import { showPage } from '../../../testing/page-on-show.js';
import { ProgressHost } from '../progress-host.js';

export const VACANCY = testId<VacancyId>(10);
export const MAJA = testId<RecruiterId>(3);

export function personId(n: number): PersonId {
  return testId<PersonId>(1000 + n);
}

export function applicationId(n: number): ApplicationId {
  return testId<ApplicationId>(2000 + n);
}

interface Scene {
  /** Each with an application in one vacancy, in their order. */
  readonly people: readonly Partial<Person>[];
  /** What happened before. */
  readonly more?: readonly Change[];
  readonly organisation?: Partial<Organisation>;
  readonly host?: MailHost;
  /** All where nothing is said. */
  readonly rights?: readonly Right[];
}

/** The dialog of an action for all of these people, as somebody with these rights sees it on a laptop. */
export async function openProgress(
  action: ActionChoice,
  { people, more = [], organisation = {}, host = new MailHost(), rights = RIGHTS }: Scene,
): Promise<Session> {
  await page.viewport(1366, 768);
  const recruiter = { name: 'Maja', email: 'maja@example.com', rights: [...rights], active: true };
  const session = await openTestSession(
    [
      organisationCreate(organisation),
      vacancyCreate(VACANCY, { title: 'Trainee', department: 'Grid' }),
      { kind: 'create', table: 'recruiter', id: MAJA, dossier: null, fields: recruiter },
      ...people.flatMap((person, n) => [
        personCreate(personId(n), { email: `p${n.toString()}@example.com`, ...person }),
        applicationCreate(applicationId(n), { personId: personId(n), vacancyId: VACANCY }),
      ]),
      ...more,
    ],
    { host },
  );
  session.preferences.set({ ...session.preferences.current(), recruiterId: MAJA });
  const routeTree = createRootRoute({ component: ProgressHost });
  showPage(session, createRouter({ routeTree, history: createMemoryHistory() }));
  requestProgress(
    action,
    people.map((_, n) => applicationId(n)),
  );
  return session;
}
