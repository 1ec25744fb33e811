import { createMemoryHistory, createRootRoute, createRoute, createRouter, Outlet } from '@tanstack/react-router';
import { expect } from 'vitest';
import { page } from 'vitest/browser';
import type { PersonId, VacancyId } from '../../../../shared/records/primitives.js';
import { organisationCreate, personCreate, testId, vacancyCreate } from '../../../../shared/testing/change-builders.js';
import type { Session } from '../../../data/session.js';
import { FakeHost } from '../../../data/testing/fake-host.js';
import { openTestSession } from '../../../testing/open-test-session.js';
import { showPage } from '../../../testing/page-on-show.js';
import { CapturePage } from '../capture-page.js';

export const VACANCY = testId<VacancyId>(20);
export const EBBA = testId<PersonId>(101);
export const NOW = Date.UTC(2026, 10, 18, 9, 38);

/** Capture over an empty data folder, with somewhere to go from it. */
export async function showCapture(host: FakeHost): Promise<Session> {
  const session = await openTestSession([], { host, now: NOW });
  const rootRoute = createRootRoute({ component: Outlet });
  const addresses = ['/people/$personId', '/vacancies/$vacancyId/applications/$applicationId'] as const;
  const elsewhere = addresses.map((path) =>
    createRoute({ getParentRoute: () => rootRoute, path, component: () => path }),
  );
  const home = createRoute({ getParentRoute: () => rootRoute, path: '/', component: CapturePage });
  const router = createRouter({
    routeTree: rootRoute.addChildren([home, ...elsewhere]),
    history: createMemoryHistory(),
  });
  showPage(session, router, { width: 1100, height: 700 });
  await expect.element(page.getByRole('textbox', { name: 'First name' })).toBeInTheDocument();
  return session;
}

/** Capture with an organisation, one open vacancy and one person who is known. */
export async function showAtTheFair(host = new FakeHost()): Promise<Session> {
  const session = await showCapture(host);
  const changes = [
    organisationCreate({ name: 'Norrvik Energi', retentionMonths: 24 }),
    vacancyCreate(VACANCY, { title: 'Trainee power systems' }),
    personCreate(EBBA, { givenName: 'Ebba', familyName: 'Norrlander', email: 'ebba@example.com' }),
  ];
  const saved = await session.commit({ action: 'edit-person', changes });
  if (!saved.ok) throw new Error(saved.code);
  await expect.element(page.getByRole('radio', { name: 'Trainee power systems' })).toBeInTheDocument();
  return session;
}

export const field = (name: string) => page.getByRole('textbox', { name });

/** Who was captured, Ebba apart. */
export const captured = (session: Session) =>
  [...session.roster.current().people.values()].filter(({ id }) => id !== EBBA);
