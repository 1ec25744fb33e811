import { createMemoryHistory, createRootRoute, createRoute, createRouter, Outlet } from '@tanstack/react-router';
import { afterEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import type { Change } from '../../../shared/changes/change-set.js';
import { NOTICE_VERSION } from '../../../shared/domain/capture-notice.js';
import { setStatus } from '../../../shared/domain/status-event.js';
import { instantAt } from '../../../shared/lib/time.js';
import {
  ApplicationIdSchema,
  type ApplicationId,
  type PersonId,
  type RecruiterId,
  type VacancyId,
} from '../../../shared/records/primitives.js';
import { RIGHTS, type Right } from '../../../shared/records/recruiter.js';
import {
  applicationCreate,
  organisationCreate,
  personCreate,
  testId,
  vacancyCreate,
} from '../../../shared/testing/change-builders.js';
import type { Session } from '../../data/session.js';
import { useUiStore } from '../../state/ui-store.js';
import { openTestSession } from '../../testing/open-test-session.js';
import { hidePage, showPage } from '../../testing/page-on-show.js';
import { DossierPage } from './dossier-page.js';
import '@mantine/core/styles.css';
import '../../ui/tokens.css';

const [TRAINEE, CONTROLLER] = [testId<VacancyId>(20), testId<VacancyId>(21)];
const EBBA = testId<PersonId>(101);
const [HERE, ELSEWHERE] = [testId<ApplicationId>(201), testId<ApplicationId>(202)];
const MAJA = testId<RecruiterId>(3);

afterEach(hidePage);

async function show(more: readonly Change[] = [], rights: readonly Right[] = RIGHTS): Promise<Session> {
  await page.viewport(1366, 768);
  const recruiter = { name: 'Maja', email: 'maja@example.com', rights: [...rights], active: true };
  const session = await openTestSession(
    [
      organisationCreate({ name: 'Fjordkraft', retentionMonths: 24 }),
      vacancyCreate(TRAINEE, { title: 'Trainee' }),
      vacancyCreate(CONTROLLER, { title: 'Controller' }),
      { kind: 'create', table: 'recruiter', id: MAJA, dossier: null, fields: recruiter },
      personCreate(EBBA, { givenName: 'Ebba', familyName: 'Norrlander', language: 'sv' }),
      applicationCreate(HERE, { personId: EBBA, vacancyId: TRAINEE, receivedAt: 2 }),
      ...more,
    ],
    { now: instantAt('Europe/Oslo', '2026-11-18', '12:00') },
  );
  session.preferences.set({ ...session.preferences.current(), recruiterId: MAJA });
  const rootRoute = createRootRoute({ component: Outlet });
  const dossier = createRoute({
    getParentRoute: () => rootRoute,
    path: '/vacancies/$vacancyId/applications/$applicationId',
    component: function Shown() {
      const params: { readonly applicationId: string } = dossier.useParams();
      return <DossierPage vacancyId={TRAINEE} applicationId={ApplicationIdSchema.parse(params.applicationId)} />;
    },
  });
  const history = createMemoryHistory({ initialEntries: [`/vacancies/${TRAINEE}/applications/${HERE}`] });
  showPage(session, createRouter({ routeTree: rootRoute.addChildren([dossier]), history }), {
    width: 1366,
    height: 760,
  });
  await expect.element(page.getByRole('heading', { name: 'Ebba Norrlander' })).toBeInTheDocument();
  return session;
}

const button = (name: string | RegExp) => page.getByRole('button', { name });
const consents = page.getByRole('region', { name: 'Consent' });
const databaseConsent = (session: Session) => session.roster.current().people.get(EBBA)?.databaseConsent;

it('C25: a consent is recorded later: the notice stands there in the person’s language; date, who and version are kept', async () => {
  const session = await show();
  await expect.element(consents).toHaveTextContent('CV database: no consent yet');
  await button('Record consent: CV database').click();
  const notice = page.getByText(/Fjordkraft sparar det du berättar/);
  await expect.element(notice).toBeInTheDocument();
  await button('Ebba Norrlander agrees, until 18 Nov 2028').click();
  await expect.poll(() => databaseConsent(session)).toMatchObject({ until: '2028-11-18', language: 'sv' });
  await expect.element(consents).toHaveTextContent('CV database, until 18 Nov 2028');
  await expect.element(consents).toHaveTextContent(`18 Nov 2026 · Maja · notice ${NOTICE_VERSION}`);
  await expect.element(page.getByText('Consent given: CV database, until 18 Nov 2028').first()).toBeInTheDocument();
  await useUiStore.getState().toast?.undo?.();
  await expect.poll(() => databaseConsent(session)).toBeNull();
});

it('C25: withdrawing says what follows of it, and stands in the activities', async () => {
  const session = await show();
  await button('Record consent: CV database').click();
  await button(/agrees/).click();
  await button('Withdraw consent: CV database').click();
  await expect.element(page.getByText('Ebba Norrlander leaves the CV database')).toBeInTheDocument();
  await page.getByRole('dialog').getByRole('button', { name: 'Withdraw consent' }).click();
  await expect.poll(() => databaseConsent(session)).toBeNull();
  await expect.element(consents).toHaveTextContent('CV database: withdrawn');
  await expect.element(page.getByText('Consent withdrawn: CV database').first()).toBeInTheDocument();
});

const other: readonly Change[] = [
  applicationCreate(ELSEWHERE, { personId: EBBA, vacancyId: CONTROLLER, receivedAt: 1 }),
  setStatus({ applicationId: ELSEWHERE, personId: EBBA, status: 'new' }, 'deleted', {
    at: 5,
    by: MAJA,
    newId: () => testId(900),
  }),
];

it('G-7, R1: all applications of the person stand there, deleted ones too, each with its own status and the way to it', async () => {
  await show(other);
  const all = page.getByRole('list').filter({ hasText: 'Controller' });
  await expect.element(page.getByRole('heading', { name: 'All applications (2)' })).toBeInTheDocument();
  await expect
    .element(all.getByRole('listitem').filter({ hasText: 'Trainee' }))
    .toHaveAttribute('aria-current', 'true');
  await expect.element(all.getByRole('listitem').filter({ hasText: 'Controller' })).toHaveTextContent('Deleted');
  await page.getByRole('link', { name: 'Controller' }).click();
  await expect.element(page.getByRole('link', { name: 'Trainee' })).toBeInTheDocument();
});

it('G-9: who may not see other applications sees none', async () => {
  await show(other, ['no-other-applications']);
  expect(document.body.textContent).not.toContain('Controller');
});

it('G-12: says what kind of candidate this is', async () => {
  await show([
    setStatus({ applicationId: HERE, personId: EBBA, status: 'new' }, 'saved', {
      at: 5,
      by: MAJA,
      newId: () => testId(900),
    }),
  ]);
  const who = page.getByRole('region', { name: 'Ebba Norrlander' });
  await expect.element(who.getByText('Saved', { exact: true })).toBeInTheDocument();
});
