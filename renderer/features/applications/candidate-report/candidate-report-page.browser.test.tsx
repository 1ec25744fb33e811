import { createMemoryHistory, createRootRoute, createRoute, createRouter, Outlet } from '@tanstack/react-router';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import type { Change } from '../../../../shared/changes/change-set.js';
import { setStatus } from '../../../../shared/domain/status-event.js';
import type { ApplicationId, PersonId, RecruiterId, VacancyId } from '../../../../shared/records/primitives.js';
import { RIGHTS } from '../../../../shared/records/recruiter.js';
import {
  applicationCreate,
  organisationCreate,
  personCreate,
  testId,
  vacancyCreate,
} from '../../../../shared/testing/change-builders.js';
import type { Session } from '../../../data/session.js';
import { changeList, useApplicationListStore } from '../../../state/application-lists.js';
import { useUiStore } from '../../../state/ui-store.js';
import { openTestSession } from '../../../testing/open-test-session.js';
import { hidePage, showPage } from '../../../testing/page-on-show.js';
import { CandidateReportPage } from './candidate-report-page.js';
import '@mantine/core/styles.css';
import '../../../ui/tokens.css';

const VACANCY = testId<VacancyId>(10);
const MAJA = testId<RecruiterId>(3);
const applicationId = (n: number) => testId<ApplicationId>(2000 + n);

beforeEach(() => {
  useApplicationListStore.setState({ lists: {}, action: null });
});
afterEach(hidePage);

/** So many candidates, of whom the first has withdrawn. */
async function show(count: number): Promise<Session> {
  await page.viewport(1200, 700);
  const people = Array.from({ length: count }, (_, n): readonly Change[] => [
    personCreate(testId<PersonId>(1000 + n), { givenName: 'Person', familyName: n.toString() }),
    applicationCreate(applicationId(n), { personId: testId(1000 + n), vacancyId: VACANCY }),
  ]).flat();
  const seen = { applicationId: applicationId(0), personId: testId<PersonId>(1000), status: 'new' } as const;
  const withdrawn = setStatus(seen, 'withdrawn', {
    ...{ at: 2, by: MAJA, newId: () => testId(7) },
  });
  const maja = { name: 'Maja', email: '', rights: [...RIGHTS], active: true };
  const session = await openTestSession([
    organisationCreate(),
    vacancyCreate(VACANCY, { title: 'Trainee' }),
    { kind: 'create', table: 'recruiter', id: MAJA, dossier: null, fields: maja },
    ...people,
    withdrawn,
  ]);
  session.preferences.set({ ...session.preferences.current(), recruiterId: MAJA });
  const root = createRootRoute({ component: Outlet });
  const report = createRoute({
    getParentRoute: () => root,
    path: '/',
    component: () => <CandidateReportPage vacancyId={VACANCY} />,
  });
  showPage(session, createRouter({ routeTree: root.addChildren([report]), history: createMemoryHistory() }));
  await expect.element(page.getByRole('heading', { name: 'Candidate report' })).toBeVisible();
  return session;
}

it('G-15 how many reports it will be is said before; withdrawn candidates come along only when asked for', async () => {
  await show(27);
  await expect.element(page.getByText('26 candidates in 2 PDFs of at most 25')).toBeVisible();
  await page.getByRole('checkbox', { name: 'Hide withdrawn' }).click();
  await expect.element(page.getByText('27 candidates in 2 PDFs of at most 25')).toBeVisible();
  await page.getByRole('checkbox', { name: 'Everybody' }).click();
  await expect.element(page.getByText('Tick the candidates whose CVs you want')).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Make the PDF' })).toBeDisabled();
});

it('it begins with those who are ticked in All applications', async () => {
  changeList(VACANCY, { ticked: new Set([applicationId(1), applicationId(2)]) });
  await show(4);
  await expect.element(page.getByText('2 candidates in one PDF')).toBeVisible();
  await expect.element(page.getByRole('checkbox', { name: 'Person 1' })).toBeChecked();
  await expect.element(page.getByRole('checkbox', { name: 'Person 3' })).not.toBeChecked();
});

it('G-9 without the right to reports nothing is read, even on a page that is open', async () => {
  const session = await show(2);
  session.preferences.set({ ...session.preferences.current(), recruiterId: testId(99) });
  await page.getByRole('button', { name: 'Make the PDF' }).click();
  await expect.poll(() => useUiStore.getState().toast?.tone).toBe('problem');
  expect(page.getByRole('region', { name: 'Finished reports' }).elements()).toHaveLength(0);
});
