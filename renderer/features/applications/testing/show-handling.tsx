import { createMemoryHistory, createRootRoute, createRoute, createRouter, Outlet } from '@tanstack/react-router';
import { expect } from 'vitest';
import { page } from 'vitest/browser';
import type { Change } from '../../../../shared/changes/change-set.js';
import {
  VacancyIdSchema,
  type ApplicationId,
  type PersonId,
  type RecruiterId,
  type VacancyId,
} from '../../../../shared/records/primitives.js';
import {
  applicationCreate,
  organisationCreate,
  personCreate,
  testId,
  vacancyCreate,
} from '../../../../shared/testing/change-builders.js';
import { NO_ACCOUNT } from '../../../data/delivery-status.js';
import type { Session } from '../../../data/session.js';
import { useApplicationListStore } from '../../../state/application-lists.js';
import { closeProgress } from '../../../state/progress-request.js';
import { openTestSession } from '../../../testing/open-test-session.js';
import { showPage } from '../../../testing/page-on-show.js';
import { ApplicationHandlingPage } from '../application-handling-page.js';
import { readSectionSearch, type SectionSearch } from '../sections.js';
import '@mantine/core/styles.css';
import '../../../ui/tokens.css';

export const VACANCY = testId<VacancyId>(10);
const MAJA = testId<RecruiterId>(3);

/** Person 0 came last and stands first. */
function applicants(count: number): readonly Change[] {
  return Array.from({ length: count }, (_, n) => [
    personCreate(testId<PersonId>(1000 + n), { givenName: 'Person', familyName: n.toString(), school: 'KTH' }),
    applicationCreate(applicationId(n), {
      personId: testId(1000 + n),
      vacancyId: VACANCY,
      receivedAt: 900_000 - n,
    }),
  ]).flat();
}

export function applicationId(n: number): ApplicationId {
  return testId<ApplicationId>(100_000 + n);
}

/** *Application handling* of a vacancy with this many applicants, as somebody sees it who may send emails. */
export async function showHandling(
  count: number,
  more: readonly Change[] = [],
  width = 1100,
  rights: readonly string[] = ['send-email'],
): Promise<Session> {
  useApplicationListStore.setState({ lists: {}, action: null });
  closeProgress();
  await page.viewport(1200, 700);
  const recruiter = { name: 'Maja', email: 'maja@example.com', rights: [...rights], active: true };
  const basics: readonly Change[] = [
    organisationCreate(),
    vacancyCreate(VACANCY, { title: 'Trainee' }),
    { kind: 'create', table: 'recruiter', id: MAJA, dossier: null, fields: recruiter },
  ];
  const session = await openTestSession([...basics, ...applicants(count), ...more]);
  const { preferences } = session;
  preferences.set({ ...preferences.current(), recruiterId: MAJA });
  const rootRoute = createRootRoute({ component: Outlet });
  const getParentRoute = () => rootRoute;
  const list = createRoute({
    getParentRoute,
    path: '/vacancies/$vacancyId',
    params: { parse: ({ vacancyId }: { vacancyId: string }) => ({ vacancyId: VacancyIdSchema.parse(vacancyId) }) },
    validateSearch: readSectionSearch,
    component: function Shown() {
      const search: SectionSearch = list.useSearch();
      return <ApplicationHandlingPage vacancyId={VACANCY} section={search.section ?? 'overview'} />;
    },
  });
  const dossier = createRoute({
    getParentRoute,
    path: '/vacancies/$vacancyId/applications/$applicationId',
    component: () => (
      <button
        onClick={() => {
          history.back();
        }}
      >
        the dossier
      </button>
    ),
  });
  const history = createMemoryHistory({ initialEntries: [`/vacancies/${VACANCY}`] });
  const router = createRouter({ routeTree: rootRoute.addChildren([list, dossier]), history });
  showPage(session, router, { width, delivery: { status: NO_ACCOUNT, up: true } });
  await expect.element(page.getByRole('heading', { name: 'Trainee' })).toBeInTheDocument();
  return session;
}

export const grid = () => page.getByRole('grid', { name: 'Applications for Trainee' });
