import { createMemoryHistory, createRootRoute, createRoute, createRouter, Outlet } from '@tanstack/react-router';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { z } from 'zod';
import { MailTemplateSchema } from '../../shared/i18n/shipped-mail-text.js';
import {
  LanguageSchema,
  type ApplicationId,
  type PersonId,
  type RecruiterId,
  type VacancyId,
} from '../../shared/records/primitives.js';
import {
  applicationCreate,
  organisationCreate,
  personCreate,
  testId,
  vacancyCreate,
} from '../../shared/testing/change-builders.js';
import { ProgressHost } from '../features/progress/progress-host.js';
import { TemplatesPage } from '../features/templates/templates-page.js';
import { closeProgress, requestProgress } from '../state/progress-request.js';
import { MailHost } from '../testing/mail-host.js';
import { openTestSession } from '../testing/open-test-session.js';
import { hidePage, showPage } from '../testing/page-on-show.js';
import '@mantine/core/styles.css';
import '../ui/tokens.css';

const VACANCY = testId<VacancyId>(10);
const MAJA = testId<RecruiterId>(3);
const EBBA = testId<ApplicationId>(2000);
const OneTemplate = z.object({ purpose: MailTemplateSchema, language: LanguageSchema });

beforeEach(closeProgress);
afterEach(async () => {
  closeProgress();
  await hidePage();
});

async function open(): Promise<void> {
  await page.viewport(1366, 768);
  const recruiter = { name: 'Maja', email: 'maja@example.com', rights: ['send-email', 'administer'], active: true };
  const session = await openTestSession(
    [
      organisationCreate(),
      vacancyCreate(VACANCY, { title: 'Trainee', reference: '' }),
      { kind: 'create', table: 'recruiter', id: MAJA, dossier: null, fields: recruiter },
      personCreate(testId<PersonId>(1000), { givenName: 'Ebba', email: 'ebba@example.com', language: 'sv' }),
      applicationCreate(EBBA, { personId: testId<PersonId>(1000), vacancyId: VACANCY }),
    ],
    { host: new MailHost() },
  );
  session.preferences.set({ ...session.preferences.current(), recruiterId: MAJA });
  const root = createRootRoute({
    component: () => (
      <>
        <Outlet />
        <ProgressHost />
      </>
    ),
  });
  const list = createRoute({ getParentRoute: () => root, path: '/list', component: () => <h1>The list</h1> });
  const templates = createRoute({
    getParentRoute: () => root,
    path: '/templates/$purpose/$language',
    params: { parse: (params) => OneTemplate.parse(params) },
    validateSearch: z.object({ department: z.string().optional() }),
    component: () => <TemplatesPage shown={templates.useParams()} department={templates.useSearch().department} />,
  });
  const history = createMemoryHistory({ initialEntries: ['/list'] });
  showPage(session, createRouter({ routeTree: root.addChildren([list, templates]), history }));
  requestProgress('send-email', [EBBA]);
}

it('leads from a mail to its template and back to where it was begun, with all that was typed', async () => {
  await open();
  await page.getByRole('textbox', { name: 'From', exact: true }).fill('fair@example.com');
  await page.getByRole('textbox', { name: 'Subject' }).fill('Typed here');
  await page.getByRole('link', { name: 'Open the template' }).click();
  await expect.element(page.getByRole('heading', { name: 'Send email' })).toBeInTheDocument();
  await expect.element(page.getByRole('link', { name: 'Swedish' })).toHaveAttribute('aria-current', 'page');
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  await page.getByRole('link', { name: 'First interview' }).click(); // somebody looks around
  await page.getByRole('button', { name: 'Back to Send email – 1 applicant' }).click();
  await expect.element(page.getByRole('heading', { name: 'The list' })).toBeInTheDocument();
  await expect.element(page.getByRole('textbox', { name: 'Subject' })).toHaveValue('Typed here');
  await expect.element(page.getByRole('textbox', { name: 'From', exact: true })).toHaveValue('fair@example.com');
});
