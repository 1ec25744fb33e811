import { createMemoryHistory, createRootRoute, createRouter } from '@tanstack/react-router';
import { afterEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import type { Change } from '../../../shared/changes/change-set.js';
import { deliveryEvent } from '../../../shared/domain/message-state.js';
import { DAY, instantAt } from '../../../shared/lib/time.js';
import type { ApplicationId, InterviewId, MessageId, PersonId, VacancyId } from '../../../shared/records/primitives.js';
import {
  applicationCreate,
  interviewCreate,
  messageCreate,
  organisationCreate,
  personCreate,
  testId,
  vacancyCreate,
} from '../../../shared/testing/change-builders.js';
import { MailHost } from '../../testing/mail-host.js';
import { openTestSession } from '../../testing/open-test-session.js';
import { hidePage, showPage } from '../../testing/page-on-show.js';
import { DossierPage } from './dossier-page.js';

const VACANCY = testId<VacancyId>(20);
const EBBA = testId<PersonId>(101);
const EBBAS = testId<ApplicationId>(201);
const FIRST = testId<InterviewId>(301);
const INVITATION = testId<MessageId>(401);

const NOW = instantAt('Europe/Oslo', '2026-11-18', '12:00');

afterEach(hidePage);

const interview = (id: InterviewId, startsAt: number): Change =>
  interviewCreate(id, { personId: EBBA, applicationId: EBBAS, vacancyId: VACANCY, startsAt });
const on = (date: string): number => instantAt('Europe/Oslo', date, '09:00');

async function show(more: readonly Change[]) {
  const session = await openTestSession(
    [
      organisationCreate({ zone: 'Europe/Oslo' }),
      vacancyCreate(VACANCY),
      personCreate(EBBA),
      applicationCreate(EBBAS, { personId: EBBA, vacancyId: VACANCY }),
      interview(FIRST, on('2099-06-02')),
      ...more,
    ],
    { host: new MailHost(), now: NOW },
  );
  const routeTree = createRootRoute({
    component: () => <DossierPage vacancyId={VACANCY} applicationId={EBBAS} />,
  });
  showPage(session, createRouter({ routeTree, history: createMemoryHistory() }), { width: 1162, height: 700 });
  await expect.element(page.getByText('Awaiting Response').first()).toBeInTheDocument();
  return session;
}

it('R6, R91: shows every interview that is to come, the next one first, and none that is past beside them', async () => {
  await show([interview(testId(302), on('2099-06-01')), interview(testId(303), NOW - DAY)]);
  const times = () =>
    page
      .getByRole('definition')
      .filter({ hasText: /\d:00/ })
      .elements()
      .map(({ textContent }) => textContent);
  await expect.poll(times).toEqual(['1 Jun, 09:00', '2 Jun, 09:00']);
});

it('C22, R91: says that the invitation has not left yet, until it has', async () => {
  const target = { personId: EBBA, applicationId: EBBAS, interviewId: FIRST, purpose: 'invitation' } as const;
  const session = await show([messageCreate(INVITATION, target)]);
  await expect.element(page.getByText('the invitation has not left yet')).toBeInTheDocument();
  const events = (['sending', 'sent'] as const).map((state, n): Change => ({
    kind: 'event',
    table: 'message',
    id: INVITATION,
    dossier: EBBA,
    event: { ...deliveryEvent({ id: testId(500 + n), at: 5 + n, by: null, state }) },
  }));
  for (const change of events) await session.commit({ action: 'deliver', changes: [change] });
  await expect.element(page.getByText('the invitation has not left yet')).not.toBeInTheDocument();
});
