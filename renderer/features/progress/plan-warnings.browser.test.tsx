import { createMemoryHistory, createRootRoute, createRouter } from '@tanstack/react-router';
import { afterEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import type { Change } from '../../../shared/changes/change-set.js';
import type { ApplicationId, PersonId, RecruiterId, VacancyId } from '../../../shared/records/primitives.js';
import {
  applicationCreate,
  organisationCreate,
  personCreate,
  testId,
  vacancyCreate,
} from '../../../shared/testing/change-builders.js';
import { closeProgress, requestProgress } from '../../state/progress-request.js';
import { openTestSession } from '../../testing/open-test-session.js';
import { MailHost } from '../../testing/mail-host.js';
import { hidePage, showPage } from '../../testing/page-on-show.js';
import { ProgressHost } from './progress-host.js';
import '@mantine/core/styles.css';
import '../../ui/tokens.css';

const VACANCY = testId<VacancyId>(10);
const MAJA = testId<RecruiterId>(3);
const EBBA = testId<PersonId>(1000);
const SAGA = testId<PersonId>(1001);
const OF_EBBA = testId<ApplicationId>(2000);
const OF_SAGA = testId<ApplicationId>(2001);

afterEach(async () => {
  closeProgress();
  await hidePage();
});

/** The clock of the session stands on 1 January 1970. */
function consent(until: string) {
  const words = { purpose: 'this-fair', given: true, noticeVersion: '1', language: 'sv' } as const;
  return { id: testId(76), at: 1, by: MAJA, type: 'consent', ...words, until } as const;
}

/** Ebba is of the demo data and agreed until yesterday, Saga was rejected and has never agreed to anything. */
const RECORDS: readonly Change[] = [
  organisationCreate(),
  vacancyCreate(VACANCY, { reference: '' }),
  {
    kind: 'create',
    table: 'recruiter',
    id: MAJA,
    dossier: null,
    fields: { name: 'Maja', email: 'maja@example.com', rights: ['send-email'], active: true },
  },
  personCreate(EBBA, { demo: true }),
  personCreate(SAGA, { givenName: 'Saga', email: 'saga@example.com' }),
  {
    kind: 'event',
    table: 'person',
    id: EBBA,
    dossier: EBBA,
    event: consent('1969-12-31'),
  },
  applicationCreate(OF_EBBA, { personId: EBBA, vacancyId: VACANCY }),
  applicationCreate(OF_SAGA, { personId: SAGA, vacancyId: VACANCY }),
  {
    kind: 'event',
    table: 'application',
    id: OF_SAGA,
    dossier: SAGA,
    event: { id: testId(77), at: 1, by: MAJA, type: 'status', to: 'rejected' },
  },
];

it('C26: warns of the processed, the demo people and the missing consents, by name, and spares them on a click', async () => {
  await page.viewport(1366, 768);
  const session = await openTestSession(RECORDS, { host: new MailHost() });
  session.preferences.set({ ...session.preferences.current(), recruiterId: MAJA });
  showPage(
    session,
    createRouter({ routeTree: createRootRoute({ component: ProgressHost }), history: createMemoryHistory() }),
  );
  requestProgress('send-email', [OF_EBBA, OF_SAGA]);
  await page.getByRole('button', { name: 'Check the plan' }).click();
  const warnings = page.getByRole('list', { name: 'Look at this before you send' });
  await expect.element(warnings.getByRole('listitem').nth(0)).toHaveTextContent(/demo data.*Ebba Norrlander/);
  await expect.element(warnings.getByRole('listitem').nth(1)).toHaveTextContent(/already processed.*Saga Norrlander/);
  // What concerns everybody marks nobody's row, and there nobody can be spared.
  await expect
    .element(warnings.getByRole('listitem').nth(2))
    .toHaveTextContent(/^No valid consent is noted for 2 people\. Ebba Norrlander and Saga Norrlander$/);
  await expect.element(page.getByRole('button', { name: 'Email to Saga Norrlander' })).toHaveTextContent(/Rejected$/);
  await warnings.getByRole('button', { name: 'Leave this person out' }).nth(1).click();
  await expect.element(warnings.getByText(/already processed/)).not.toBeInTheDocument();
  await page.getByRole('button', { name: 'Send 1 email' }).click();
  await expect
    .poll(() => [...session.roster.current().messages.values()].map(({ toName }) => toName))
    .toEqual(['Ebba Norrlander']);
});
