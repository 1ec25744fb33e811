import { createMemoryHistory, createRootRoute, createRouter } from '@tanstack/react-router';
import { afterEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import type { RecruiterId } from '../../../shared/records/primitives.js';
import { organisationCreate, testId } from '../../../shared/testing/change-builders.js';
import { openTestSession } from '../../testing/open-test-session.js';
import { hidePage, showPage } from '../../testing/page-on-show.js';
import { VacancyFormPage } from './vacancy-form-page.js';

const MAJA = testId<RecruiterId>(3);

afterEach(hidePage);

it('G-9: a department administrator has a new vacancy in one of the own departments, and no other is offered', async () => {
  const rights = ['vacancies', 'administer', 'no-other-applications'];
  const fields = { name: 'Maja', email: '', rights, departments: ['Grid', 'Plants'], active: true };
  const session = await openTestSession([
    organisationCreate({ departments: ['Grid', 'IT', 'Plants'] }),
    { kind: 'create', table: 'recruiter', id: MAJA, dossier: null, fields },
  ]);
  session.preferences.set({ ...session.preferences.current(), recruiterId: MAJA });
  const routeTree = createRootRoute({ component: () => <VacancyFormPage id={null} /> });
  showPage(session, createRouter({ routeTree, history: createMemoryHistory() }));
  const department = page.getByRole('combobox', { name: 'Department' });
  await expect.element(department).toHaveValue('Grid');
  await department.click();
  await expect.element(page.getByRole('option', { name: 'Plants' })).toBeInTheDocument();
  expect(page.getByRole('option', { name: 'IT' }).elements()).toHaveLength(0);
});
