import { createMemoryHistory, createRootRoute, createRoute, createRouter, Outlet } from '@tanstack/react-router';
import { afterEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import type { Change } from '../../../shared/changes/change-set.js';
import { instantAt } from '../../../shared/lib/time.js';
import type {
  ApplicationId,
  InterviewId,
  PersonId,
  RecruiterId,
  VacancyId,
} from '../../../shared/records/primitives.js';
import {
  applicationCreate,
  interviewCreate,
  organisationCreate,
  personCreate,
  testId,
  vacancyCreate,
} from '../../../shared/testing/change-builders.js';
import type { Session } from '../../data/session.js';
import { openTestSession } from '../../testing/open-test-session.js';
import { hidePage, showPage } from '../../testing/page-on-show.js';
import { DossierPage } from './dossier-page.js';

const VACANCY = testId<VacancyId>(20);
const EBBA = testId<PersonId>(101);
const EBBAS = testId<ApplicationId>(201);
const INTERVIEW = testId<InterviewId>(301);
const MAJA = testId<RecruiterId>(3);
const START = instantAt('Europe/Oslo', '2099-06-02', '09:00');

afterEach(hidePage);

async function show(): Promise<Session> {
  const recruiter = { name: 'Maja', email: 'maja@example.com', rights: ['invite'], active: true };
  const records: readonly Change[] = [
    organisationCreate({ zone: 'Europe/Oslo' }),
    { kind: 'create', table: 'recruiter', id: MAJA, dossier: null, fields: recruiter },
    vacancyCreate(VACANCY),
    personCreate(EBBA),
    applicationCreate(EBBAS, { personId: EBBA, vacancyId: VACANCY }),
    interviewCreate(INTERVIEW, { personId: EBBA, applicationId: EBBAS, vacancyId: VACANCY, startsAt: START }),
  ];
  const session = await openTestSession(records);
  session.preferences.set({ ...session.preferences.current(), recruiterId: MAJA });
  const root = createRootRoute({ component: Outlet });
  const dossier = createRoute({
    getParentRoute: () => root,
    path: '/vacancies/$vacancyId/applications/$applicationId',
    component: () => <DossierPage vacancyId={VACANCY} applicationId={EBBAS} />,
  });
  const history = createMemoryHistory({ initialEntries: [`/vacancies/${VACANCY}/applications/${EBBAS}`] });
  showPage(session, createRouter({ routeTree: root.addChildren([dossier]), history }), { width: 1162, height: 700 });
  await expect.element(page.getByText('Awaiting Response')).toBeInTheDocument();
  return session;
}

const interview = (session: Session) => session.roster.current().interviews.get(INTERVIEW);
const edit = () => page.getByRole('button', { name: 'Edit meeting invitation' }).click();
const save = () => page.getByRole('button', { name: 'Save changes' }).click();

async function answer(words: string): Promise<void> {
  await edit();
  await page.getByRole('combobox', { name: 'Answer' }).click();
  await page.getByRole('option', { name: words, exact: true }).click();
  await save();
}

it('C18, R87, R91 an answer given by phone is the value shown everywhere, with who entered it', async () => {
  const session = await show();
  await answer('Accepted');
  await expect.poll(() => interview(session)?.accTime).toBe('accepted');
  await expect.element(page.getByText('Answer to the invitation: Accepted').first()).toBeInTheDocument();
  await page.getByRole('tab', { name: 'Recruitment Activities List' }).click();
  await expect.element(page.getByText('by Maja')).toBeInTheDocument();
});

it('R90 who withdraws has the status Withdrawn', async () => {
  const session = await show();
  await answer('Withdrawn');
  await expect.poll(() => session.roster.current().applications.get(EBBAS)?.status).toBe('withdrawn');
  expect(interview(session)?.accTime).toBe('withdrawn');
});

it('C31 a new time awaits an answer again; the past and what is no date are refused beside their field', async () => {
  const session = await show();
  await answer('Accepted');
  await expect.poll(() => interview(session)?.accTime).toBe('accepted');
  await edit();
  await page.getByRole('textbox', { name: 'Date' }).fill('1969-12-31');
  await save();
  await expect.element(page.getByText('This time is past.')).toBeInTheDocument();
  await page.getByRole('textbox', { name: 'Date' }).fill('2099-06-03');
  await save();
  await expect.poll(() => interview(session)?.startsAt).toBe(instantAt('Europe/Oslo', '2099-06-03', '09:00'));
  expect(interview(session)).toMatchObject({ sequence: 1, accTime: 'awaiting' });
});

it('a cancelled interview leaves the page and says so in the activities', async () => {
  const session = await show();
  await edit();
  await page.getByRole('button', { name: 'Cancel the interview' }).click();
  await expect.poll(() => interview(session)?.cancelled).toBe(true);
  await expect.element(page.getByText('The interview is cancelled').first()).toBeInTheDocument();
});
